"""A scenario, compiled for play: names to small integers, facts to bits, conditions to functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenario.times import WEEK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.scenario.model import Scenario
    from game.session.events import Effect, Event, LineSaid, SceneOpened
    from game.session.points import Points
    from game.session.predicate import Bits, Holds, Predicate

__all__ = ["Exits", "Fulfilment", "Move", "Playbook", "Pledge", "Position", "Spoken"]

Exits = tuple[tuple["Holds | None", int], ...]
Spoken = tuple[tuple["Holds | None", "LineSaid"], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A choice or a silence, compiled."""

    name: str
    scene: int
    bit: int
    """Set in a state's marks once it was taken."""
    is_silence: bool
    again: bool
    when: Holds | None
    points: Points
    shifts: tuple[tuple[int, int], ...]
    """Person and change of mood."""
    takes: int
    settles: bool
    """Whether it calls off, keeps or makes promises."""
    release: tuple[int, ...]
    keep: tuple[int, ...]
    promise: tuple[int, ...]
    remember: int
    retain: int
    """Every bit but those of the facts it forgets."""
    answer: Spoken
    exits: Exits
    ahead: int | None
    """Where it leads, where its first way has no condition."""
    first: Effect
    """What it tells the first time."""
    repeated: Effect
    reads: tuple[Predicate, ...]
    """The conditions that decide where a play goes: on offer, goto."""
    heard: tuple[Predicate, ...]
    """The conditions of its answer's lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Fulfilment:
    """What a promise does when it is kept or broken."""

    bit: int
    points: Points
    shifts: tuple[tuple[int, int], ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pledge:
    """A promise, compiled."""

    name: str
    open: int
    made: int
    within: int | None
    by: int
    """Seconds since the start of the week, where it is not due `within` a duration."""
    kept: Fulfilment
    broken: Fulfilment


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """A scene, compiled."""

    name: str
    bit: int
    """Set in a state's marks once the scene was left."""
    later: int
    at: int | None
    """Seconds since the start of the week."""
    is_ending: bool
    opened: SceneOpened
    says: Spoken
    plain: tuple[Event, ...] | None
    """What opening it tells, where none of its lines asks anything."""
    moves: tuple[Move, ...]
    """Choices in the file's order."""
    silence: Move | None
    names: tuple[str, ...] | None
    """Of the choices, where none of them asks anything."""
    once: int
    """The bits of its choices that are on offer until they were taken."""
    free: int
    """The bits of its choices that are on offer, whatever else, until they were taken."""
    exits: Exits
    reads: tuple[Predicate, ...]
    """The conditions of its own goto."""
    heard: tuple[Predicate, ...]
    """The conditions of its lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Playbook:
    """A compiled scenario."""

    scenario: Scenario
    """In the words in which it is told."""
    original: Scenario
    """In the author's words, which the revision is of."""
    revision: str
    people: tuple[str, ...]
    """The customer, then the others."""
    moods: tuple[int, ...]
    """At the opening, by person."""
    bits: Bits
    clock: int
    """The opening, in seconds since the start of the week."""
    start: int
    positions: tuple[Position, ...]
    moves: Mapping[str, Move]
    """By full name."""
    pledges: tuple[Pledge, ...]
    asked: int
    """The marks that some condition reads to decide where a play goes."""
    latest: int
    """From this many case seconds on, no `elapsed` can change its answer."""

    def wait(self, second: int, elapsed: int) -> int:
        """Seconds until the next such second of the week, not before now."""
        return (second - self.clock - elapsed) % WEEK
