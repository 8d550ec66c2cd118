"""Moving all that a server keeps into another database: from SQLite to PostgreSQL, back, or into a copy.

Every table is copied from one state of the source into an empty target, in one transaction; both are then read once
more and compared, row by row in numbers, and the boards with the sessions they are made of. Where anything differs,
the target stays empty. The source is only read.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select, text

from game.records.database.league import found_league, open_league
from game.records.database.tables import BOARDS, METADATA
from game.records.league.audit import chain_faults
from game.records.league.rebuild import differences
from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Table

__all__ = ["Moved", "move"]

_BATCH = 1000


class Moved(NamedTuple):
    """What was moved."""

    rows: Mapping[str, int]
    """How many of each table."""
    remarks: tuple[str, ...]
    """What is wrong in the source already and was moved as it is, a sentence each."""


class _Sum(NamedTuple):
    """A table in two numbers: how many rows, and what they hold, in whatever order."""

    rows: int
    content: int


def move(source: str, target: str) -> Moved:
    """Copy all tables of a database into another, an empty one, whose tables are made where there are none.

    Args:
        source: its address; it has the tables of this version.
        target: its address.

    Raises:
        Trouble: one of them cannot be used, the source is of another version, the target is not empty, or what came
            out is not what was put in; nothing was moved then.
    """
    origin = found_league(source)
    try:
        with origin.reading() as there:
            _be_patient(there)
            return _moved(there, target)
    finally:
        origin.close()


def _moved(there: Connection, target: str) -> Moved:
    database = open_league(target)
    try:
        with database.writing() as here:
            _be_patient(here)
            for table in METADATA.sorted_tables:
                if here.execute(select(table).limit(1)).first() is not None:
                    raise Trouble(
                        _(
                            "The database {path} is not empty. Take an empty one, so that nothing is lost.",
                            path=database.name,
                        )
                    )
            sums = {table.name: _copied(there, here, table) for table in METADATA.sorted_tables}
            _go_on_counting(here)
            for table in METADATA.sorted_tables:
                if _summed(_rows(here, table)) != sums[table.name]:
                    raise Trouble(
                        _(
                            "What came out in the table {table} is not what was put in, so nothing was moved.",
                            table=table.name,
                        )
                    )
            remarks = _remarks(there)
            if _remarks(here) != remarks:
                raise Trouble(_("The boards came out otherwise than they went in, so nothing was moved."))
        if database.dialect == "postgresql":
            with database.writing() as here:
                here.execute(text("ANALYZE"))  # or it would take the tables for small for some minutes
        return Moved({name: each.rows for name, each in sums.items()}, remarks)
    finally:
        database.close()


def _be_patient(c: Connection) -> None:
    """Let a transaction lie idle while the other database is busy, which may take minutes."""
    if c.dialect.name == "postgresql":
        c.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


def _copied(there: Connection, here: Connection, table: Table) -> _Sum:
    """Copy a table; what was copied, in numbers."""
    rows = content = 0
    batch: list[dict[str, Any]] = []
    for row in _rows(there, table):
        batch.append(row)
        if len(batch) == _BATCH:
            here.execute(insert(table), batch)
            rows, content = _added(rows, content, batch)
            batch = []
    if batch:
        here.execute(insert(table), batch)
        rows, content = _added(rows, content, batch)
    return _Sum(rows, content)


def _rows(c: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table, a few at a time; columns without a value are None, as they are inserted."""
    for row in c.execute(select(table).execution_options(yield_per=_BATCH)):
        yield dict(row._mapping)


def _summed(rows: Iterator[dict[str, Any]]) -> _Sum:
    count = content = 0
    for row in rows:
        count, content = _added(count, content, [row])
    return _Sum(count, content)


def _added(rows: int, content: int, batch: list[dict[str, Any]]) -> tuple[int, int]:
    for row in batch:
        digest = hashlib.blake2b(repr(tuple(row.values())).encode(), digest_size=16).digest()
        content = (content + int.from_bytes(digest)) % (1 << 128)
    return rows + len(batch), content


def _go_on_counting(c: Connection) -> None:
    """Have the next board get a number of its own: PostgreSQL has not seen those that were copied."""
    if c.dialect.name == "postgresql":
        last = select(func.coalesce(func.max(BOARDS.c.id), 0)).scalar_subquery()
        c.execute(select(func.setval(func.pg_get_serial_sequence("boards", "id"), last + 1, False)))


def _remarks(c: Connection) -> tuple[str, ...]:
    """What is wrong with the boards and the audit trail."""
    trail = [
        _("The audit trail is broken at line {number} ({kind}).", number=fault.n, kind=fault.kind)
        for fault in chain_faults(c)
    ]
    return (*differences(c), *trail)
