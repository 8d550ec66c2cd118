"""How far the clock can move before a scene `at` a moment sets it, or the case ends.

Most times differ in nothing that comes of them: whether it is ten past or quarter past, the scene `at` noon opens at
noon. What could tell two times apart before that is a boundary between them and what may still pass: the moment
itself, a deadline, the moment by which something is promised. Far enough from every boundary, times are alike.
(The same thought as the zones of timed automata: R. Alur and D. Dill, "A theory of timed automata", 1994.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenario.times import DAY
from game.solver.components import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session.playbook import Exits, Move, Playbook, Position

__all__ = ["LONG_WAIT", "Span", "spans"]

LONG_WAIT = 6 * DAY
"""Seconds; whoever waits longer for a moment of the week has just missed it."""


@dataclass(frozen=True, slots=True)
class Span:
    """What lies between standing in a scene and the next moment that sets the clock."""

    seconds: int | None
    """Case time that can pass, at most: with every decision as much less of it as passes. None where it is not known
    so, or where a promise counts from when it is made."""
    moments: frozenset[int] = frozenset()
    """Seconds of the week at which a scene may open, and nothing before it set the clock."""
    deadlines: frozenset[int] = frozenset()
    """Seconds of the week by which something may be promised."""

    def __or__(self, other: Span) -> Span:
        """Either: the longer of the two."""
        known = self.seconds is not None and other.seconds is not None
        seconds = max(self.seconds or 0, other.seconds or 0) if known else None
        return Span(seconds, self.moments | other.moments, self.deadlines | other.deadlines)

    def after(self, seconds: int) -> Span:
        """The same, so much later."""
        total = None if self.seconds is None else self.seconds + seconds
        return Span(total, self.moments, self.deadlines)


_NOTHING = Span(0)


def spans(book: Playbook) -> list[Span]:
    """The span of each scene; where scenes lead to each other in no time, they share one."""
    found = [_NOTHING] * len(book.positions)
    follows = [[scene for scene in _ways(position) if _goes_on(book, scene)] for position in book.positions]
    for component in components(follows):
        turning = frozenset(component) if len(component) > 1 or component[0] in follows[component[0]] else frozenset()
        shared = _NOTHING
        for scene in component:
            position = book.positions[scene]
            for move in _moves(position):
                shared |= _made(book, move) | _behind(book, found, turning, move.exits, move.takes)
            shared |= _behind(book, found, turning, position.exits, 0)
        for scene in component:
            found[scene] = shared
    return found


def _behind(book: Playbook, found: list[Span], turning: frozenset[int], exits: Exits, takes: int) -> Span:
    """What lies behind some ways; the time of those that turn back is not known."""
    longest = _NOTHING
    for _, scene in exits:
        if scene not in turning:
            longest |= _entered(book, found, scene).after(takes)
        elif takes or book.positions[scene].later:
            longest |= Span(None)
    return longest


def _entered(book: Playbook, found: list[Span], scene: int) -> Span:
    """What lies behind entering a scene."""
    position = book.positions[scene]
    if position.at is not None:
        return Span(0, frozenset((position.at,)))
    return found[scene].after(position.later)


def _made(book: Playbook, move: Move) -> Span:
    """What the promises of a move ask of the clock."""
    made = [book.pledges[number] for number in move.promise]
    if any(pledge.within is not None for pledge in made):
        return Span(None)
    return Span(0, frozenset(), frozenset(pledge.by for pledge in made))


def _goes_on(book: Playbook, scene: int) -> bool:
    """Whether the clock runs on in a scene."""
    return book.positions[scene].at is None and not book.positions[scene].is_ending


def _ways(position: Position) -> Iterator[int]:
    for _, scene in position.exits:
        yield scene
    for move in _moves(position):
        for _, scene in move.exits:
            yield scene


def _moves(position: Position) -> tuple[Move, ...]:
    return position.moves if position.silence is None else (*position.moves, position.silence)
