"""Medals in words: which one a play earned, how near the next one is, and how it stands beside the best so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.results import MEDALS, medal_for
from game.texts import _

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.records.results import Medal

__all__ = [
    "earned_medal",
    "medal_ahead",
    "medal_line",
    "medal_words",
    "next_medal_words",
    "own_best_words",
    "won_words",
]

_NEAR = 150
"""How much a medal may be away to be named."""


def medal_words(medal: str) -> str:
    """A medal's name."""
    return {"bronze": _("bronze"), "silver": _("silver"), "gold": _("gold")}[medal]


def won_words(score: int) -> str:
    """The medal of a score, in words; empty for none."""
    medal = medal_for(score)
    return medal_words(medal) if medal else ""


def medal_ahead(score: int) -> tuple[int, Medal] | None:
    """How many points the next medal is away, and which it is; None with the highest."""
    return min(((least - score, medal) for medal, least in MEDALS.items() if least > score), default=None)


def earned_medal(debrief: Debrief) -> str:
    """The medal a play earned; empty for none."""
    if debrief.scores is None or not debrief.counts:
        return ""
    return medal_for(debrief.scores.total) or ""


def medal_line(debrief: Debrief) -> str:
    """The medal a play earned, as a line; empty for none."""
    medal = earned_medal(debrief)
    return _("Medal: {medal}", medal=medal_words(medal)) if medal else ""


def next_medal_words(debrief: Debrief) -> str:
    """How near the next medal is; of a practice play, what a graded one would have earned; empty where nothing is."""
    scores = debrief.scores
    if scores is None:
        return ""
    if not debrief.counts:
        medal = medal_for(scores.total)
        if medal is None:
            return ""
        return _("A graded play with this score earns {medal}.", medal=medal_words(medal))
    ahead = medal_ahead(scores.total)
    if ahead is None or ahead[0] > _NEAR:
        return ""
    missing, medal = ahead
    return _("A score higher by {count} earns {medal}.", count=missing, medal=medal_words(medal))


def own_best_words(debrief: Debrief, own_best: int | None) -> str:
    """The score beside the person's own best before it; empty without one."""
    if debrief.scores is None or own_best is None:
        return ""
    more = debrief.scores.total - own_best
    if more == 0:
        return _("As good as your best so far.")
    if more > 0 and debrief.counts:
        return _("Your best score so far: {count} more than {best}.", count=more, best=own_best)
    if more > 0:
        return _("Above the score of your best graded play, {best}.", best=own_best)
    return _("{count} below your best score, {best}.", count=-more, best=own_best)
