"""What of a state can still matter: two states that agree in it have the same future, play for play.

Per scene: which marks, whose moods, how much of the time something reachable still asks for. A reduced state is
itself a state, so the rules run on it as it is.

A reduction is *thorough* where more is to be told than where a play goes and what it brings: then it also matters
what is said on the way, how each promise ends, how long a scene `at` a moment is waited for, and how far off a promise
`by` a moment is due.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import mul, or_
from typing import TYPE_CHECKING, NamedTuple

from game.scenario.times import WEEK
from game.session.points import NO_POINTS
from game.solver.components import components
from game.solver.hearing import is_followed
from game.solver.spans import LONG_WAIT, Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.session.playbook import Move, Playbook, Pledge, Position
    from game.session.pledges import Due, Moods
    from game.session.predicate import Predicate

__all__ = ["Reads", "Reduction"]


@dataclass(frozen=True, slots=True)
class _Need:
    """What may still be asked from some scene on."""

    marks: int = 0
    heard: int = 0
    """The marks that lines may ask for and that are followed beside the states."""
    people: frozenset[int] = frozenset()
    latest: int = -1
    """The greatest number of case seconds compared with; -1 where none is."""
    asks_week: bool = False
    """Whether a moment of the week, `at` or `by`, may come."""
    waits: bool = False
    """Whether it is to be told how long is waited for a moment."""
    passes_time: bool = False
    makes: frozenset[int] = frozenset()
    """Promises that may be made."""

    def __or__(self, other: _Need) -> _Need:
        return _Need(
            self.marks | other.marks,
            self.heard | other.heard,
            self.people | other.people,
            max(self.latest, other.latest),
            self.asks_week or other.asks_week,
            self.waits or other.waits,
            self.passes_time or other.passes_time,
            self.makes | other.makes,
        )


class Reads(NamedTuple):
    """What decides what an available move does, besides scene, time and deadlines."""

    marks: int
    people: tuple[int, ...]
    """Whose moods."""


class Reduction:
    """Forgets of a state what cannot matter any more, and knows what of it a move reads."""

    def __init__(self, book: Playbook, *, is_thorough: bool = False) -> None:
        self._scenes = [
            _Scene(book, need, span, is_thorough)
            for need, span in zip(_needs(book, is_thorough), spans(book), strict=True)
        ]
        self.marks = tuple(scene.marks for scene in self._scenes)
        """By scene: the marks that still matter."""
        self.heard = tuple(scene.heard for scene in self._scenes)
        """By scene: the marks that lines may still ask for."""
        self.moves = tuple(
            tuple((move, _read(book, move, is_thorough)) for move in _moves_of(position)) for position in book.positions
        )
        """By scene: its moves in the file's order, its silence last, each with what it reads."""

    def clock(self, scene: int, elapsed: int, due: Due) -> tuple[int, Due]:
        """The least time and deadlines with the same future."""
        return self._scenes[scene].clock(elapsed, due)

    def moods(self, scene: int, moods: Moods) -> Moods:
        """The moods that still matter; nothing for the others."""
        return self._scenes[scene].moods(moods)


class _Scene:
    """The reduction of the states in one scene."""

    def __init__(self, book: Playbook, need: _Need, span: Span, is_thorough: bool) -> None:
        self._book = book
        self._span = span
        self.marks = need.marks
        self.heard = need.heard
        self._moods = tuple(int(number in need.people) for number in range(len(book.people)))
        self._latest = need.latest
        self._passes_time = need.passes_time
        self._asks_week = need.asks_week
        self._waits = need.waits
        self._is_thorough = is_thorough
        matters = [is_thorough or _matters(pledge, need) for pledge in book.pledges]
        self._pledges = tuple(matters)
        self._makes = any(matters[number] for number in need.makes)
        self._open = sum(pledge.open for pledge, is_needed in zip(book.pledges, matters, strict=True) if is_needed)
        self.marks |= self._open
        self.marks |= sum({book.pledges[number].made for number in need.makes if matters[number]})

    def moods(self, moods: Moods) -> Moods:
        return tuple(map(mul, moods, self._moods))

    def clock(self, elapsed: int, due: Due) -> tuple[int, Due]:
        if due:
            due = tuple([entry for entry in due if self._pledges[entry[1]]])
        latest = self._latest
        if elapsed <= latest:
            now = elapsed
        else:
            counts_week = self._waits or (self._asks_week and bool(due or self._makes))
            if counts_week or (due and self._passes_time):  # a deadline's slack is counted from the last time alike
                elapsed = self._last_alike(elapsed, due if self._passes_time else ())  # else none of them passes
            now = latest + 1 + ((elapsed - latest - 1) % WEEK if counts_week else 0)
        if due:
            if not self._passes_time:
                due = tuple(sorted([(now, promise) for _, promise in due]))
            elif now != elapsed:
                due = tuple([(deadline - elapsed + now, promise) for deadline, promise in due])
        return now, due

    def _last_alike(self, elapsed: int, due: Due) -> int:
        """The last time from which no boundary is crossed that is not crossed from this one, with the same future."""
        span = self._span
        if span.seconds is None:
            return elapsed
        boundaries = [deadline for deadline, _ in due]
        for moment in span.moments:
            wait = self._book.wait(moment, elapsed)
            boundaries.append(elapsed + wait)
            if self._waits and wait > LONG_WAIT:
                boundaries.append(elapsed + wait - LONG_WAIT - 1)
        for moment in span.deadlines:
            wait = self._book.wait(moment, elapsed)
            boundaries.append(elapsed + wait)
            if self._is_thorough and wait > LONG_WAIT:
                boundaries.append(elapsed + wait - LONG_WAIT - 1)
        return max(elapsed, min(boundaries) - span.seconds) if boundaries else elapsed


