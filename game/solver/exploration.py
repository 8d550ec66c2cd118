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

if TYPE_CHECKING:
    from game.session.playbook import Move, Playbook
    from game.session.points import Points
    from game.session.predicate import Holds
    from game.solver.listening import Listener
    from game.solver.reduction import Reduction

__all__ = ["Exploration", "Outcome", "TooManyStates", "explore"]


class TooManyStates(ValueError):
    """A scenario with more states than the bound; nothing is said of it rather than something approximate."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit:,} states")
        self.limit = limit


class _Circumstance:
    """Scene, time, moods and deadlines; with the states that share them, by their marks."""

    __slots__ = ("numbers", "outcomes", "state", "stop")

    def __init__(self, state: State, stop: Stop | None, moves: int) -> None:
        self.state = state
        """Its marks are those that deadlines imply: which promises are open."""
        self.stop = stop
        """Ended or a ring; a dead end shows itself by the want of moves."""
        self.numbers: dict[int, int] = {}
        self.outcomes: list[dict[int, Outcome]] = [{} for _ in range(moves)]
        """What came of each move, by the marks that it reads."""


class Outcome(NamedTuple):
    """What a move does to the states of a circumstance that agree in the marks it reads."""

    move: Move
    circumstance: _Circumstance
    keep: int
    """Of the marks before, those that stay as they are."""
    put: int
    """The marks that are set."""
    points: Points
    own: int
    """The total of the move's own points: nothing where it was taken before."""
    broken: int
    """Which promises break, by their marks."""


class _Way(NamedTuple):
    """A move of a scene, as a state there meets it."""

    move: Move
    once: int
    """Its bit, where it can be taken once."""
    when: Holds | None
    asked: int
    """The marks that decide what it does."""


@dataclass(slots=True)
class Exploration:
    """The graph of reduced states, numbered in the order of discovery: the fewest decisions first."""

    book: Playbook
    reduction: Reduction
    opening: Points
    listener: Listener | None
    ways: tuple[tuple[_Way, ...], ...]
    """By scene."""
    all_open: int
    """The marks of open promises."""
    all_broken: int
    """The marks of broken promises."""
    circumstances: dict[tuple[object, ...], _Circumstance] = field(default_factory=dict)
    scenes: list[int] = field(default_factory=list)
    """Of each state."""
    targets: list[int] = field(default_factory=list)
    """Where each decision leads: those from one state together, in the file's order, a silence last."""
    outcomes: list[Outcome] = field(default_factory=list)
    """What each decision does, alongside."""
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

    def edges(self, number: int) -> range:
        """A state's decisions, by their places in `targets` and `outcomes`."""
        return range(self.bounds[number], self.bounds[number + 1])

    def number(self, state: State) -> int:
        """The number of a state some play reaches, on which choices are on offer or the play has ended.

        Raises:
            KeyError: no play reaches it.
        """
        reduced = self.reduction.reduce(state)
        is_ending = self.book.positions[state.scene].is_ending
        found = self.circumstances[_key(reduced, Stop.ENDED if is_ending else None)]
        return found.numbers[reduced.marks]


def explore(book: Playbook, limit: int, reduction: Reduction, listener: Listener | None = None) -> Exploration:
    """Walk through all reachable states, breadth first.

    A listener is told which moment of which play it is; book and reduction must be its own then.

    Raises:
        TooManyStates: there are more than the limit.
    """
    found, here, marks = _begin(book, reduction, listener)
    queue, queued = [here], [marks]
    here.numbers[marks] = 0
    targets, outcomes, bounds, parents, stops = found.targets, found.outcomes, found.bounds, found.parents, found.stops
    for number, here in enumerate(queue):
        found.scenes.append(here.state[0])
        begin = len(targets)
        bounds.append(begin)
        if listener is not None:
            listener.stand(number, parents[number])
        if here.stop is not None:
            stops[number] = here.stop
            continue
        marks = queued[number]
        _, elapsed, _, moods, _ = here.state
        for (move, once, when, asked), known in zip(found.ways[here.state[0]], here.outcomes, strict=True):
            if marks & once or (when is not None and not when(elapsed, marks, moods)):
                continue
            if move.is_silence and len(targets) == begin:
                break
            outcome = known.get(marks & asked)
            if outcome is None:
                outcome = known[marks & asked] = _outcome(found, here, move, marks & asked)
            there = outcome.circumstance
            after = marks & outcome.keep | outcome.put
            target = there.numbers.setdefault(after, len(queue))
            if target == len(queue):
                queue.append(there)
                queued.append(after)
                parents.append((number, move))
            elif target <= number and there.stop is None:
                found.is_ordered = False
            targets.append(target)
            outcomes.append(outcome)
        if len(targets) == begin:
            stops[number] = Stop.DEAD_END
        if len(queue) > limit:
            raise TooManyStates(limit)
    bounds.append(len(targets))
    return found


def _begin(book: Playbook, reduction: Reduction, listener: Listener | None) -> tuple[Exploration, _Circumstance, int]:
    """Nothing explored yet; and the opening's state, in its two parts."""
    opening = start(book)
    found = Exploration(
        book,
        reduction,
        opening.points,
        listener,
        _ways(reduction, listener),
        all_open=sum(book.bits.open.values()),
        all_broken=sum(book.bits.broken.values()),
        parents=[None],
        seen=opening.after.marks,
    )
    if listener is not None:
        listener.note(None, opening.after, opening.events)
    first = reduction.reduce(opening.after)
    return found, _circumstance(found, first, opening.stop), first.marks


def _outcome(found: Exploration, here: _Circumstance, move: Move, read: int) -> Outcome:
    """Ask the rules what a move does: once, with the marks it does not read clear but for the open promises.

    What is set after that is set; of the others, those stay as they were that are neither forgotten nor say that
    a promise is open: which are, the deadlines tell.
    """
    told = None if found.listener is None else found.listener.decide(move)
    before = here.state._replace(marks=read | here.state.marks)
    after, points, stop = advance(found.book, before, move, told)
    found.taken.add(move.name)
    found.seen |= after.marks
    if found.listener is not None and told is not None:
        found.listener.note(before, after, told)
    matters = found.reduction.marks[after.scene]
    return Outcome(
        move=move,
        circumstance=_circumstance(found, found.reduction.reduce(after), stop),
        keep=matters & move.retain & ~found.all_open,
        put=matters & after.marks,
        points=points,
        own=0 if read & move.bit else move.points.total,
        broken=after.marks & ~before.marks & found.all_broken,
    )


def _circumstance(found: Exploration, state: State, stop: Stop | None) -> _Circumstance:
    stop = None if stop is Stop.DEAD_END else stop
    key = _key(state, stop)
    known = found.circumstances.get(key)
    if known is None:
        pledges = found.book.pledges
        opened = state._replace(marks=sum(pledges[number].open for _, number in state.due))
        known = found.circumstances[key] = _Circumstance(opened, stop, len(found.ways[state.scene]))
    return known


def _key(state: State, stop: Stop | None) -> tuple[object, ...]:
    """A state but for its marks."""
    scene, elapsed, _, moods, due = state
    return (scene, elapsed, moods, due, stop)


def _ways(reduction: Reduction, listener: Listener | None) -> tuple[tuple[_Way, ...], ...]:
    """The moves of each scene; a listener hears whether they are on offer."""
    return tuple(
        tuple(
            _Way(move, 0 if move.again else move.bit, move.when if listener is None else listener.when(move), asked)
            for move, asked in moves
        )
        for moves in reduction.reads
    )
