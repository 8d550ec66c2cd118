"""Ranked sessions: played on the server, so that what a client knows is what was said.

A step is `(session, n)` and happens once: the same body again gives the same answer, another is refused. Whatever is
refused changes nothing. The server's clock decides whether an answer came in time.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select, update

from game.debrief import review
from game.records.database.tables import ENGINE, SESSIONS
from game.records.league.beginning import begun
from game.records.league.deciding import MOST_STEPS, decided, is_same, waited_ms
from game.records.league.finishing import account, finish, odd_timing, result_from, started_at
from game.records.league.played import Played, Result
from game.records.league.refused import Refused
from game.records.league.seasons import check_not_over
from game.records.league.sittings import (
    NO_CHAIN,
    Sitting,
    Sittings,
    chained,
    facts,
    head_of,
    put_step,
    read_steps,
    stand,
)
from game.records.league.timing import allowance
from game.records.uuid7 import is_uuid7
from game.session.journal import Untimed, read_journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from game.debrief import Debrief
    from game.records.league.casebook import CaseBook
    from game.records.league.played import StepBody
    from game.records.league.sittings import Facts, Stand
    from game.session.journal import Record

__all__ = ["MOST_STEPS", "Ranked"]

_TRIES = 3
"""How often a session is read again that another process moved on in between."""


# Made once, for making them takes longer than asking them.
_JOURNAL = select(SESSIONS.c.journal).where(SESSIONS.c.id == bindparam("key"))
_RESULT = select(*(SESSIONS.c[name] for name in Result.__struct_fields__)).where(SESSIONS.c.id == bindparam("key"))


class Ranked:
    """The ranked sessions of one process; any number of processes may share a database.

    Args:
        cases: the cases they are played on.
    """

    def __init__(self, cases: CaseBook) -> None:
        self.cases = cases
        self._sittings = Sittings()
        self._answering: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def answering(self, session: str) -> Iterator[None]:
        """Keep twins away while a step of a session is on its way to the database; hold it around the writing.

        Raises:
            Refused: a step of it is being answered just now, in this process.
        """
        with self._lock:
            if session in self._answering:
                raise _in_flight()
            self._answering.add(session)
        try:
            yield
        finally:
            with self._lock:
                self._answering.discard(session)

    def begin(
        self,
        c: Connection,
        player: str,
        season: str | None,
        scenario: str,
        language: str | None,
        *,
        has_timers: bool,
        now_ms: int,
    ) -> Played:
        """Begin a session, or take up the one that was left open.

        Args:
            c: a connection that may write.
            player: who plays.
            season: its slug; None for a case that was assigned to their team outside any season.
            scenario: the case's id.
            language: in which it is to be told, where it can be.
            has_timers: whether time limits run; a session taken up goes on as it was begun.
            now_ms: the time.

        Raises:
            Refused: there is no such season or case, or it cannot be played now.
        """
        session = begun(c, player, season, scenario, language, has_timers=has_timers, now_ms=now_ms)
        at = self._found(c, player, session)
        if at is None:
            raise _in_flight()
        if at.stand.state == "open" and at.sitting.last.stop is not None:
            at = self._finish(c, at, now_ms)  # nothing is to be decided in it
        played = self._played(c, at, now_ms)
        self._put(at)
        return played

    def step(self, c: Connection, player: str, session: str, n: int, body: StepBody, now_ms: int) -> Played:
        """Answer step n of a session.

        Args:
            c: a connection that may write.
            player: who plays.
            session: its key.
            n: of the step, counted from 1.
            body: what was decided.
            now_ms: the time.

        Raises:
            Refused: it is not theirs or not there, finished or closed; the step is another's, ahead, late or early, or
                nothing that is on offer.
        """
        for _try in range(_TRIES):
            at = self._found(c, player, session, is_alone=True)
            if at is None:
                continue  # another process moved it on while it was read
            try:
                if n <= at.sitting.n:
                    played: Played | None = self._again(c, at, n, body, now_ms)
                else:
                    played = self._next(c, at, n, body, now_ms)
            except Refused:
                self._put(at)  # nothing was changed
                raise
            if played is not None:
                self._put(at)
                return played
        raise _in_flight()

    def resume(self, c: Connection, player: str, session: str, now_ms: int) -> Played:
        """A session as it stands.

        Raises:
            Refused: it is not theirs, or not there; or its journal has been deleted since.
        """
        for _try in range(_TRIES):
            at = self._found(c, player, session)
            if at is not None:
                played = self._played(c, at, now_ms)
                self._put(at)
                return played
        raise _in_flight()

    def debrief(self, c: Connection, player: str, session: str, language: str | None = None) -> Debrief:
        """A session that has come to its end, explained.

        Args:
            c: a connection.
            player: who played.
            session: its key.
            language: in which the case is to be told; None: as it was played.

        Raises:
            Refused: it is not theirs or not there, is not finished, or its journal has been deleted since.
        """
        known = facts(c, session) if is_uuid7(session) else None
        if known is None or known.player != player:
            raise _unknown()
        found = stand(c, session)
        if found is None or found.state == "open":
            raise Refused("not-finished", "This session has not come to its end; its debrief comes after it.")
        case = self.cases.case(c, known.revision)
        journal = read_journal(_journal(c, session)).journal
        if journal is None:
            raise _gone()
        return review(case.book(language or known.language), case.solution, journal)

    # --- what the database has --------------------------------------------------------------------------------------

    def _found(self, c: Connection, player: str, session: str, *, is_alone: bool = False) -> _At | None:
        """A session played as far as the database has it; None where that changed while it was read."""
        if not is_uuid7(session):
            raise _unknown()
        found = stand(c, session, is_alone=is_alone)
        sitting = self._sittings.take(session, found) if found is not None and found.state == "open" else None
        known = facts(c, session) if sitting is None else sitting.facts
        if known is None or known.player != player or known.mode != "ranked":
            if sitting is not None:
                self._sittings.put(session, sitting)
            raise _unknown()  # or a journal that was sent: it has a debrief, and was never said here
        if found is None:
            if is_alone:
                raise _in_flight()
            return None
        if sitting is None:
            sitting = self._read(c, session, known, found)
        return None if sitting is None else _At(session, sitting, found)

    def _read(self, c: Connection, session: str, known: Facts, found: Stand) -> Sitting | None:
        """The session as it is kept; None where it is not kept so any more."""
        if found.state != "open":
            journal = read_journal(_journal(c, session)).journal
            if journal is None:
                raise _gone()
            return self._sitting(c, known, journal.records, NO_CHAIN)
        records, chain = read_steps(c, session)
        return self._sitting(c, known, records, chain) if (len(records), chain) == (found.n, found.chain) else None

    def _sitting(self, c: Connection, known: Facts, records: Sequence[Record], chain: str) -> Sitting:
        return Sitting(known, self.cases.book(c, known.revision, known.language), records, chain)

    def _put(self, at: _At) -> None:
        """Have a session that goes on at hand for its next step; whoever puts it back looks at it no more."""
        if at.stand.state == "open" and at.sitting.last.stop is None:
            self._sittings.put(at.session, at.sitting)

    # --- steps ------------------------------------------------------------------------------------------------------

    def _again(self, c: Connection, at: _At, n: int, body: StepBody, now_ms: int) -> Played:
        """Answer a step that was answered before, where it is the same."""
        records = at.sitting.records
        if n < 1 or not is_same(at.sitting, n, body):
            raise Refused("step-differs", "Step {n} was answered before, and otherwise.", n=n)
        if n == at.sitting.n:
            return self._played(c, at, now_ms)
        has_timers = at.stand.has_timers or any(isinstance(each, Untimed) for each in records[n:])
        then = at.stand._replace(state="open", has_timers=has_timers)
        return self._played(c, _At(at.session, self._sitting(c, at.sitting.facts, records[:n], NO_CHAIN), then), None)

    def _next(self, c: Connection, at: _At, n: int, body: StepBody, now_ms: int) -> Played | None:
        """Take the next step; None where another process took it in between."""
        sitting = at.sitting
        if at.stand.state != "open":
            raise Refused("finished", "This session has come to its end.")
        if n > sitting.n + 1:
            raise Refused("step-ahead", "Step {n} is not due yet; the next one is {next}.", n=n, next=sitting.n + 1)
        _check_open(sitting.facts, at.stand, now_ms)
        record = decided(sitting, at.stand, body, now_ms)
        chain = chained(sitting.chain, body.token, has_timers=body.has_timers)
        if not put_step(c, at.session, n, record, chain):
            return None
        sitting.add(record, chain)
        at = at._replace(stand=at.stand._replace(n=n, chain=chain, last_ms=record.ms))
        if isinstance(record, Untimed):
            c.execute(update(SESSIONS).where(SESSIONS.c.id == at.session).values(has_timers=False))
            at = at._replace(stand=at.stand._replace(has_timers=False))
        if sitting.last.stop is not None:
            at = self._finish(c, at, now_ms)
        return self._played(c, at, now_ms)

    def _finish(self, c: Connection, at: _At, now_ms: int) -> _At:
        """Close a session whose last step was just taken; the times of its steps are the database's."""
        known, sitting = at.sitting.facts, at.sitting
        records, _chain = read_steps(c, at.session)
        odd = odd_timing(sitting.book, sitting.steps, records, is_first=known.attempt == 1)
        row = account(sitting.book, self.cases.solution(c, known.revision), sitting.steps, odd)
        finish(
            c,
            at.session,
            player=known.player,
            season=known.season,
            head=head_of(known, records, started_at(known.started_ms), has_timers=at.stand.has_timers),
            records=records,
            row=row,
            now_ms=now_ms,
        )
        return at._replace(stand=at.stand._replace(state=row["state"]))

    def _played(self, c: Connection, at: _At, now_ms: int | None) -> Played:
        known, sitting = at.sitting.facts, at.sitting
        is_open = at.stand.state == "open"
        allowed = None
        if is_open and at.stand.has_timers and now_ms is not None:
            allowed = allowance(sitting.book, sitting.last)
        return Played(
            session=at.session,
            season=known.slug,
            scenario=known.scenario,
            revision=known.revision,
            attempt=known.attempt,
            counts=known.counts,
            next_step=sitting.n + 1,
            case=sitting.case,
            view=sitting.view,
            time_left_ms=None
            if allowed is None or now_ms is None
            else allowed.left_ms(waited_ms(known, at.stand, now_ms)),
            has_timers=at.stand.has_timers,
            state=at.stand.state,
            result=None if is_open else _result(c, at.session),
        )


class _At(NamedTuple):
    """A session that was found."""

    session: str
    sitting: Sitting
    stand: Stand


def _check_open(known: Facts, found: Stand, now_ms: int) -> None:
    """Refuse to move a session on that cannot be moved any more."""
    if known.season is not None:
        check_not_over(found.season_state or "", found.ends_ms or 0, now_ms)
    if found.withdrawn_ms is not None:
        raise Refused("case-withdrawn", "This case was withdrawn by whoever published it; it cannot be gone on with.")
    if known.engine != ENGINE:
        raise Refused("other-engine", "This session was begun under older rules of play; it cannot be gone on with.")


def _journal(c: Connection, session: str) -> bytes:
    """The journal of a session that has come to its end."""
    return c.scalar(_JOURNAL, {"key": session}) or b""


def _result(c: Connection, session: str) -> Result:
    return result_from(c.execute(_RESULT, {"key": session}).one())


def _unknown() -> Refused:
    return Refused("unknown-session", "You have no such session on this server.")


def _in_flight() -> Refused:
    return Refused("step-in-flight", "A step of this session is being answered just now. Ask again in a moment.")


def _gone() -> Refused:
    return Refused("journal-gone", "What was said in this session has been deleted; only what it brought is kept.")
