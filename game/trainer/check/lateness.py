"""How a promise that nobody can keep comes to be kept too late: the play that misses it by least, by the clock.

The promise is given more time, and it is surveyed again whether some play keeps it now. That play is then played in
the case as it is; and with a little less time than it would have needed it is looked for one that needs less.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from game.debrief.wording import duration_words
from game.scenario.times import DAY, MINUTE, WEEK, Duration, Moment
from game.session.compiler import compile_scenario
from game.session.events import PromiseMade
from game.session.rules import NotAvailable, play, start
from game.session.telling import moment
from game.solver import TooManyStates, survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.diagnostics import Diagnostic, Value
    from game.trainer.check.case import Case

__all__ = ["with_lateness"]

_MUCH = 1000 * WEEK
_LOOKS = 6
"""Surveys, at most, for each promise."""


class _Miss(NamedTuple):
    """A play that would keep a promise and is late."""

    way: tuple[str, ...]
    """The last choice is the one that would keep it."""
    begun: int
    """Case seconds when that is taken."""
    done: int
    """When it has taken its time."""
    due: int

    @property
    def late(self) -> int:
        """Seconds."""
        return self.done - self.due


def with_lateness(case: Case, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings, each promise that cannot be kept with the clock of the play that misses it by least."""
    return [_told(case, finding) if finding.code == "promise-cannot-be-kept" else finding for finding in found]


def _told(case: Case, finding: Diagnostic) -> Diagnostic:
    try:
        miss = _nearest(case, str(finding.values["name"]))
    except TooManyStates:
        return finding
    if miss is None:
        return finding
    values: dict[str, Value] = {**finding.values, "choice": miss.way[-1]}
    times = [miss.begun, miss.done, miss.due]
    same_day = len({(case.book.clock + each) // DAY for each in times}) == 1
    now, then, due = (_clock(case, each, with_day=not same_day) for each in times)
    values |= {"variant": "late", "now": now, "then": then, "due": due, "because": "late-takes"}
    values["takes"] = duration_words(miss.done - miss.begun)
    if miss.begun > miss.due:
        values |= {"because": "late", "late": duration_words(miss.begun - miss.due)}
    return replace(finding, values=values, witness=miss.way)


def _clock(case: Case, elapsed: int, *, with_day: bool) -> str:
    told = str(moment(case.book, elapsed))
    return told if with_day else told.partition(" ")[2]


def _nearest(case: Case, name: str) -> _Miss | None:
    """The play that is late by least of those that were looked at; None where more time would not help."""
    nearest: _Miss | None = None
    more = _MUCH
    for _ in range(_LOOKS):
        way = _way_with(case, name, more)
        miss = None if way is None else _miss(case, name, way)
        if miss is None or (nearest is not None and miss.late >= nearest.late):
            break
        nearest = miss
        more = miss.late - 1
    return nearest


def _way_with(case: Case, name: str, more: int) -> tuple[str, ...] | None:
    """A shortest way to keep a promise that is due so much later; None where no play does even then."""
    promise = case.scenario.promises[name]
    if promise.within is not None:
        later = msgspec.structs.replace(promise, within=Duration(promise.within + more))
    elif promise.by is not None and more < WEEK:
        minutes = (promise.by.second + more) % WEEK // MINUTE
        later = msgspec.structs.replace(promise, by=Moment(minutes * MINUTE // DAY, minutes % (DAY // MINUTE)))
    else:
        later = msgspec.structs.replace(promise, by=None, within=Duration(more))
    promises = {**case.scenario.promises, name: later}
    book = compile_scenario(msgspec.structs.replace(case.scenario, promises=promises))
    return survey(book, case.limit).promises[name].kept


def _miss(case: Case, name: str, way: tuple[str, ...]) -> _Miss | None:
    """The same way in the case as it is; None where it is closed there, since the promise is broken by then."""
    state = start(case.book).after
    begun = due = 0
    for choice in way:
        begun = state.elapsed
        try:
            step = play(case.book, state, choice)
        except NotAvailable:
            return None
        state = step.after
        for event in step.events:
            if isinstance(event, PromiseMade) and event.promise == name:
                due = event.deadline
    return _Miss(way, begun, begun + case.book.moves[way[-1]].takes, due)
