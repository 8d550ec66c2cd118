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
from game.records.database.upserting import put_new
from game.records.league.masks import Mask
from game.session.journal import Decision, Head, Untimed
from game.session.session import LocalSession
from game.session.view import Chosen, Unanswered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from game.records.league.played import SessionState
    from game.session.journal import Record
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.session.view import Entry, View

__all__ = [
    "NO_CHAIN",
    "Facts",
    "Sitting",
    "Sittings",
    "Stand",
    "chained",
    "facts",
    "head_of",
    "put_step",
    "read_steps",
    "stand",
]

UNTIMED = ""
"""Stands where a choice would, in the step that switched the timers off."""
NO_CHAIN = ""
"""The hash before the first step."""
_MOST_SITTINGS = 4_096
"""At hand at once; some fifteen kilobytes each."""


class Facts(NamedTuple):
    """What never changes of a session."""

    player: str
    revision: str
    scenario: str
    mode: str
    season: str | None
    engine: int | None
    attempt: int
    counts: bool
    language: str | None
    seed: int
    nonce: bytes
    started_ms: int
    slug: str | None
    """Of its season."""


class Stand(NamedTuple):
    """How a session stands."""

    state: SessionState
    has_timers: bool
    season_state: str | None
    ends_ms: int | None
    """When its season does."""
    withdrawn_ms: int | None
    n: int
    """Of the last step; 0 where there is none, or none any more."""
    chain: str
    """The hash of all that was sent."""
    last_ms: int
    """When the last step was taken, since the session began."""


_LAST = STEPS.alias("last")
_LAST_N = select(func.max(STEPS.c.n)).where(STEPS.c.session == SESSIONS.c.id).scalar_subquery()
_STAND = (
    select(
        SESSIONS.c.state,
        SESSIONS.c.has_timers,
        SEASONS.c.state.label("season_state"),
        SEASONS.c.ends_ms,
        SCENARIOS.c.withdrawn_ms,
        func.coalesce(_LAST.c.n, 0),
        func.coalesce(_LAST.c.body_hash, NO_CHAIN),
        func.coalesce(_LAST.c.ms, 0),
    )
    .select_from(
        SESSIONS.join(SCENARIOS, SCENARIOS.c.revision == SESSIONS.c.revision)
        .outerjoin(SEASONS, SEASONS.c.id == SESSIONS.c.season)
        .outerjoin(_LAST, and_(_LAST.c.session == SESSIONS.c.id, _LAST.c.n == _LAST_N))
    )
    .where(SESSIONS.c.id == bindparam("session"), SESSIONS.c.state.is_not(None))
)
# Where another process answers a step of the same session just now, there is nothing to wait for: it is told so.
_STAND_ALONE = _STAND.with_for_update(of=SESSIONS, skip_locked=True)
_FACTS = (
    select(
        SESSIONS.c.player,
        SESSIONS.c.revision,
        SESSIONS.c.scenario,
        SESSIONS.c.mode,
        SESSIONS.c.season,
        SESSIONS.c.engine,
        SESSIONS.c.attempt,
        SESSIONS.c.counts,
        SESSIONS.c.language,
        SESSIONS.c.seed,
        SESSIONS.c.nonce,
        SESSIONS.c.started_ms,
        SEASONS.c.slug,
    )
    .select_from(SESSIONS.outerjoin(SEASONS, SEASONS.c.id == SESSIONS.c.season))
    .where(SESSIONS.c.id == bindparam("session"), SESSIONS.c.state.is_not(None))
)
_STEPS = (
    select(STEPS.c.choice, STEPS.c.ms, STEPS.c.body_hash)
    .where(STEPS.c.session == bindparam("session"))
    .order_by(STEPS.c.n)
)


def facts(c: Connection, session: str) -> Facts | None:
    """What never changes of a session, by its key, a UUID; None where there is none."""
    row = c.execute(_FACTS, {"session": session}).one_or_none()
    return None if row is None else Facts._make(row)


def stand(c: Connection, session: str, *, is_alone: bool = False) -> Stand | None:
    """How a session stands; None where there is none.

    Args:
        c: the connection.
        session: its key, a UUID.
        is_alone: whether to keep other processes from its steps until the transaction ends; then None may also mean
            that another one does.
    """
    row = c.execute(_STAND_ALONE if is_alone else _STAND, {"session": session}).one_or_none()
    return None if row is None else Stand._make(row)


