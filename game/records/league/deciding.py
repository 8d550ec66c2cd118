"""What a body that was sent decides at the step that is due, by the server's clock; or why it decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.league.refused import Refused
from game.records.league.timing import allowance
from game.session.journal import Decision, Untimed
from game.session.rules import choices, silence

if TYPE_CHECKING:
    from game.records.league.played import StepBody
    from game.records.league.sittings import Facts, Sitting, Stand
    from game.session.journal import Record

__all__ = ["MOST_STEPS", "decided", "is_same", "waited_ms"]

MOST_STEPS = 500
"""Of one session; a case that can be played round and round would fill the disk."""


def decided(sitting: Sitting, found: Stand, body: StepBody, now_ms: int) -> Record:
    """What a body decides at the step that is due."""
    if sitting.n >= MOST_STEPS:
        raise Refused("too-many-steps", "This session has as many steps as one may have; it cannot be gone on with.")
    allowed = allowance(sitting.book, sitting.last) if found.has_timers else None
    waited = waited_ms(sitting.facts, found, now_ms)
    is_late = allowed is not None and allowed.is_late(waited)
    ms = waited + found.last_ms
    if not body.has_timers:
        if body.token is not None:
            raise Refused("bad-step", "A step either takes a choice or switches the time limits off, not both.")
        if not found.has_timers:
            raise Refused("no-time-runs", "The time limits are off already.")
        if is_late:
            raise _ran_out()
        return Untimed(timers=False, ms=ms)
    state = sitting.last.after
    if body.token is None:
        fallen = silence(sitting.book, state)
        if allowed is None or fallen is None:
            raise Refused("no-time-runs", "No time runs here, so nobody can let it run out.")
        if allowed.is_early(waited):
            raise Refused("too-early", "The time has not run out yet.")
        return Decision(fallen, ms)
    n = sitting.n + 1
    taken = [name for name in choices(sitting.book, state) if sitting.mask.is_token(body.token, n, name)]
    if not taken:
        raise Refused("not-on-offer", "That is not on offer here.")
    if is_late:
        raise _ran_out()
    return Decision(taken[0], ms)


def is_same(sitting: Sitting, n: int, body: StepBody) -> bool:
    """Whether step n was answered with this body."""
    record = sitting.records[n - 1]
    if isinstance(record, Untimed):
        return body.token is None and not body.has_timers
    if not isinstance(record, Decision) or not body.has_timers:
        return False
    if sitting.book.moves[record.choice].is_silence:
        return body.token is None
    return body.token is not None and sitting.mask.is_token(body.token, n, record.choice)


def waited_ms(known: Facts, found: Stand, now_ms: int) -> int:
    """Milliseconds since the last step, or since the session began; clocks of two machines may differ."""
    return max(0, now_ms - known.started_ms - found.last_ms)


def _ran_out() -> Refused:
    return Refused("time-ran-out", "The time to answer had run out; nothing was said.")
