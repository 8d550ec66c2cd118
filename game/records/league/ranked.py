"""Ranked sessions: played on the server, so that what a client knows is what was said.

A step is `(session, n)` and happens once: the same body again gives the same answer, another is refused. Whatever is
refused changes nothing. The server's clock decides whether an answer came in time.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from game.debrief import review
from game.records.database.tables import ENGINE, SESSIONS, STEPS
from game.records.database.upserting import put_new
from game.records.league.beginning import begun
from game.records.league.deciding import MOST_STEPS, decided, is_same, waited_ms
from game.records.league.finishing import account, finish, odd_timing, result_from, started_at
from game.records.league.played import Played
from game.records.league.refused import Refused
from game.records.league.sittings import (
    NO_CHAIN,
    UNTIMED,
    Sitting,
    Sittings,
    chained,
    facts,
    head_of,
    is_there,
    read_steps,
)
from game.records.league.timing import allowance
from game.records.uuid7 import is_uuid7
from game.session.journal import Decision, Untimed, read_journal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from game.debrief import Debrief
    from game.records.league.casebook import CaseBook
    from game.records.league.played import Result, StepBody
    from game.records.league.sittings import Facts
    from game.session.journal import Record

__all__ = ["MOST_STEPS", "Ranked"]

_TRIES = 3
"""How often a session is read again that another process moved on in between."""


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
        found = self._facts(c, player, session)
        if found.n is None and self._new_sitting(c, found, [], NO_CHAIN).last.stop is not None:
            self._finished(c, session, found, now_ms)  # nothing is to be decided in it
        return self.resume(c, player, session, now_ms)

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
            found = self._facts(c, player, session, is_alone=True)
            if found.mode != "ranked":
                raise _unknown()
            sitting = self._sitting(c, session, found)
            if sitting is None:
                continue  # another process moved it on while it was read
            played: Played | None
            try:
                if n <= sitting.n:
                    played = self._again(c, session, found, sitting, n, body, now_ms)
                else:
                    played = self._next(c, session, found, sitting, n, body, now_ms)
            except Refused:
                self._put(session, found, sitting)  # nothing was changed
                raise
            if played is not None:
                self._put(session, found, sitting)
                return played
        raise _in_flight()

    def resume(self, c: Connection, player: str, session: str, now_ms: int) -> Played:
        """A session as it stands.

        Raises:
            Refused: it is not theirs, or not there; or its journal has been deleted since.
        """
        for _try in range(_TRIES):
            found = self._facts(c, player, session)
            if found.mode != "ranked":  # a journal that was sent: it has a debrief, and was never said here
                raise _unknown()
            sitting = self._sitting(c, session, found)
            if sitting is not None:
                told = self._played(c, session, found, sitting, now_ms)
                self._put(session, found, sitting)
                return told
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
        found = self._facts(c, player, session)
        if found.state == "open":
            raise Refused("not-finished", "This session has not come to its end; its debrief comes after it.")
        case = self.cases.case(c, found.revision)
        journal = read_journal(_journal(c, session)).journal
        if journal is None:
            raise _gone()
        return review(case.book(language or found.language), case.solution, journal)

    # --- what the database has --------------------------------------------------------------------------------------

    def _facts(self, c: Connection, player: str, session: str, *, is_alone: bool = False) -> Facts:
        found = facts(c, session, is_alone=is_alone) if is_uuid7(session) else None
        if found is None and is_alone and is_uuid7(session) and is_there(c, session, player):
            raise _in_flight()
        if found is None or found.player != player:
            raise _unknown()
        return found

    def _sitting(self, c: Connection, session: str, found: Facts) -> Sitting | None:
        """The session played as far as the database has it; None where that changed while it was read."""
        if found.state != "open":
            journal = read_journal(_journal(c, session)).journal
            if journal is None:
                raise _gone()
            return self._new_sitting(c, found, list(journal.records), NO_CHAIN)
        sitting = self._sittings.take(session, found)
        if sitting is not None:
            return sitting
        records, chain = read_steps(c, session)
        if (len(records), chain) != (found.n or 0, found.chain or NO_CHAIN):
            return None
        return self._new_sitting(c, found, records, chain)

    def _put(self, session: str, found: Facts, sitting: Sitting) -> None:
        """Have a session that goes on at hand for its next step; whoever puts it back looks at it no more."""
        if found.state == "open" and sitting.last.stop is None:
            self._sittings.put(session, sitting)

    def _new_sitting(self, c: Connection, found: Facts, records: list[Record], chain: str) -> Sitting:
        return Sitting(found, self.cases.book(c, found.revision, found.language), records, chain)

    # --- steps ------------------------------------------------------------------------------------------------------

    def _again(
        self, c: Connection, session: str, found: Facts, sitting: Sitting, n: int, body: StepBody, now_ms: int
    ) -> Played:
        """Answer a step that was answered before, where it is the same."""
        if n < 1 or not is_same(sitting, n, body):
            raise Refused("step-differs", "Step {n} was answered before, and otherwise.", n=n)
        if n < sitting.n:
            before = self._new_sitting(c, found, sitting.records[:n], NO_CHAIN)
            has_timers = found.has_timers or any(isinstance(each, Untimed) for each in sitting.records[n:])
            return self._played(c, session, found._replace(state="open", has_timers=has_timers), before, None)
        return self._played(c, session, found, sitting, now_ms)

    def _next(
        self, c: Connection, session: str, found: Facts, sitting: Sitting, n: int, body: StepBody, now_ms: int
    ) -> Played | None:
        """Take the next step; None where another process took it in between."""
        if found.state != "open":
            raise Refused("finished", "This session has come to its end.")
        if n > sitting.n + 1:
            raise Refused("step-ahead", "Step {n} is not due yet; the next one is {next}.", n=n, next=sitting.n + 1)
        _check_open(found, now_ms)
        record = decided(found, sitting, body, now_ms)
        chain = chained(sitting.chain, body.token, has_timers=body.has_timers)
        choice = record.choice if isinstance(record, Decision) else UNTIMED
        row = {"session": session, "n": n, "body_hash": chain, "choice": choice, "ms": record.ms}
        if not put_new(c, STEPS, row, keys=("session", "n")):
            return None
        sitting.add(record, chain)
        found = found._replace(n=n, chain=chain, last_ms=record.ms)
        if isinstance(record, Untimed):
            c.execute(update(SESSIONS).where(SESSIONS.c.id == session).values(has_timers=False))
            found = found._replace(has_timers=False)
        if sitting.last.stop is not None:
            found = self._finished(c, session, found, now_ms)
        return self._played(c, session, found, sitting, now_ms)

    def _finished(self, c: Connection, session: str, found: Facts, now_ms: int) -> Facts:
        """Close a session whose last step was just taken; its times are the database's."""
        records, chain = read_steps(c, session)
        sitting = self._new_sitting(c, found, records, chain)
        steps = sitting.played.steps
        odd = odd_timing(sitting.book, steps, records, is_first=found.attempt == 1)
        row = account(sitting.book, self.cases.solution(c, found.revision), steps, odd)
        finish(
            c,
            session,
            player=found.player,
            season=found.season,
            head=head_of(found, records, started_at(found.started_ms)),
            records=records,
            row=row,
            now_ms=now_ms,
        )
        return found._replace(state=row["state"])

    def _played(self, c: Connection, session: str, found: Facts, sitting: Sitting, now_ms: int | None) -> Played:
        is_open = found.state == "open"
        allowed = allowance(sitting.book, sitting.last) if is_open and found.has_timers else None
        return Played(
            session=session,
            season=found.slug,
            scenario=found.scenario,
            revision=found.revision,
            attempt=found.attempt,
            counts=found.counts,
            next_step=sitting.n + 1,
            case=sitting.played.case,
            view=sitting.mask.view(sitting.played.view, sitting.numbers, sitting.n + 1),
            time_left_ms=None if allowed is None or now_ms is None else allowed.left_ms(waited_ms(found, now_ms)),
            has_timers=found.has_timers,
            state=found.state,
            result=None if is_open else _result(c, session),
        )


def _check_open(found: Facts, now_ms: int) -> None:
    """Refuse to move a session on that cannot be moved any more."""
    if found.season is not None and (found.season_state != "open" or now_ms >= (found.ends_ms or 0)):
        raise Refused("season-closed", "The season is over; nothing can be played in it any more.")
    if found.withdrawn_ms is not None:
        raise Refused("case-withdrawn", "This case was withdrawn by whoever published it; it cannot be gone on with.")
    if found.engine != ENGINE:
        raise Refused("other-engine", "This session was begun under older rules of play; it cannot be gone on with.")


def _journal(c: Connection, session: str) -> bytes:
    """The journal of a session that has come to its end."""
    return c.scalar(select(SESSIONS.c.journal).where(SESSIONS.c.id == session)) or b""


def _result(c: Connection, session: str) -> Result:
    return result_from(c.execute(select(SESSIONS).where(SESSIONS.c.id == session)).one())


def _unknown() -> Refused:
    return Refused("unknown-session", "You have no such session on this server.")


def _in_flight() -> Refused:
    return Refused("step-in-flight", "A step of this session is being answered just now. Ask again in a moment.")


def _gone() -> Refused:
    return Refused("journal-gone", "What was said in this session has been deleted; only what it brought is kept.")
