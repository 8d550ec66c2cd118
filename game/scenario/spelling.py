"""Conditions as a trainer writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario import conditions as ask
from game.scenario.times import DAY, HOUR, MINUTE, WEEK

if TYPE_CHECKING:
    from game.scenario.conditions import Condition

__all__ = ["spelt"]


def spelt(condition: Condition, facing: str) -> str:
    """A condition in the words of `when:`; the mood of whom one faces is a plain `mood`."""
    match condition:
        case ask.Not(inner):
            return f"not {_inside(inner, facing)}"
        case ask.All(parts):
            return " and ".join(_inside(part, facing) for part in parts)
        case ask.Any(parts):
            return " or ".join(spelt(part, facing) for part in parts)
        case ask.Fact(name):
            return name
        case ask.PromiseIs(name, state):
            return f"{state} {name}"
        case ask.Taken(choice):
            return f"taken {choice}"
        case ask.Seen(scene):
            return f"seen {scene}"
        case ask.MoodIs(person, comparison, value):
            whose = "mood" if person == facing else f"mood of {person}"
            return f"{whose} {comparison} {value}"
        case ask.ElapsedIs(comparison, value):
            return f"elapsed {comparison} {_duration(value)}"


def _inside(condition: Condition, facing: str) -> str:
    """A part of a condition, in parentheses where it would be read otherwise."""
    words = spelt(condition, facing)
    return f"({words})" if isinstance(condition, ask.All | ask.Any) else words


def _duration(seconds: int) -> str:
    """A duration in the largest unit that counts it whole."""
    for size, one, many in (
        (WEEK, "week", "weeks"),
        (DAY, "day", "days"),
        (HOUR, "h", "h"),
        (MINUTE, "min", "min"),
        (1, "s", "s"),
    ):
        if seconds % size == 0 and seconds:
            return f"{seconds // size} {one if seconds == size else many}"
    return "0 s"
