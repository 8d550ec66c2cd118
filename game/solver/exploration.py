"""Every state a play can reach, reduced, and every decision that leads from one to the next.

A decision does the same in every state that agrees in what it reads. So a state is held in two parts: its
circumstance (scene, time, moods, deadlines) and its marks; and the rules are asked once for each move, each
circumstance and each way the marks that the move reads can stand. On a hub of twelve topics that is one call
of the kernel for seventy decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.session.rules import advance, start
from game.session.state import State, Stop
from game.solver.reduction import Reduction

if TYPE_CHECKING:
    from game.session.playbook import Move, Playbook
    from game.session.points import Points

__all__ = ["Exploration", "TooManyStates", "explore"]


class TooManyStates(ValueError):
    """A scenario with more states than the bound; nothing is said of it rather than something approximate."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit:,} states")
        self.limit = limit


class _Circumstance:
    """Scene, time, moods and deadlines; with the states that share them, by their marks."""

    __slots__ = ("numbers", "state", "stop", "ways")

    def __init__(self, state: State, stop: Stop | None, reads: tuple[tuple[Move, int], ...]) -> None:
        self.state = state
        """Its marks mean nothing."""
        self.stop = stop
        """Ended or a ring; a dead end shows itself by the want of moves."""
        self.numbers: dict[int, int] = {}
        outcomes: list[dict[int, _Outcome]] = [{} for _ in reads]
        self.ways = tuple(
            (move, 0 if move.again else move.bit, move.when, asked, known)
            for (move, asked), known in zip(reads, outcomes, strict=True)
        )
        """For each move: its bit where it can be taken once, its condition, the marks it reads, what came of it."""


class _Outcome(NamedTuple):
    """What a move does to the states of a circumstance that agree in the marks it reads."""

    circumstance: _Circumstance
    keep: int
    """Of the marks before, those that stay as they are."""
    put: int
    """The marks that are set."""
    points: Points


@dataclass(slots=True)
class Exploration:
    """The graph of reduced states, numbered in the order of discovery: the fewest decisions first."""

    book: Playbook
    reduction: Reduction
    opening: Points
    all_marks: int
    circumstances: dict[tuple[State, Stop | None], _Circumstance] = field(default_factory=dict)
    scenes: list[int] = field(default_factory=list)
    """Of each state."""
    targets: list[int] = field(default_factory=list)
    """Where each decision leads: those from one state together, in the file's order, a silence last."""
    gains: list[Points] = field(default_factory=list)
    """What each decision brings, alongside."""
    bounds: list[int] = field(default_factory=list)
    """Where each state's decisions begin among them; and at last, how many there are."""
    parents: list[tuple[int, Move] | None] = field(default_factory=list)
    """How each state was first reached."""
    stops: dict[int, Stop] = field(default_factory=dict)
    """Of the states where a play stops."""
    taken: set[str] = field(default_factory=set)
    """The choices and silences some play can take."""
    seen: int = 0
    """The bits of the scenes some play leaves, if only to pass on."""
    is_ordered: bool = True
    """Whether each decision leads on to a state discovered later, or to a stop."""

    def path(self, number: int) -> tuple[str, ...]:
        """The decisions that first reached a state."""
        names = []
        step = self.parents[number]
        while step is not None:
            number, move = step
            names.append(move.name)
            step = self.parents[number]
        return tuple(reversed(names))

    def number(self, state: State) -> int:
        """The number of a state some play reaches, on which choices are on offer or the play has ended.

        Raises:
            KeyError: no play reaches it.
        """
        reduced = self.reduction.reduce(state)
        is_ending = self.book.positions[state.scene].is_ending
        found = self.circumstances[_bare(reduced), Stop.ENDED if is_ending else None]
        return found.numbers[reduced.marks]


def explore(book: Playbook, limit: int) -> Exploration:
    """Walk through all reachable states, breadth first.

    Raises:
        TooManyStates: there are more than the limit.
    """
    opening = start(book)
    found = Exploration(book, Reduction(book), opening.points, book.bits.all_marks, seen=opening.after.marks)
    first = found.reduction.reduce(opening.after)
    queue, queued = [_circumstance(found, first, opening.stop)], [first.marks]
    queue[0].numbers[first.marks] = 0
    targets, gains, bounds, parents, stops = found.targets, found.gains, found.bounds, found.parents, found.stops
    parents.append(None)
    for number, here in enumerate(queue):
        found.scenes.append(here.state[0])
        begin = len(targets)
        bounds.append(begin)
        if here.stop is not None:
            stops[number] = here.stop
            continue
        marks = queued[number]
        _, elapsed, _, moods, _ = here.state
        for move, bit, when, asked, known in here.ways:
            if marks & bit or (when is not None and not when(elapsed, marks, moods)):
                continue
            if move.is_silence and len(targets) == begin:
                break
            outcome = known.get(marks & asked)
            if outcome is None:
                outcome = known[marks & asked] = _outcome(found, here, move, marks, asked)
            there, keep, put, points = outcome
            after = marks & keep | put
            target = there.numbers.setdefault(after, len(queue))
            if target == len(queue):
                queue.append(there)
                queued.append(after)
                parents.append((number, move))
            elif target <= number and there.stop is None:
                found.is_ordered = False
            targets.append(target)
            gains.append(points)
        if len(targets) == begin:
            stops[number] = Stop.DEAD_END
        if len(queue) > limit:
            raise TooManyStates(limit)
    bounds.append(len(targets))
    return found


def _outcome(found: Exploration, here: _Circumstance, move: Move, marks: int, asked: int) -> _Outcome:
    """Ask the rules what a move does, once with all the marks it does not read clear, and once with all set.

    A mark that is clear after both is cleared, one that is set after both is set; the others stay as they were.
    """
    read = marks & asked
    after, points, stop = advance(found.book, here.state._replace(marks=read), move, None)
    filled, _, _ = advance(found.book, here.state._replace(marks=read | (found.all_marks & ~asked)), move, None)
    found.taken.add(move.name)
    found.seen |= after.marks
    matters = found.reduction.marks[after.scene]
    there = _circumstance(found, found.reduction.reduce(after), stop)
    return _Outcome(there, filled.marks & matters, after.marks & matters, points)


def _circumstance(found: Exploration, state: State, stop: Stop | None) -> _Circumstance:
    stop = None if stop is Stop.DEAD_END else stop
    key = (_bare(state), stop)
    known = found.circumstances.get(key)
    if known is None:
        known = found.circumstances[key] = _Circumstance(key[0], stop, found.reduction.reads[state.scene])
    return known


def _bare(state: State) -> State:
    return state._replace(marks=0)
