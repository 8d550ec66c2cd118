"""The end of a ranked session: its steps become its journal, its times go, and what it brought stands in its row.

All of it happens in the transaction of the last step. The journal has no times: they served to see whether anything was
odd about them, which stays as a word or two.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, delete, update

from game.debrief.scoring import grade, regret, scores
from game.records.database.tables import SESSIONS, STEPS
from game.records.league.flags import Pause, flags
from game.records.league.played import Result
from game.records.league.standings import settle
from game.records.league.timing import offered_words, words_told
from game.records.results import no_grades
from game.session.journal import Decision, line
from game.session.points import NO_POINTS
from game.session.state import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from game.session.journal import Head, Record
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.solver import Solution

__all__ = ["account", "finish", "odd_timing", "result_from", "started_at", "timeless"]


# Made once, for making them takes longer than asking them.
_CLOSE = update(SESSIONS).where(SESSIONS.c.id == bindparam("key"))
_DROP_STEPS = delete(STEPS).where(STEPS.c.session == bindparam("key"))


def finish(
    c: Connection,
    session: str,
    *,
    player: str,
    season: str | None,
    head: Head,
    records: Sequence[Record],
    row: dict[str, Any],
    now_ms: int,
) -> None:
    """Close a session whose case has come to its end, or to none, and let it stand where it may.

    Args:
        c: a connection that may write.
        session: its key.
        player: who played.
        season: its key; None where it was played in none.
        head: of its journal.
        records: of all its steps.
        row: what it brought, as `account` has it.
        now_ms: the time.
    """
    journal = timeless(head, records)
    row = {
        **row,
        "ended_ms": now_ms,
        "journal": journal,
        "journal_bytes": len(journal),
        "journal_hash": hashlib.sha256(journal).hexdigest(),
    }
    c.execute(_CLOSE, {"key": session, **row})
    c.execute(_DROP_STEPS, {"key": session})
    if season is not None and row["state"] == "finished":
        settle(c, season, player, "ranked")


def account(book: Playbook, solution: Solution, steps: Sequence[Step], odd: Sequence[str]) -> dict[str, Any]:
    """What a play that stopped has brought, as its row has it; one that came to no ending brings no score.

    Args:
        book: its case.
        solution: all plays of it.
        steps: the opening, and its decisions.
        odd: what was odd about its timing.
    """
    last = steps[-1]
    points = NO_POINTS
    for step in steps:
        points = points.plus(step.points)
    grades = no_grades()
    for before, step in pairwise(steps):
        grades[grade(regret(solution, before.after, step))] += 1
    ending = book.scenario.scenes[book.positions[last.after.scene].name].ending if last.stop is Stop.ENDED else None
    best, worst = solution.best, solution.worst
    row: dict[str, Any] = {
        "state": "abandoned" if ending is None else "finished",
        "outcome": None if ending is None else ending.outcome,
        "decisions": len(steps) - 1,
        **grades,
        "flags": list(odd),
    }
    if ending is not None and best is not None and worst is not None:
        reached = scores(points, worst, best)
        row |= {"score": reached.total, "lost": best.total - points.total}
        row |= {key: getattr(reached, key) for key in ("respect", "proactivity", "follow_through")}
    return row


def result_from(row: Any) -> Result:
    """What a closed session brought, from its row."""
    return Result(
        score=row.score,
        counts=bool(row.counts),
        outcome=row.outcome,
        respect=row.respect,
        proactivity=row.proactivity,
        follow_through=row.follow_through,
        lost=row.lost,
        decisions=row.decisions,
        best=row.best,
        flags=tuple(row.flags or ()),
    )


def odd_timing(book: Playbook, steps: Sequence[Step], records: Sequence[Record], *, is_first: bool) -> tuple[str, ...]:
    """What is odd about the pauses of a play that was never taken back.

    Args:
        book: its case.
        steps: the opening, and its decisions.
        records: with their times.
        is_first: whether its player read the case for the first time; later on only the choices are new, for they
            stand in another order.
    """
    return flags(list(_pauses(book, steps, records, is_first=is_first)))


def _pauses(book: Playbook, steps: Sequence[Step], records: Sequence[Record], *, is_first: bool) -> Iterator[Pause]:
    since = 0
    decided = 0
    for record in records:
        if isinstance(record, Decision):
            before = steps[decided]
            decided += 1
            if not book.moves[record.choice].is_silence:
                words = offered_words(book, before) + (words_told(book, before) if is_first else 0)
                yield Pause(record.ms - since, words)
        since = record.ms


def timeless(head: Head, records: Sequence[Record]) -> bytes:
    """A journal whose records have no times."""
    return b"".join([line(head), *(line(msgspec.structs.replace(each, ms=0)) for each in records)])


def started_at(ms: int) -> str:
    """A moment as journals have it."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")
