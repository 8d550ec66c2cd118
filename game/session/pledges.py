"""What becomes of promises: made, kept, called off, broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import MOOD_MAX, MOOD_MIN
from game.session.events import MoodChanged, PromiseMade, PromiseReleased

if TYPE_CHECKING:
    from game.session.events import Event
    from game.session.playbook import Fulfilment, Move, Playbook
    from game.session.points import Points

__all__ = ["Due", "Moods", "break_overdue", "settle", "shift"]

Due = tuple[tuple[int, int], ...]
Moods = tuple[int, ...]


def shift(book: Playbook, moods: Moods, shifts: tuple[tuple[int, int], ...], told: list[Event] | None) -> Moods:
    """Move moods, each within -3..3."""
    changed = list(moods)
    for person, change in shifts:
        before = changed[person]
        after = changed[person] = max(MOOD_MIN, min(MOOD_MAX, before + change))
        if told is not None and after != before:
            told.append(MoodChanged(book.people[person], before, after))
    return tuple(changed)


def break_overdue(
    book: Playbook, now: int | None, marks: int, moods: Moods, due: Due, points: Points, told: list[Event] | None
) -> tuple[int, Moods, Due, Points]:
    """Break the open promises whose deadline lies before now (all, where now is None): earliest first."""
    count = len(due) if now is None else sum(deadline < now for deadline, _ in due)
    for _, number in due[:count]:
        pledge = book.pledges[number]
        marks, moods, points = _fulfil(book, pledge.broken, marks & ~pledge.open, moods, points, told)
    return marks, moods, due[count:], points


def settle(
    book: Playbook,
    move: Move,
    now: int,
    marks: int,
    moods: Moods,
    due: Due,
    points: Points,
    told: list[Event] | None,
) -> tuple[int, Moods, Due, Points]:
    """Call off, keep and make the promises a move names, in this order; what does not apply is passed over."""
    for number in move.release:
        pledge = book.pledges[number]
        if marks & pledge.open:
            marks &= ~pledge.open
            due = _without(due, number)
            if told is not None:
                told.append(PromiseReleased(pledge.name))
    for number in move.keep:
        pledge = book.pledges[number]
        if marks & pledge.open:
            due = _without(due, number)
            marks, moods, points = _fulfil(book, pledge.kept, marks & ~pledge.open, moods, points, told)
    for number in move.promise:
        pledge = book.pledges[number]
        if not marks & pledge.made:
            marks |= pledge.made | pledge.open
            deadline = now + (book.wait(pledge.by, now) if pledge.within is None else pledge.within)
            due = _with(due, deadline, number)
            if told is not None:
                told.append(PromiseMade(pledge.name, deadline))
    return marks, moods, due, points


def _fulfil(
    book: Playbook, done: Fulfilment, marks: int, moods: Moods, points: Points, told: list[Event] | None
) -> tuple[int, Moods, Points]:
    if told is not None:
        told.extend(done.events)
    if done.shifts:
        moods = shift(book, moods, done.shifts, told)
    return marks | done.bit, moods, points.plus(done.points)


def _without(due: Due, number: int) -> Due:
    return tuple(entry for entry in due if entry[1] != number)


def _with(due: Due, deadline: int, number: int) -> Due:
    """The deadlines with one more, behind those that are no later."""
    place = sum(entry[0] <= deadline for entry in due)
    return (*due[:place], (deadline, number), *due[place:])
