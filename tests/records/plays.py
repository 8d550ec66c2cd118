"""Plays of the small case, kept as a face of the game keeps them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.debrief import Debrief, review
from game.records import Kept, Result, begin, resume
from game.records.people import Person
from game.records.records import Records
from game.session.compiler import compile_scenario
from game.session.journal import Journal, Mode
from game.session.playbook import Playbook
from game.solver import Solution, solve
from tests.callback import CALLBACK

BEST = ("call/look", "call/listen", "plan/promise", "next-day/call")
GOOD = ("call/look", "call/listen", "plan/both", "next-day/call")
BAD = ("call/shrug", "plan/send-on")


@cache
def book() -> Playbook:
    """The case, compiled."""
    return compile_scenario(CALLBACK)


@cache
def solution() -> Solution:
    """The case, solved."""
    return solve(book())


def debrief_of(journal: Journal) -> Debrief:
    """What a play was worth."""
    return review(book(), solution(), journal)


def played(
    person: str,
    names: tuple[str, ...] = GOOD,
    *,
    mode: Mode = "graded",
    scenario: str = "callback",
    timers: bool = True,
) -> Path:
    """A play that left its journal, and that the database was not told of."""
    with begin(book(), scenario, mode, 7, person=person, timers=timers) as kept:
        return _taken(kept, names)


def kept_play(
    records: Records,
    person: str,
    names: tuple[str, ...] = GOOD,
    *,
    mode: Mode = "graded",
    scenario: str = "callback",
    timers: bool = True,
) -> Result:
    """A play whose result was kept at its end."""
    with begin(book(), scenario, mode, 7, person=person, timers=timers) as kept:
        path = _taken(kept, names)
        return records.keep(person, debrief_of(kept.session.journal), path)


def rewound(records: Records, person: str, names: tuple[str, ...] = BEST) -> Result:
    """A practice in which the last decision of a bad play was taken back before it went well."""
    path = played(person, ("call/swamp",), mode="practice")
    with resume(path) as kept:
        kept.session.take_back(50)
        _taken(kept, names)
        return records.keep(person, debrief_of(kept.session.journal), path)


def _taken(kept: Kept, names: tuple[str, ...]) -> Path:
    for number, name in enumerate(names):
        kept.session.take(name, 100 * (number + 1))
    assert kept.path is not None
    return kept.path


def all_of(records: Records) -> dict[Person, tuple[Result, ...]]:
    """Everybody, with what is known of their plays."""
    return {_hashable(each): records.history(each.id) for each in records.people()}


def _hashable(person: Person) -> Person:
    return _Someone(person.id, person.name, person.look, person.settings, person.created_ms)


class _Someone(Person):
    def __hash__(self) -> int:
        return hash(self.id)
