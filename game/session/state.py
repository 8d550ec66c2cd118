"""Where a play stands, and what one decision did."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.session.events import Event
    from game.session.points import Points

__all__ = ["State", "Step", "Stop"]


class State(NamedTuple):
    """Everything the rules remember of a play; its numbers are a Playbook's."""

    scene: int
    elapsed: int
    """Case seconds since the opening."""
    marks: int
    """Bits: facts, how promises stand, scenes seen before the present visit, choices taken."""
    moods: tuple[int, ...]
    """By person, the customer first; -3 to 3."""
    due: tuple[tuple[int, int], ...]
    """Deadline (in case seconds) and number of each open promise: earliest first, ties in order of making."""


class Stop(enum.Enum):
    """Why a play goes no further."""

    ENDED = "ended"
    DEAD_END = "dead end"
    """No choice is on offer, and the scene leads nowhere."""
    RING = "ring"
    """Scenes that only pass on to each other."""


class Step(NamedTuple):
    """One decision and all that came of it; the opening is a step without `before` and `choice`."""

    before: State | None
    choice: str
    after: State
    points: Points
    events: tuple[Event, ...]
    stop: Stop | None
