"""The score: how the case ended, one figure, and a ring for each dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import dearer_words, outcome_words, total_words
from game.scenario.model import DIMENSIONS
from game.texts import _
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.meter import Ring

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["dimension_words", "ending_card", "score_card", "signed"]

_OUTCOMES: dict[str, tuple[str, Tone]] = {
    "lost": ("lost", "bad"),
    "kept": ("kept", "good"),
    "delighted": ("charmed", "good"),
}


def dimension_words(dimension: str) -> str:
    """A dimension's name."""
    return {"respect": _("Respect"), "proactivity": _("Proactivity"), "follow_through": _("Follow-through")}[dimension]


def signed(points: int) -> str:
    """Points with their sign, a true minus included; 0 has none."""
    return f"+{points}" if points > 0 else f"\u2212{-points}" if points < 0 else "0"


def ending_card(debrief: Debrief) -> Card:
    """How it ended, and what has to be known about this play."""
    ending = debrief.ending
    lines: list[Widget] = []
    if ending is None:
        lines.append(Heading(_("Not played to an ending"), size=22, level=2))
        lines.append(Label(_("So there is no score; what you decided is explained below.")))
    else:
        lines.append(Heading(ending.title, size=22, level=2))
        mark, colour = _OUTCOMES[ending.outcome]
        lines.append(Marked(mark, outcome_words(ending.outcome), colour=colour, words_colour="ink", size=16))
        if ending.text:
            lines.append(Label(ending.text, weight="italic", size=17))
    if not debrief.has_timers:
        lines.append(Marked("timer", _("Played without time limits."), colour="mute", size=14))
    if debrief.was_rewound:
        words = _("Decisions were taken back, so this play counts for learning only.")
        lines.append(Label(words, size=14, colour="mute"))
    return Card(_("How it ended"), *lines, padding=22, gap=10)


def _points(points: int) -> str:
    return total_words(points, signed(points))


def score_card(debrief: Debrief) -> Card:
    """The score and the three rings; or the bare points where there can be no score."""
    scores, points = debrief.scores, debrief.points
    if scores is None or debrief.best is None or debrief.worst is None:
        words = _("{dimension}: {points}")
        told = [
            Label(words.format(dimension=dimension_words(each), points=_points(getattr(points, each))))
            for each in DIMENSIONS
        ]
        return Card(_("Your points"), Heading(_("Your points"), size=18), *told, padding=22, gap=6)
    rings = []
    for each in DIMENSIONS:
        values = {
            "dimension": dimension_words(each),
            "score": getattr(scores, each),
            "points": _points(getattr(points, each)),
            "worst": signed(getattr(debrief.worst, each)),
            "best": signed(getattr(debrief.best, each)),
        }
        told_aloud = _("{dimension}: {score} of 100. {points}; possible: {worst} to {best}.", **values)
        rings.append(Ring(told_aloud, getattr(scores, each), label=dimension_words(each)))
    total = Column(
        _("Your score"),
        Heading(_("{score} of 1000", score=scores.total), size=40, level=2),
        Label(_("0 is the worst play there is, 1000 the best."), size=15, colour="mute"),
        Label(_lost_words(debrief), size=15, colour="mute"),
        *_dearer(debrief),
        gap=2,
    )
    return Card(_("Your score"), total, Flow(_("The three dimensions"), *rings, gap=18), padding=22, gap=14)


def _dearer(debrief: Debrief) -> list[Label]:
    words = dearer_words(debrief)
    return [Label(words, size=15, colour="mute")] if words else []


def _lost_words(debrief: Debrief) -> str:
    points, best = debrief.points.total, debrief.best.total if debrief.best else 0
    places = [(number, each.regret) for number, each in enumerate(debrief.decisions, 1) if each.regret]
    if not places:
        return _("{points}: the best there is.", points=_points(points))
    where = ", ".join(_("{lost} at decision {number}", lost=lost, number=number) for number, lost in places)
    words = _("{points}; the best play has {best}. Lost: {where}.")
    return words.format(points=_points(points), best=signed(best), where=where)
