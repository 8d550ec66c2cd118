"""The rules of play: the one place that knows what a decision does.

`advance` is the kernel; `start`, `choices` and `play` wrap it for everybody else. The solver calls the kernel.
The order of effects is the one of docs/scenario-format.md, "Playing".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.events import TimePassed
from game.session.pledges import break_overdue, settle, shift
from game.session.points import NO_POINTS
from game.session.state import State, Step, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session.events import Event
    from game.session.playbook import Exits, Move, Playbook, Position
    from game.session.pledges import Due, Moods
    from game.session.points import Points

__all__ = [
    "MOST_PASSES",
    "NotAvailable",
    "advance",
    "choices",
    "offered",
    "play",
    "recurrent",
    "silence",
    "silent_move",
    "start",
    "stop",
]

MOST_PASSES = 10_000
"""Scenes that pass on within one decision; more are taken for a ring. A ring shows itself by a state that
comes back, at once or when its promises are broken; only one that waits for `elapsed` could take longer."""


_new = tuple.__new__
"""Makes a named tuple in half the time of its own name; for the two that every decision needs."""


class NotAvailable(ValueError):
    """A choice that is not on offer; names what is."""

    def __init__(self, choice: str, available: tuple[str, ...]) -> None:
        super().__init__(f"{choice!r} is not on offer here; on offer: {', '.join(available) or 'nothing'}")
        self.choice = choice
        self.available = available


def start(book: Playbook) -> Step:
    """Open a play: the first scene is entered, and those it passes on to."""
    told: list[Event] = []
    after, points, halt = _enter(book, book.start, 0, 0, book.moods, (), NO_POINTS, told)
    return Step(None, "", after, points, tuple(told), halt)


def choices(book: Playbook, state: State) -> tuple[str, ...]:
    """The names of the choices on offer, in the file's order; none where the play has stopped."""
    position = book.positions[state[0]]
    if position.names is not None and not state[2] & position.once:
        return position.names
    return tuple(move.name for move in offered(position, state))


def silence(book: Playbook, state: State) -> str | None:
    """The name of the silence that can fall here: in a timed scene with choices on offer, once a play."""
    move = silent_move(book.positions[state[0]], state)
    return None if move is None else move.name


def play(book: Playbook, state: State, choice: str) -> Step:
    """Take a choice, or let the silence named fall.

    Raises:
        NotAvailable: the choice is not on offer in this state; names what is.
    """
    move = book.moves.get(choice)
    if move is None or move.scene != state[0] or not _is_available(book, state, move):
        fallen = silence(book, state)
        raise NotAvailable(choice, choices(book, state) + ((fallen,) if fallen else ()))
    told: list[Event] = []
    after, points, halt = advance(book, state, move, told)
    return _new(Step, (state, choice, after, points, tuple(told), halt))


def stop(book: Playbook, state: State) -> Stop | None:
    """Why a play goes no further from this state; a ring is told by its Step alone, here it is a dead end."""
    position = book.positions[state[0]]
    if position.is_ending:
        return Stop.ENDED
    return None if choices(book, state) else Stop.DEAD_END


def offered(position: Position, state: State) -> Iterator[Move]:
    """The choices on offer, compiled."""
    _, elapsed, marks, moods, _ = state
    for move in position.moves:
        if (move.again or not marks & move.bit) and (move.when is None or move.when(elapsed, marks, moods)):
            yield move


def silent_move(position: Position, state: State) -> Move | None:
    """The silence that can fall in this state, compiled."""
    move = position.silence
    if move is None or state[2] & move.bit or next(offered(position, state), None) is None:
        return None
    return move


