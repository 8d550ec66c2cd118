"""How far somebody came with the cases, as the screens show it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from game.texts import _
from game.window.widgets.chip import Marked

if TYPE_CHECKING:
    from game.records import Best

__all__ = ["Progress", "medal_words", "progress_marks", "score_words"]

_NOTHING: Mapping[str, Best] = MappingProxyType({})


class Progress(NamedTuple):
    """What was reached in which case."""

    bests: Mapping[str, Best] = _NOTHING
    """From graded plays, by case."""
    tried: frozenset[str] = frozenset()
    """The cases that were played at all, if only for practice."""

    def score(self, case: str) -> int | None:
        """The best score in a case; None where it was never played for a grade."""
        best = self.bests.get(case)
        return None if best is None else best.score

    def medal(self, case: str) -> str:
        """The medal won in a case; empty for none."""
        best = self.bests.get(case)
        return "" if best is None else best.medal or ""

    def is_tried(self, case: str) -> bool:
        """Whether it was played to an end."""
        return case in self.bests or case in self.tried


def medal_words(medal: str) -> str:
    """A medal's name."""
    return {"bronze": _("Bronze"), "silver": _("Silver"), "gold": _("Gold")}[medal]


def score_words(score: int) -> str:
    """A score, of the most there is."""
    return _("{score} of 1000", score=score)


def progress_marks(progress: Progress, case: str, *, size: float = 14) -> list[Marked]:
    """What was reached in a case: medal and best score, whether it was flawless, or that it was not tried yet."""
    best = progress.bests.get(case)
    if best is None:
        if not progress.is_tried(case):
            return [Marked("sparkle", _("Not tried yet"), colour="accent", words_colour="mute", size=size)]
        return [Marked("coach", _("Practised"), colour="accent", words_colour="mute", size=size)]
    score = _("best {score}", score=best.score)
    medal = progress.medal(case)
    name = _("Best score {score}", score=score_words(best.score))
    if medal:
        words = _("{medal} · {score}", medal=medal_words(medal), score=score)
        told = _("{medal} medal. {score}", medal=medal_words(medal), score=name)
        marks = [Marked("medal", words, colour="warn", words_colour="ink", size=size, name=told)]
    else:
        marks = [
            Marked("good", score[:1].upper() + score[1:], colour="accent", words_colour="ink", size=size, name=name)
        ]
    if best.is_flawless:
        flawless = _("Flawless: every decision was the best one there was")
        marks.append(Marked("best", _("flawless"), colour="good", size=size, is_filled=True, name=flawless))
    return marks
