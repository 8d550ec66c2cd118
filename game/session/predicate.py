"""Conditions, compiled once into functions of a state's numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.scenario import conditions as ask

__all__ = ["Bits", "Holds", "Predicate", "compile_condition"]

Holds = Callable[[int, int, tuple[int, ...]], object]
"""Of elapsed, marks and moods; the answer's truth counts."""


class Bits(NamedTuple):
    """Which bit of a state's marks, or which number of its moods, stands for a name."""

    facts: Mapping[str, int]
    open: Mapping[str, int]
    made: Mapping[str, int]
    kept: Mapping[str, int]
    broken: Mapping[str, int]
    seen: Mapping[str, int]
    taken: Mapping[str, int]
    people: Mapping[str, int]

    @property
    def all_marks(self) -> int:
        """Every bit that stands for something."""
        return sum(bit for names in self[:-1] for bit in names.values())


class Predicate(NamedTuple):
    """A compiled condition, and what of a state it reads."""

    holds: Holds
    marks: int
    """The bits it reads."""
    people: frozenset[int]
    """Whose moods it reads."""
    latest: int
    """The greatest number of case seconds it compares with; -1 where it does not ask."""


_PYTHON_COMPARISONS: dict[ask.Comparison, str] = {"=": "==", "<": "<", "<=": "<=", "!=": "!=", ">=": ">=", ">": ">"}


def compile_condition(condition: ask.Condition, bits: Bits) -> Predicate:
    """Compile a condition.

    One Python expression per condition runs two to four times as fast as nested closures; it is made of
    whole numbers and operators only, never of the author's text.
    """
    marks, people, latest = 0, set[int](), -1
    for term in ask.terms(condition):
        match term:
            case ask.MoodIs(person):
                people.add(bits.people[person])
            case ask.ElapsedIs(_, value):
                latest = max(latest, value)
            case _:
                marks |= _bit(term, bits)
    holds: Holds = eval(f"lambda elapsed, marks, moods: {_expression(condition, bits)}", {"__builtins__": {}})
    return Predicate(holds, marks, frozenset(people), latest)


def _bit(term: ask.Fact | ask.PromiseIs | ask.Taken | ask.Seen, bits: Bits) -> int:
    match term:
        case ask.Fact(name):
            return bits.facts[name]
        case ask.PromiseIs(name, "open"):
            return bits.open[name]
        case ask.PromiseIs(name, "kept"):
            return bits.kept[name]
        case ask.PromiseIs(name):
            return bits.broken[name]
        case ask.Taken(choice):
            return bits.taken[choice]
        case _:
            return bits.seen[term.scene]


def _expression(condition: ask.Condition, bits: Bits) -> str:
    match condition:
        case ask.Not(inner):
            return f"(not {_expression(inner, bits)})"
        case ask.All(parts):
            return "(" + " and ".join(_expression(part, bits) for part in parts) + ")"
        case ask.Any(parts):
            return "(" + " or ".join(_expression(part, bits) for part in parts) + ")"
        case ask.MoodIs(person, comparison, value):
            return f"(moods[{bits.people[person]:d}] {_PYTHON_COMPARISONS[comparison]} {value:d})"
        case ask.ElapsedIs(comparison, value):
            return f"(elapsed {_PYTHON_COMPARISONS[comparison]} {value:d})"
        case _:
            return f"(marks & {_bit(condition, bits):d})"
