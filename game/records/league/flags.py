"""Timings that no reader could have produced: noted on a session, shown to who played it, and never held against it.

A play that goes faster than anybody reads, or in even steps like a machine's, may have a good reason: somebody knows
the case by heart. So nothing is dropped; whoever asks sees it.
"""

from __future__ import annotations

from statistics import fmean, pstdev
from typing import TYPE_CHECKING, NamedTuple

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["EVEN_STEPS", "FLAGS", "TOO_FAST", "UNORDERED", "Pause", "flag_words", "flags"]

TOO_FAST = "faster-than-reading"
"""More words went by than anybody reads."""
EVEN_STEPS = "even-steps"
"""The pauses between the answers are alike, as only a machine's are."""
UNORDERED = "times-out-of-order"
"""Of an uploaded journal: a later answer has the earlier time."""
FLAGS = (TOO_FAST, EVEN_STEPS, UNORDERED)

_WORDS_A_SECOND = 15.0
"""900 a minute: three to four times as many as adults read, who then still have to choose."""
_FEWEST = 5
"""Answers that are needed before anything can be said."""
_LEAST_SPREAD = 0.05
"""Standard deviation over mean; people's pauses spread by a third of their mean and more."""


class Pause(NamedTuple):
    """What lay between two answers."""

    ms: int
    words: int
    """That were new: said since, or on offer."""


def flags(pauses: Sequence[Pause]) -> tuple[str, ...]:
    """What is odd about the pauses before a play's answers; silences, which the clock decides, are left out before."""
    found = []
    if any(pause.ms < 0 for pause in pauses):
        found.append(UNORDERED)
    if len(pauses) >= _FEWEST:
        seconds = sum(pause.ms for pause in pauses) / 1000
        if sum(pause.words for pause in pauses) > _WORDS_A_SECOND * seconds:
            found.append(TOO_FAST)
        lengths = [pause.ms for pause in pauses]
        if (mean := fmean(lengths)) > 0 and pstdev(lengths) < _LEAST_SPREAD * mean:
            found.append(EVEN_STEPS)
    return tuple(found)


def flag_words(flag: str) -> str:
    """A flag as its player is told of it; a newer server's that is not known here, by its name."""
    noted = _("That is noted with the result and changes nothing about it.")
    words = {
        TOO_FAST: _("The answers came faster than anybody could have read."),
        EVEN_STEPS: _("The answers came in steps as even as a machine's."),
        UNORDERED: _("The journal's times run backwards."),
    }
    return f"{words.get(flag, flag)} {noted}"
