"""What a map shows, before anything is given a place or a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from game.scenario.model import Channel, Outcome
    from game.session.points import Points

__all__ = ["Arrow", "Card", "Chart", "Extremes", "Kind", "Pledged", "Spoken", "Standing", "Tone", "Way"]

Kind = Literal["say", "do", "silence", "pass"]
"""What leads out of a scene: words, a deed, time that ran out, or the scene's own `goto`."""
Tone = Literal["good", "neutral", "bad", "pass"]
"""What a way counts in all; passing on counts nothing and is nobody's."""
Standing = Literal["open", "kept", "released"]
"""What a way does to a promise."""


class Spoken(NamedTuple):
    """A line, and the condition it is said on, or nothing."""

    who: str
    """The person's name; empty for the narrator."""
    words: str
    when: str


class Pledged(NamedTuple):
    """A promise that a way makes, keeps or calls off."""

    standing: Standing
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a way leads, on a condition or without one."""

    to: str
    """The scene."""
    when: str = ""
    is_rest: bool = False
    """Whether it is taken where the condition of none before it holds."""
    is_reachable: bool = True
    is_best: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """A choice, a silence, or a scene's own `goto`."""

    name: str
    """The full name; of a `goto` the scene's."""
    kind: Kind
    words: str
    points: Points
    arrows: tuple[Arrow, ...]
    when: str = ""
    because: str = ""
    feels: tuple[tuple[str, str], ...] = ()
    """Person and what that person does not say."""
    answer: tuple[Spoken, ...] = ()
    notes: tuple[str, ...] = ()
    """What else it does: time, mood, facts."""
    pledges: tuple[Pledged, ...] = ()
    is_reachable: bool = True
    is_best: bool = False

    @property
    def tone(self) -> Tone:
        """Good, neutral or bad by what it counts in all."""
        if self.kind == "pass":
            return "pass"
        total = self.points.total
        return "good" if total > 0 else "bad" if total < 0 else "neutral"


@dataclass(frozen=True, slots=True)
class Card:
    """A scene."""

    name: str
    heading: str
    """Its heading, or an ending's title; else nothing."""
    facing: str
    """The person's name; empty in an ending."""
    opening: str
    """The first words."""
    lines: tuple[Spoken, ...]
    """All that is said, and an ending's text."""
    ways: tuple[Way, ...]
    outcome: Outcome | None = None
    channel: Channel | None = None
    """Where it changes."""
    moment: str = ""
    """The time that passes before it opens."""
    limit: str = ""
    """The time there is to choose, in a timed scene."""
    is_start: bool = False
    is_reachable: bool = True
    is_best: bool = False


class Extremes(NamedTuple):
    """The totals of the best and of the worst play."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A case, as a map shows it."""

    id: str
    title: str
    summary: str
    language: str
    channel: Channel
    cards: tuple[Card, ...]
    """In the file's order."""
    is_solved: bool
    """Whether it is known what plays reach; else nothing is said of it, and everything is drawn as reachable."""
    extremes: Extremes | None
    """None where it is not known, or no play ends."""
    best_play: tuple[str, ...] | None
    """The decisions of a shortest best play."""
