"""Figures and grades in words, as a debrief's parts say them alike in the window and on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.reckoning import signed
from game.debrief.wording import total_words
from game.scenario.model import DIMENSIONS
from game.session.view import Chosen
from game.texts import _
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from game.debrief.debrief import Decided, Option
    from game.debrief.parts import Part
    from game.session.points import Points

__all__ = [
    "cost_words",
    "dimension_words",
    "option_words",
    "part_words",
    "points_by_dimension",
    "points_words",
    "split_words",
]


def dimension_words(dimension: str) -> str:
    """A dimension's name."""
    return {"respect": _("Respect"), "proactivity": _("Proactivity"), "follow_through": _("Follow-through")}[dimension]


def points_words(points: int) -> str:
    """Points with their sign, and the word."""
    return total_words(points, signed(points))


def points_by_dimension(points: Points) -> str:
    """The dimensions that moved, with their points; empty where none did."""
    moved = [(each, getattr(points, each)) for each in DIMENSIONS if getattr(points, each)]
    return " · ".join(f"{dimension_words(each)} {signed(value)}" for each, value in moved)


def cost_words(decided: Decided) -> str:
    """What a decision cost; empty where nothing is known of it."""
    if decided.grade is None:
        return ""
    if decided.regret is None:
        return _("from here no ending can be reached")
    if decided.regret == 0:
        return _("nothing lost")
    return _("1 point lost") if decided.regret == 1 else _("{count} points lost", count=decided.regret)


def split_words(decided: Decided) -> str:
    """How a loss is made up of what was lost at once and what was lost for later; empty where it is all at once."""
    if not decided.regret or not decided.later:
        return ""
    at_once = decided.regret - decided.later
    if at_once == 0:
        return _("{lost} lost, all of it for later", lost=decided.regret)
    values = {"lost": decided.regret, "at_once": abs(at_once), "later": abs(decided.later)}
    if at_once < 0:
        return _("{lost} lost: {later} for later, less {at_once} that it brought at once", **values)
    if decided.later < 0:
        return _("{lost} lost: {at_once} at once, less {later} that it left to be won later", **values)
    return _("{lost} lost: {at_once} at once and {later} for later", **values)


def option_words(option: Option | Chosen, language: str) -> str:
    """What is said, in quotation marks, or done; a silence has words of its own."""
    if not option.words:
        return _("Nothing was said.")
    return quoted(option.words, language) if option.is_spoken else option.words


def part_words(part: Part, language: str) -> str:
    """What was said or done in a part of a play that a decision opens."""
    entry = part.entries[0]
    return option_words(entry, language) if isinstance(entry, Chosen) else _("Nothing was said.")
