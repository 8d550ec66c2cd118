"""What happens in a step, in the order in which it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from game.scenario.model import Line
    from game.session.points import Points

__all__ = [
    "Effect",
    "Event",
    "LineSaid",
    "MoodChanged",
    "PromiseBroken",
    "PromiseKept",
    "PromiseMade",
    "PromiseReleased",
    "SceneOpened",
    "TimePassed",
]


class Effect(NamedTuple):
    """A choice, a silence, or a kept or broken promise had its effects."""

    cause: Literal["choice", "silence", "kept", "broken"]
    name: str
    """The choice's full name, or the promise's."""
    points: Points
    """What it counted this time: nothing for a repeat."""


class MoodChanged(NamedTuple):
    """A person's mood moved."""

    person: str
    before: int
    after: int


class TimePassed(NamedTuple):
    """The case's clock moved on."""

    elapsed: int
    """Case seconds since the opening, now."""


class PromiseMade(NamedTuple):
    """A promise is open from now on."""

    promise: str
    deadline: int
    """In case seconds since the opening."""


class PromiseKept(NamedTuple):
    """An open promise was fulfilled."""

    promise: str


class PromiseBroken(NamedTuple):
    """An open promise's deadline passed, or the case ended on it."""

    promise: str


class PromiseReleased(NamedTuple):
    """An open promise was called off in good time."""

    promise: str


class SceneOpened(NamedTuple):
    """A scene was entered."""

    scene: str


class LineSaid(NamedTuple):
    """Somebody said something."""

    line: Line


Event = (
    Effect
    | MoodChanged
    | TimePassed
    | PromiseMade
    | PromiseKept
    | PromiseBroken
    | PromiseReleased
    | SceneOpened
    | LineSaid
)
