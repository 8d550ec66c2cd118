"""After everything was killed: is all there that was acknowledged, once, and do the boards agree with it?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from game.records.database.tables import SESSIONS, STEPS
from game.records.league.masks import Mask
from game.records.league.rebuild import differences
from game.records.league.sittings import read_steps
from game.session.journal import Decision, Record, read_journal

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from game.records.database.connection import Database
    from tests.endurance.people import People

__all__ = ["reckon"]


def reckon(database: Database, people: People) -> None:
    """Compare what people were told with what is kept."""
    assert people.failures == []
    assert database.faults() == []
    with database.reading() as c:
        assert differences(c) == []
        rows = {row.id: row for row in c.execute(select(SESSIONS))}
        kept = {key: _records(c, row) for key, row in rows.items()}
        leftover = set(c.scalars(select(STEPS.c.session).distinct())) - {
            k for k, row in rows.items() if row.state == "open"
        }
    assert leftover == set()
    assert people.begun.keys() <= rows.keys()
    for (session, n), step in people.acknowledged.items():
        assert len(kept[session]) >= n, f"step {n} of {session} was acknowledged and is lost"
        record = kept[session][n - 1]
        assert isinstance(record, Decision)
        assert Mask(rows[session].nonce).is_token(step.token, n, record.choice), f"step {n} of {session} is another"
    for session, told in people.begun.items():
        if told["state"] == "finished":
            _check_finish(rows[session], told)
    _check_attempts(rows)
    for key, records in kept.items():
        decided = sum(isinstance(record, Decision) for record in records)
        assert rows[key].state == "open" or rows[key].decisions == decided, f"a step of {key} counts twice"
        # At most one step of a session can have been taken whose answer did not come.
        known = max((n for session, n in people.acknowledged if session == key), default=0)
        assert len(records) <= known + 1, f"{key} has steps that nobody sent"


def _records(c: Connection, row: Row[Any]) -> list[Record]:
    if row.state == "open":
        return read_steps(c, row.id)[0]
    journal = read_journal(row.journal).journal
    assert journal is not None
    return list(journal.records)


def _check_finish(row: Row[Any], told: dict[str, Any]) -> None:
    assert row.state == "finished", f"the end of {row.id} was acknowledged and is lost"
    result = told["result"]
    assert (row.score, row.outcome, row.counts) == (result["score"], result["outcome"], result["counts"])


def _check_attempts(rows: dict[str, Row[Any]]) -> None:
    """Nobody has two open sessions of a case, nor two attempts of one number."""
    attempts: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for row in rows.values():
        attempts[row.player, row.revision].append((row.attempt, row.state))
    for found in attempts.values():
        assert sorted(number for number, _state in found) == list(range(1, len(found) + 1))
        assert [state for _number, state in sorted(found)].count("open") <= 1
