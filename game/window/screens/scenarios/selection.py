"""Which cases are shown, and in which order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from game.scenario.model import Channel
    from game.window.cases import Told
    from game.window.progress import Progress

__all__ = ["Order", "Selection", "folded"]

_UNKNOWN_LENGTH = 1 << 10
"""Minutes of a case that says nothing of them: it stands behind the others."""
_UNGRADED = -1
"""The score of a case that was never played for a grade."""


class Order(Enum):
    """What comes first."""

    PATH = "path"
    """As the curriculum has it, then the other cases, the easiest first."""
    EASIEST = "easiest"
    PROPOSED = "proposed"
    """Not tried yet, the easiest first; then where most is to be gained."""
    TITLE = "title"
    SHORTEST = "shortest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody looks for among the cases; nothing chosen shows them all, as the curriculum has them."""

    words: str = ""
    """Of the title, the summary, or whom one serves."""
    channels: frozenset[Channel] = frozenset()
    """Any of these; none for every channel."""
    levels: frozenset[int] = frozenset()
    is_untried: bool = False
    """Only those not tried yet."""
    lacks_medal: bool = False
    """Only those without a medal yet."""
    order: Order = Order.PATH

    @property
    def is_narrow(self) -> bool:
        """Whether it can leave cases out."""
        return replace(self, order=Order.PATH) != Selection()

    def with_channel(self, channel: Channel) -> Selection:
        """The same with a channel more, or without one that was in it."""
        return replace(self, channels=self.channels ^ {channel})

    def with_level(self, level: int) -> Selection:
        """The same with a level more, or without one that was in it."""
        return replace(self, levels=self.levels ^ {level})

    def arranged(self, cases: Iterable[Told], progress: Progress, path: Iterable[str] = ()) -> tuple[Told, ...]:
        """The cases that are meant, in this order; alike ones by title. `path`: the ids in the curriculum's order."""
        places = {case: place for place, case in enumerate(path)}

        def by_path(told: Told, progress: Progress) -> tuple[int, ...]:
            return (places.get(told.id, len(places)), *_by_level(told, progress))

        key = by_path if self.order is Order.PATH else _KEYS[self.order]
        wanted = folded(self.words).split()
        meant = [each for each in cases if self._picks(each, progress, wanted)]
        return tuple(sorted(meant, key=lambda each: (*key(each, progress), folded(each.scenario.title), each.id)))

    def _picks(self, told: Told, progress: Progress, wanted: list[str]) -> bool:
        scenario = told.scenario
        if self.channels and scenario.channel not in self.channels:
            return False
        if self.levels and scenario.level not in self.levels:
            return False
        if self.is_untried and progress.is_tried(told.id):
            return False
        if self.lacks_medal and progress.medal(told.id):
            return False
        text = folded(f"{scenario.title} {scenario.summary or ''} {scenario.customer.name}") if wanted else ""
        return all(word in text for word in wanted)


def folded(text: str) -> str:
    """A text as it is compared: in small letters, without their accents, so that nobody has to find an ü."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _by_level(told: Told, _progress: Progress) -> tuple[int, ...]:
    return (told.scenario.level, _minutes(told))


def _by_proposal(told: Told, progress: Progress) -> tuple[int, ...]:
    return (progress.is_tried(told.id), _score(told, progress), *_by_level(told, progress))


def _by_title(_told: Told, _progress: Progress) -> tuple[int, ...]:
    return ()


def _by_length(told: Told, _progress: Progress) -> tuple[int, ...]:
    return (_minutes(told),)


def _by_score(told: Told, progress: Progress) -> tuple[int, ...]:
    return (-_score(told, progress),)


def _minutes(told: Told) -> int:
    return _UNKNOWN_LENGTH if told.scenario.minutes is None else told.scenario.minutes


def _score(told: Told, progress: Progress) -> int:
    score = progress.score(told.id)
    return _UNGRADED if score is None else score


_KEYS: Mapping[Order, Callable[[Told, Progress], tuple[int, ...]]] = {
    Order.EASIEST: _by_level,
    Order.PROPOSED: _by_proposal,
    Order.TITLE: _by_title,
    Order.SHORTEST: _by_length,
    Order.BEST: _by_score,
}
