"""The score: one large figure and what it means, medals, and a ring for each dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.reckoning import signed
from game.debrief.wording import dearer_words, scales_words, unsolved_lines
from game.records import MEDALS, medal_for
from game.scenario.model import DIMENSIONS
from game.texts import _
from game.window.screens.debrief.boxes import Spread
from game.window.screens.debrief.figures import dimension_words, points_words
from game.window.screens.debrief.scale import Scale, medal_words
from game.window.widgets.boxes import Column, Flow, Row
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip, Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.meter import Ring

if TYPE_CHECKING:
    from game.debrief import Debrief, Scores
    from game.window.widgets.widget import Widget

__all__ = ["earned_medal", "medal_line", "next_medal_words", "own_best_words", "score_card"]

_NEAR = 150
"""How much a medal may be away to be named."""


def score_card(debrief: Debrief, own_best: int | None) -> Card:
    """The score and the three rings; or the bare points where there can be no score."""
    scores = debrief.scores
    if scores is None or debrief.best is None or debrief.worst is None:
        return _bare(debrief)
    number = Heading(str(scores.total), size=64, level=2)
    number.name = _("Score: {score} of 1000.", score=scores.total)
    beside: list[Widget] = [Label(_("of 1000"), size=18, colour="mute"), *_earned(debrief)]
    lines: list[Widget] = [
        Row(_("Your score"), number, Column(_("What it earned"), *beside, gap=4), gap=14, grows=1),
        Scale(scores.total, own_best),
        Label(scales_words(debrief), size=15),
    ]
    if words := next_medal_words(debrief):
        lines.append(Marked("medal", words, colour="accent", words_colour="ink", size=15))
    if words := own_best_words(debrief, own_best):
        lines.append(Marked("sparkle", words, colour="accent", words_colour="ink", size=15))
    lines.append(Spread(_("The three dimensions"), *_rings(debrief, scores), gap=8))
    if words := dearer_words(debrief):
        lines.append(Label(words, size=14, colour="mute"))
    return Card(_("Your score"), *lines, padding=22, gap=10)


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
    above = [(least - scores.total, medal) for medal, least in MEDALS.items() if least > scores.total]
    if not above or min(above)[0] > _NEAR:
        return ""
    missing, medal = min(above)
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


def _earned(debrief: Debrief) -> list[Widget]:
    found: list[Widget] = []
    if aloud := medal_line(debrief):
        words = medal_words(earned_medal(debrief))
        words = words[:1].upper() + words[1:]
        found.append(Chip("medal", words, colour="warn", words_colour="ink", size=17, name=aloud))
    if debrief.lost == 0:
        found.append(Chip("best", _("Without a slip"), colour="good", words_colour="ink", size=15))
    return [Flow(_("What it earned"), *found, gap=8)] if found else []


def _rings(debrief: Debrief, scores: Scores) -> list[Widget]:
    rings: list[Widget] = []
    for each in DIMENSIONS:
        values = {
            "dimension": dimension_words(each),
            "score": getattr(scores, each),
            "points": points_words(getattr(debrief.points, each)),
            "worst": signed(getattr(debrief.worst, each)),
            "best": signed(getattr(debrief.best, each)),
        }
        aloud = _("{dimension}: {score} of 100. {points}; possible: {worst} to {best}.", **values)
        ring = Ring(aloud, getattr(scores, each), label=dimension_words(each), side=92)
        scope = Label(_("{points} ({worst} to {best})", **values), size=13.5, colour="mute", align="centre")
        rings.append(Column(dimension_words(each), ring, scope, gap=0))
    return rings


def _bare(debrief: Debrief) -> Card:
    title = _("Your points")
    words = _("{dimension}: {points}")
    told: list[Widget] = [
        Label(words.format(dimension=dimension_words(each), points=points_words(getattr(debrief.points, each))))
        for each in DIMENSIONS
    ]
    told.append(Label(_("Together: {points}.", points=points_words(debrief.points.total)), weight="semi"))
    told += [Marked("alert", words, colour="warn", words_colour="ink") for words in unsolved_lines(debrief)]
    return Card(title, Heading(title, size=18), *told, padding=22, gap=8)
