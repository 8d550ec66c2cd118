"""Journals that were played elsewhere: verified by playing them again, and told apart from ranked sessions for good.

Whatever a journal says of itself, it counts as practice: its player had the whole case on their disk. Of a case that
only the server holds none is taken, or the answers could be asked for a journal at a time. A journal is one play,
however often, by whomever, and under whichever mode it is sent.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import func, select

from game.records.database.tables import ENGINE, SCENARIOS, SEASON_CASES, SEASONS, SESSIONS
from game.records.database.upserting import put_new
from game.records.league.finishing import account, odd_timing, result_from, timeless
from game.records.league.flags import UNORDERED
from game.records.league.played import Uploaded
from game.records.league.refused import Refused
from game.records.league.seasons import check_runs
from game.records.league.standings import settle
from game.records.uuid7 import uuid7_of
from game.session.journal import line, read_journal
from game.session.replay import replay
from game.session.state import Stop

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.league.casebook import CaseBook
    from game.session.journal import Head, Journal

__all__ = ["LARGEST_JOURNAL", "MOST_A_DAY", "Verified", "keep", "upload", "verify"]

LARGEST_JOURNAL = 64 * 1024
"""In bytes; a play of a whole case has two or three thousand."""
MOST_A_DAY = 50
"""Of one player."""
_MODE = "practice"
_MOST = 10**15
"""What a journal says beyond this is no time anybody played, and no seed that the game drew."""
_TRIES = 3
_DAY_MS = 24 * 3600 * 1000


class Verified(NamedTuple):
    """A journal that tells a play of a case from its opening to an ending."""

    hash: str
    """The same for the same play, however it is spelt and whatever mode it is given."""
    scenario: str
    revision: str
    started_ms: int
    """As the journal says; negative or late where it makes that up."""
    row: dict[str, Any]
    """What the play brought."""
    journal: bytes
    """Without times."""


def upload(c: Connection, cases: CaseBook, player: str, text: bytes, season: str | None, now_ms: int) -> Uploaded:
    """Verify a journal and keep it, in one go; whoever serves many does so in two, for verifying needs no turn.

    Raises: as `verify` and `keep`.
    """
    return keep(c, player, verify(c, cases, text), season, now_ms)


def verify(c: Connection, cases: CaseBook, text: bytes) -> Verified:
    """Play a journal again.

    Args:
        c: a connection; nothing is written.
        cases: the cases of the league.
        text: the journal, as its player's machine kept it.

    Raises:
        Refused: it is too large, damaged or unfinished, tells what the rules do not allow, or of a case of which no
            journals are taken.
    """
    journal = _journal(text)
    head = journal.head
    asked = select(SCENARIOS.c.withdrawn_ms, SCENARIOS.c.engine, SCENARIOS.c.is_open_book)
    case = c.execute(asked.where(SCENARIOS.c.revision == head.revision)).one_or_none()
    if case is None or not case.is_open_book:
        raise Refused("unknown-revision", "Journals of this case at this revision are not taken here.")
    if case.withdrawn_ms is not None:
        raise Refused("case-withdrawn", "This case was withdrawn by whoever published it.")
    if case.engine != ENGINE:
        raise Refused("other-engine", "This case was published for older rules of play; it has to be published anew.")
    kept = cases.case(c, head.revision)
    book = kept.book()
    found = replay(book, journal.records)
    if found.refused is not None:
        raise Refused(
            "journal-not-allowed",
            "Line {line} of the journal tells of a decision that the rules do not allow there.",
            line=found.accepted + 2,
        )
    if found.steps[-1].stop is not Stop.ENDED:
        raise Refused("journal-unfinished", "The journal does not tell of a play to its end.")
    odd = _odd(journal, () if found.was_rewound else odd_timing(book, found.steps, journal.records, is_first=False))
    row = account(book, kept.solution, found.steps, odd)
    row |= {"was_rewound": found.was_rewound, "has_timers": journal.has_timers}
    return Verified(
        hash=_hash(journal),
        scenario=kept.name,
        revision=head.revision,
        started_ms=_started_ms(head),
        row=row,
        journal=timeless(head, journal.records),
    )


def keep(c: Connection, player: str, verified: Verified, season: str | None, now_ms: int) -> Uploaded:
    """Keep a journal that was verified, unless it was sent before.

    Args:
        c: a connection that may write.
        player: who sends it.
        verified: what `verify` found.
        season: the slug of the season on whose practice boards it may stand; None for none.
        now_ms: the time, which is when the play counts as ended: what its journal says of that is its player's word.

    Raises:
        Refused: somebody else sent it before, its player sends too many, or the season is over or has no such case.
    """
    place = None if season is None else _season(c, season, verified.revision, now_ms)
    columns = SESSIONS.c
    for _try in range(_TRIES):
        asked = select(SESSIONS, SEASONS.c.slug).outerjoin(SEASONS, SEASONS.c.id == columns.season)
        known = c.execute(asked.where(columns.journal_hash == verified.hash)).first()
        if known is not None:
            if known.player != player:
                raise Refused("journal-known", "This journal was sent by somebody else before.")
            return Uploaded(
                session=known.id,
                season=known.slug,
                scenario=known.scenario,
                revision=known.revision,
                result=result_from(known),
                is_known=True,
            )
        session = _kept(c, player, verified, place, now_ms)
        if session is not None:
            break
    else:
        raise Refused("step-in-flight", "This journal is being taken in just now. Ask again in a moment.")
    if place is not None:
        settle(c, place, player, "practice")
    row = c.execute(select(SESSIONS).where(columns.id == session)).one()
    return Uploaded(
        session=session,
        season=season,
        scenario=row.scenario,
        revision=row.revision,
        result=result_from(row),
        is_known=False,
    )


def _kept(c: Connection, player: str, verified: Verified, season: str | None, now_ms: int) -> str | None:
    """The key of a new session; None where another process takes the same journal in."""
    columns = SESSIONS.c
    lately = select(func.count()).where(columns.player == player, columns.mode == _MODE)
    if (c.scalar(lately.where(columns.ended_ms > now_ms - _DAY_MS)) or 0) >= MOST_A_DAY:
        raise Refused("too-many-journals", "{most} journals a day are taken at most.", most=MOST_A_DAY)
    is_here = columns.season.is_(None) if season is None else columns.season == season
    before = select(func.max(columns.attempt)).where(columns.player == player, is_here)
    before = before.where(columns.revision == verified.revision, columns.mode == _MODE)
    started_ms = min(max(0, verified.started_ms), now_ms)
    key = uuid7_of(started_ms, verified.hash)
    row = {
        "id": key,
        "player": player,
        "revision": verified.revision,
        "scenario": verified.scenario,
        "mode": _MODE,
        "started_ms": started_ms,
        "ended_ms": now_ms,
        **verified.row,
        "season": season,
        "engine": ENGINE,
        "attempt": (c.scalar(before) or 0) + 1,
        "counts": not verified.row["was_rewound"],
        "journal": verified.journal,
        "journal_bytes": len(verified.journal),
        "journal_hash": verified.hash,
    }
    return key if put_new(c, SESSIONS, row) else None


def _season(c: Connection, slug: str, revision: str, now_ms: int) -> str:
    """The key of a season that runs and has the case."""
    season = c.execute(select(SEASONS).where(SEASONS.c.slug == slug)).one_or_none()
    if season is None:
        raise Refused("unknown-season", "There is no such season.")
    check_runs(season.state, season.starts_ms, season.ends_ms, now_ms)
    cases = SEASON_CASES.c
    if c.execute(select(cases.place).where(cases.season == season.id, cases.revision == revision)).first() is None:
        raise Refused("unknown-case", "There is no such case in this season.")
    return str(season.id)


def _journal(text: bytes) -> Journal:
    """A journal that is whole.

    Raises:
        Refused: it is not.
    """
    if len(text) > LARGEST_JOURNAL:
        raise Refused("journal-too-large", "A journal is {most} bytes long at most.", most=LARGEST_JOURNAL)
    reading = read_journal(text)
    journal = reading.journal
    if journal is None or abs(journal.head.seed) > _MOST:
        raise _damaged(1)
    numbers = (abs(each.ms) for each in journal.records)
    beyond = next((place for place, ms in enumerate(numbers) if ms > _MOST), None)
    if beyond is not None or reading.fault is not None:
        raise _damaged(2 + (len(journal.records) if beyond is None else beyond))
    return journal


def _damaged(number: int) -> Refused:
    return Refused("journal-damaged", "Line {line} of the journal is damaged.", line=number)


def _odd(journal: Journal, timing: tuple[str, ...]) -> tuple[str, ...]:
    """What is odd about the times a journal gives, which its player's machine wrote."""
    times = [0, *(record.ms for record in journal.records)]
    is_unordered = any(later < earlier for earlier, later in pairwise(times))
    return tuple(dict.fromkeys((*timing, *((UNORDERED,) if is_unordered else ()))))


def _hash(journal: Journal) -> str:
    """The fingerprint of the play a journal tells, in one spelling and without the mode it gives itself."""
    head = msgspec.structs.replace(journal.head, mode=_MODE)
    return hashlib.sha256(b"".join(line(part) for part in (head, *journal.records))).hexdigest()


def _started_ms(head: Head) -> int:
    try:
        return int(datetime.fromisoformat(head.started).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return 0