def _matters(pledge: Pledge, need: _Need) -> bool:
    """Whether it makes any difference how the promise ends."""
    asked = pledge.open | pledge.kept.bit | pledge.broken.bit
    moved = {person for person, _ in (*pledge.kept.shifts, *pledge.broken.shifts)}
    scores = pledge.kept.points != NO_POINTS or pledge.broken.points != NO_POINTS
    return scores or bool(need.marks & asked) or not need.people.isdisjoint(moved)


def _needs(book: Playbook, is_thorough: bool) -> list[_Need]:
    """What may be asked from each scene on: of its own moves, and of whatever follows."""
    positions = book.positions
    follows = [sorted(_follows(position)) for position in positions]
    entered = [_entering(position, is_thorough) for position in positions]
    inside = [_inside(book, position, is_thorough) for position in positions]
    needs: list[_Need] = [_Need()] * len(positions)
    for component in components(follows):
        members = set(component)
        own: Iterable[_Need] = (inside[scene] for scene in component)
        beyond = (
            needs[target] | entered[target] for scene in component for target in follows[scene] if target not in members
        )
        is_cyclic = len(component) > 1 or component[0] in follows[component[0]]
        again = (entered[scene] for scene in component) if is_cyclic else ()
        shared = reduce(_Need.__or__, (*own, *beyond, *again))
        for scene in component:
            needs[scene] = shared
    return needs


def _follows(position: Position) -> set[int]:
    ways = [*position.exits, *(way for move in _moves_of(position) for way in move.exits)]
    return {scene for _, scene in ways}


def _entering(position: Position, is_thorough: bool) -> _Need:
    """What entering a scene asks: the week, and time passes; and what chooses its lines."""
    waits = position.at is not None
    need = _Need(asks_week=waits, waits=waits and is_thorough, passes_time=waits or position.later > 0)
    return reduce(_Need.__or__, (_overheard(test) for test in position.heard), need) if is_thorough else need


def _inside(book: Playbook, position: Position, is_thorough: bool) -> _Need:
    need = reduce(_Need.__or__, (_asked(test) for test in position.reads), _Need())
    for move in _moves_of(position):
        need = reduce(_Need.__or__, (_asked(test) for test in move.reads), need)
        if is_thorough:
            need = reduce(_Need.__or__, (_overheard(test) for test in move.heard), need)
        counts_once = not move.again or move.points != NO_POINTS
        need |= _Need(
            marks=move.bit if counts_once else 0,
            asks_week=any(book.pledges[number].within is None for number in move.promise),
            passes_time=move.takes > 0,
            makes=frozenset(move.promise),
        )
    return need


def _asked(test: Predicate) -> _Need:
    return _Need(marks=test.marks, people=test.people, latest=test.latest)


def _overheard(test: Predicate) -> _Need:
    need = _asked(test)
    return replace(need, marks=0, heard=need.marks) if is_followed(test) else need


def _moves_of(position: Position) -> tuple[Move, ...]:
    """A scene's choices in the file's order, then its silence."""
    return position.moves if position.silence is None else (*position.moves, position.silence)


def _read(book: Playbook, move: Move, is_thorough: bool) -> Reads:
    """What decides what an available move does.

    A scene that never passes on is entered whatever its choices: whether they are on offer is asked there.
    """
    tests, heard = [*move.reads], [*move.heard]
    read = move.bit if move.again else 0
    for number in (*move.release, *move.keep):
        read |= book.pledges[number].open
    for number in move.promise:
        read |= book.pledges[number].made
    entered: set[int] = set()
    waiting = [scene for _, scene in move.exits]
    while waiting:
        scene = waiting.pop()
        position = book.positions[scene]
        if scene in entered:
            continue
        entered.add(scene)
        heard += position.heard
        if position.is_ending or not position.exits:
            continue
        waiting.extend(target for _, target in position.exits)
        tests += position.reads
        tests += (test for choice in position.moves for test in choice.reads)
        read |= position.once
    people = {person for test in tests for person in test.people}
    if is_thorough:
        people.update(person for test in heard for person in test.people)
        tests += (test for test in heard if not is_followed(test))
    return Reads(reduce(or_, (test.marks for test in tests), read), tuple(sorted(people)))
