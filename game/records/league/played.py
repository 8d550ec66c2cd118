"""What is sent to a ranked session, and what it answers: values that travel as they are."""

from __future__ import annotations

from typing import Literal

import msgspec

# At run time too: msgspec reads the fields' types.
from game.session.view import Case, View

__all__ = ["Attempt", "Played", "Result", "SessionState", "StepBody", "Uploaded"]

SessionState = Literal["open", "finished", "abandoned"]
"""Abandoned: the case came to no ending, by its author's fault."""


class StepBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was decided at one step."""

    token: str | None
    """Of the choice on offer; None where the time ran out."""
    has_timers: bool = True
    """False, without a token: no time is to run out from here on."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a play brought that came to its end."""

    score: int | None
    """0 to 1000; None where the case came to no ending."""
    counts: bool
    """Whether it may stand on the board it was played for."""
    outcome: str | None = None
    respect: int | None = None
    """0 to 100, as the other dimensions."""
    proactivity: int | None = None
    follow_through: int | None = None
    lost: int | None = None
    """Points below the best there is."""
    decisions: int = 0
    best: int = 0
    """How many of them were the best there were."""
    flags: tuple[str, ...] = ()
    """What was odd about its timing, or nothing; see game/records/league/flags.py."""


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A ranked session as it stands: what its player may know, and nothing else of the case."""

    session: str
    season: str | None
    """Its slug; None where it is played for an assignment alone."""
    scenario: str
    revision: str
    attempt: int
    counts: bool
    next_step: int
    """The n of the step that is awaited."""
    case: Case
    view: View
    time_left_ms: int | None
    """To the end of a timed scene, the time to read included; None where no time runs."""
    has_timers: bool
    state: SessionState
    result: Result | None


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """A play of somebody's, in a list."""

    session: str
    season: str | None
    scenario: str
    revision: str
    title: str
    mode: str
    attempt: int
    state: SessionState
    started_ms: int
    ended_ms: int
    has_timers: bool
    result: Result | None


class Uploaded(msgspec.Struct, frozen=True, kw_only=True):
    """A journal that was played elsewhere, verified by playing it again."""

    session: str
    season: str | None
    scenario: str
    revision: str
    result: Result
    is_known: bool
    """Whether it had been sent before; nothing is counted twice."""