def read_steps(c: Connection, session: str) -> tuple[list[Record], str]:
    """The records of an open session's steps, and the hash of all that was sent."""
    rows = c.execute(_STEPS, {"session": session}).all()
    return [_record(row.choice, row.ms) for row in rows], rows[-1].body_hash if rows else NO_CHAIN


def put_step(c: Connection, session: str, n: int, record: Record, chain: str) -> bool:
    """Write a step, unless there is one of its number; whether it was written."""
    choice = record.choice if isinstance(record, Decision) else UNTIMED
    row = {"session": session, "n": n, "body_hash": chain, "choice": choice, "ms": record.ms}
    return put_new(c, STEPS, row, keys=("session", "n"))


def chained(chain: str, token: str | None, *, has_timers: bool) -> str:
    """The hash of all that was sent, with one more step."""
    sent = f"{chain}/{'' if token is None else token}/{'' if has_timers else 'untimed'}"
    return hashlib.sha256(sent.encode()).hexdigest()


def head_of(session: Facts, records: Iterable[Record], started: str, *, has_timers: bool) -> Head:
    """The head of a session's journal; `has_timers` is whether they run still."""
    return Head(
        scenario=session.scenario,
        revision=session.revision,
        seed=session.seed,
        mode="ranked",
        started=started,
        timers=has_timers or any(isinstance(each, Untimed) for each in records),
    )


class Sitting:
    """A session played as far as its records go.

    Args:
        session: what never changes of it.
        book: its case, compiled, in its language.
        records: of all its steps.
        chain: the hash of all that was sent.
    """

    def __init__(self, session: Facts, book: Playbook, records: Sequence[Record], chain: str) -> None:
        self.facts = session
        self.book = book
        self.mask = Mask(session.nonce)
        self.chain = chain
        # Nothing a face is shown asks whether timers run.
        self._played = LocalSession(book, head_of(session, (), "", has_timers=True), _keep_nothing, records)
        self.case = self._played.case
        self.records = list(records)
        self._numbers = [n for n, record in enumerate(records, 1) if isinstance(record, Decision)]
        self._said: list[Entry] = []

    @property
    def n(self) -> int:
        """Of the last step."""
        return len(self.records)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The opening, and the decisions."""
        return self._played.steps

    @property
    def last(self) -> Step:
        """What it came to."""
        return self._played.last

    @property
    def view(self) -> View:
        """What its player sees."""
        view = self._played.view
        fresh = view.said[len(self._said) :]
        told = sum(isinstance(entry, Chosen | Unanswered) for entry in self._said)
        self._said += self.mask.entries(fresh, iter(self._numbers[told:]))
        return self.mask.view(view, self._said, self.n + 1)

    def add(self, record: Record, chain: str) -> None:
        """Take one more step, which the rules allow."""
        self.records.append(record)
        self.chain = chain
        if isinstance(record, Decision):
            self._numbers.append(self.n)
            if self.book.moves[record.choice].is_silence:
                self._played.fall_silent(record.ms)
            else:
                self._played.take(record.choice, record.ms)


class Sittings:
    """The sessions at hand; any number of threads may ask, and each session is one thread's at a time."""

    def __init__(self, most: int = _MOST_SITTINGS) -> None:
        self._most = most
        self._kept: OrderedDict[str, Sitting] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str, found: Stand) -> Sitting | None:
        """Take a session that is at hand as the database has it; until it is put back, nobody else finds it."""
        with self._lock:
            sitting = self._kept.pop(key, None)
        return None if sitting is None or (sitting.n, sitting.chain) != (found.n, found.chain) else sitting

    def put(self, key: str, sitting: Sitting) -> None:
        """Have a session at hand for its next step."""
        with self._lock:
            self._kept[key] = sitting
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def _record(choice: str, ms: int) -> Record:
    return Untimed(timers=False, ms=ms) if choice == UNTIMED else Decision(choice, ms)


def _keep_nothing(_record: Record) -> None:
    """What is kept stands in the database."""
