"""Open sessions as a process has them at hand, each checked against the database whenever it is used.

What the database holds is the truth: a session's steps are known here by the hash of all that was sent, and where the
last step there has another number or hash than here, they are read anew. So any number of processes may answer the
steps of one session, and a transaction that is undone leaves nothing behind that would be believed.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, func, select

from game.records.database.tables import SCENARIOS, SEASONS, SESSIONS, STEPS
from game.records.league.masks import Mask
from game.session.journal import Decision, Head, Untimed
from game.session.rules import silence
from game.session.session import LocalSession

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from game.records.league.played import SessionState
    from game.session.journal import Record
    from game.session.playbook import Playbook
    from game.session.state import Step

__all__ = [
    "NO_CHAIN",
    "UNTIMED",
    "Facts",
    "Sitting",
    "Sittings",
    "chained",
    "facts",
    "head_of",
    "is_there",
    "read_steps",
]

UNTIMED = ""
"""Stands where a choice would, in the step that switched the timers off."""
NO_CHAIN = ""
"""The hash before the first step."""
_MOST_SITTINGS = 4_096
"""At hand at once; some ten kilobytes each."""


class Facts(NamedTuple):
    """What the database says of a session, its steps but the last left out."""

    player: str
    revision: str
    scenario: str
    mode: str
    state: SessionState
    season: str | None
    engine: int | None
    attempt: int
    counts: bool
    language: str | None
    seed: int
    nonce: bytes
    has_timers: bool
    started_ms: int
    slug: str | None
    season_state: str | None
    starts_ms: int | None
    ends_ms: int | None
    withdrawn_ms: int | None
    n: int | None
    """Of the last step; None where there is none, or none any more."""
    chain: str | None
    """The hash of all that was sent."""
    last_ms: int | None
    """When the last step was taken, since the session began."""


_LAST = STEPS.alias("last")
_LAST_N = select(func.max(STEPS.c.n)).where(STEPS.c.session == SESSIONS.c.id).scalar_subquery()
_FACTS = (
    select(
        SESSIONS.c.player,
        SESSIONS.c.revision,
        SESSIONS.c.scenario,
        SESSIONS.c.mode,
        SESSIONS.c.state,
        SESSIONS.c.season,
        SESSIONS.c.engine,
        SESSIONS.c.attempt,
        SESSIONS.c.counts,
        SESSIONS.c.language,
        SESSIONS.c.seed,
        SESSIONS.c.nonce,
        SESSIONS.c.has_timers,
        SESSIONS.c.started_ms,
        SEASONS.c.slug,
        SEASONS.c.state.label("season_state"),
        SEASONS.c.starts_ms,
        SEASONS.c.ends_ms,
        SCENARIOS.c.withdrawn_ms,
        _LAST.c.n,
        _LAST.c.body_hash,
        _LAST.c.ms,
    )
    .select_from(
        SESSIONS.join(SCENARIOS, SCENARIOS.c.revision == SESSIONS.c.revision)
        .outerjoin(SEASONS, SEASONS.c.id == SESSIONS.c.season)
        .outerjoin(_LAST, and_(_LAST.c.session == SESSIONS.c.id, _LAST.c.n == _LAST_N))
    )
    .where(SESSIONS.c.id == bindparam("key"), SESSIONS.c.state.is_not(None))
)
# Where another process answers a step of the same session just now, there is nothing to wait for: it is told so.
_FACTS_ALONE = _FACTS.with_for_update(of=SESSIONS, skip_locked=True)
_IS_THERE = select(SESSIONS.c.id).where(SESSIONS.c.id == bindparam("key"), SESSIONS.c.player == bindparam("whose"))
_STEPS = (
    select(STEPS.c.choice, STEPS.c.ms, STEPS.c.body_hash).where(STEPS.c.session == bindparam("key")).order_by(STEPS.c.n)
)


def facts(c: Connection, session: str, *, is_alone: bool = False) -> Facts | None:
    """What the database says of a session; None where it says nothing.

    Args:
        c: the connection.
        session: its key, a UUID.
        is_alone: whether to keep other processes from its steps until the transaction ends; then None may also mean
            that another one does.
    """
    row = c.execute(_FACTS_ALONE if is_alone else _FACTS, {"key": session}).one_or_none()
    return None if row is None else Facts._make(row)


def is_there(c: Connection, session: str, player: str) -> bool:
    """Whether a player has such a session."""
    return c.execute(_IS_THERE, {"key": session, "whose": player}).one_or_none() is not None


def chained(chain: str, token: str | None, *, has_timers: bool) -> str:
    """The hash of all that was sent, with one more step."""
    sent = f"{chain}/{'' if token is None else token}/{'' if has_timers else 'untimed'}"
    return hashlib.sha256(sent.encode()).hexdigest()


def head_of(session: Facts, records: Iterable[Record], started: str) -> Head:
    """The head of a session's journal."""
    return Head(
        scenario=session.scenario,
        revision=session.revision,
        seed=session.seed,
        mode="ranked",
        started=started,
        timers=session.has_timers or any(isinstance(each, Untimed) for each in records),
    )


class Sitting:
    """A session played as far as its records go.

    Args:
        session: what the database says of it.
        book: its case, compiled, in its language.
        records: of all its steps.
        chain: the hash of all that was sent.
    """

    def __init__(self, session: Facts, book: Playbook, records: Sequence[Record], chain: str) -> None:
        self.book = book
        self.mask = Mask(session.nonce)
        self.chain = chain
        self.played = LocalSession(book, head_of(session, records, ""), _keep_nothing, records)
        self.records = list(records)

    @property
    def n(self) -> int:
        """Of the last step."""
        return len(self.records)

    @property
    def last(self) -> Step:
        """What it came to."""
        return self.played.steps[-1]

    @property
    def numbers(self) -> list[int]:
        """Of the steps that decided something."""
        return [n for n, record in enumerate(self.records, 1) if isinstance(record, Decision)]

    def add(self, record: Record, chain: str) -> None:
        """Take one more step, which the rules allow."""
        match record:
            case Decision(choice, ms):
                if choice == silence(self.book, self.last.after):
                    self.played.fall_silent(ms)
                else:
                    self.played.take(choice, ms)
            case Untimed(_, ms):
                self.played.switch_timers_off(ms)
        self.records.append(record)
        self.chain = chain


class Sittings:
    """The sessions at hand; any number of threads may ask, and each session is one thread's at a time."""

    def __init__(self, most: int = _MOST_SITTINGS) -> None:
        self._most = most
        self._kept: OrderedDict[str, Sitting] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str, session: Facts) -> Sitting | None:
        """Take a session that is at hand as the database has it; until it is put back, nobody else finds it."""
        with self._lock:
            sitting = self._kept.pop(key, None)
        if sitting is None or (sitting.n, sitting.chain) != (session.n or 0, session.chain or NO_CHAIN):
            return None
        return sitting

    def put(self, key: str, sitting: Sitting) -> None:
        """Have a session at hand for its next step."""
        with self._lock:
            self._kept[key] = sitting
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def read_steps(c: Connection, session: str) -> tuple[list[Record], str]:
    """The records of an open session's steps, and the hash of all that was sent."""
    rows = c.execute(_STEPS, {"key": session}).all()
    return [_record(row.choice, row.ms) for row in rows], rows[-1].body_hash if rows else NO_CHAIN


def _record(choice: str, ms: int) -> Record:
    return Untimed(timers=False, ms=ms) if choice == UNTIMED else Decision(choice, ms)


def _keep_nothing(_record: Record) -> None:
    """What is kept stands in the database."""