def advance(book: Playbook, state: State, move: Move, told: list[Event] | None) -> tuple[State, Points, Stop | None]:
    """Take an available move: the state after it, its points, and whether the play stops there.

    Events are appended to `told`, where there is one.
    """
    scene, elapsed, marks, moods, due = state
    if marks & move.bit:
        points, effect = NO_POINTS, move.repeated
    else:
        points, effect = move.points, move.first
        marks |= move.bit
    if told is not None:
        told.append(effect)
    if move.shifts:
        moods = shift(book, moods, move.shifts, told)
    if move.takes:
        elapsed += move.takes
        if told is not None:
            told.append(TimePassed(elapsed))
        if due and due[0][0] < elapsed:
            marks, moods, due, points = break_overdue(book, elapsed, marks, moods, due, points, told)
    if move.settles:
        marks, moods, due, points = settle(book, move, elapsed, marks, moods, due, points, told)
    marks = (marks | move.remember) & move.retain
    if move.answer and told is not None:
        told.extend(said for when, said in move.answer if when is None or when(elapsed, marks, moods))
    target = move.ahead if move.ahead is not None else _way(move.exits, elapsed, marks, moods)
    return _enter(book, target, elapsed, marks | book.positions[scene].bit, moods, due, points, told)


def _enter(
    book: Playbook,
    scene: int,
    elapsed: int,
    marks: int,
    moods: Moods,
    due: Due,
    points: Points,
    told: list[Event] | None,
) -> tuple[State, Points, Stop | None]:
    """Enter a scene, and those it passes on to."""
    passed: dict[int, State] = {}
    recurred: set[State] = set()
    passes = 0
    while True:
        position = book.positions[scene]
        if position.later or position.at is not None:
            before = elapsed
            elapsed += position.later if position.at is None else book.wait(position.at, elapsed)
            if told is not None and elapsed != before:
                told.append(TimePassed(elapsed))
        if due and (position.is_ending or due[0][0] < elapsed):
            now = None if position.is_ending else elapsed
            marks, moods, due, points = break_overdue(book, now, marks, moods, due, points, told)
        state = _new(State, (scene, elapsed, marks, moods, due))
        if passes > MOST_PASSES or (scene in passed and _recurs(book, passed[scene], state, recurred)):
            return state, points, Stop.RING
        if told is not None:
            told.extend(position.plain or _opening(position, elapsed, marks, moods))
        if position.free & ~marks:
            return state, points, None
        if position.is_ending:
            return state, points, Stop.ENDED
        if next(offered(position, state), None) is not None:
            return state, points, None
        if not position.exits:
            return state, points, Stop.DEAD_END
        passed.setdefault(scene, state)
        passes += 1
        scene = _way(position.exits, elapsed, marks, moods)
        marks |= position.bit


def _recurs(book: Playbook, first: State, state: State, recurred: set[State]) -> bool:
    """Whether a scene that is passed again is passed as it was before; notes how it was passed.

    Only a scene that comes back can close a ring, and few do; so nothing is compared before that.
    """
    recurred.add(recurrent(book, first))
    now = recurrent(book, state)
    if now in recurred:
        return True
    recurred.add(now)
    return False


def recurrent(book: Playbook, state: State) -> State:
    """What of a state decides where passing on from it leads; where it comes back, it comes back for ever.

    The time of the week is no part of it: it only matters to a promise, whose slack would have changed with it.
    """
    scene, elapsed, marks, moods, due = state
    slack = tuple((deadline - elapsed, promise) for deadline, promise in due)
    return State(scene, min(elapsed, book.latest), marks & book.asked, moods, slack)


def _opening(position: Position, elapsed: int, marks: int, moods: Moods) -> Iterator[Event]:
    yield position.opened
    for when, said in position.says:
        if when is None or when(elapsed, marks, moods):
            yield said


def _way(exits: Exits, elapsed: int, marks: int, moods: Moods) -> int:
    """The first way whose condition holds; the last has none."""
    for when, scene in exits:
        if when is None or when(elapsed, marks, moods):
            return scene
    raise ValueError("a goto without a way for every case; the loader lets none such pass")


def _is_available(book: Playbook, state: State, move: Move) -> bool:
    if move.is_silence:
        return silent_move(book.positions[state[0]], state) is not None
    _, elapsed, marks, moods, _ = state
    return (move.again or not marks & move.bit) and (move.when is None or bool(move.when(elapsed, marks, moods)))
