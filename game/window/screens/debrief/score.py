"""The score: one large figure and what it means, medals, and a ring for each dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.reckoning import signed
from game.debrief.wording import dearer_words, scales_words, unsolved_lines
from game.records.medals import earned_medal, medal_line, medal_words, next_medal_words, own_best_words
from game.scenario.model import DIMENSIONS
from game.texts import _
from game.window.screens.debrief.boxes import Spread
from game.window.screens.debrief.figures import dimension_words, points_words
from game.window.screens.debrief.scale import Scale
from game.window.widgets.boxes import Column, Flow, Row
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip, Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.meter import Ring

if TYPE_CHECKING:
    from game.debrief import Debrief, Scores
    from game.window.widgets.widget import Widget

__all__ = ["earned_medal", "medal_line", "next_medal_words", "own_best_words", "score_card"]


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
