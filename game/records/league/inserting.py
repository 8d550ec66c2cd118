"""Rows that are written unless they are there already, whichever of their keys says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.database.upserting import dialect_insert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

__all__ = ["insert_new"]


def insert_new(c: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row, unless one of the same key, or of the same unique columns, is there; whether it was inserted.

    Somebody else who is inserting the same one is waited for.
    """
    statement = dialect_insert(c.dialect.name, table).values(dict(row)).on_conflict_do_nothing()
    # Of an INSERT SQLAlchemy forgets the number of rows unless it is told to keep it.
    return c.execute(statement, execution_options={"preserve_rowcount": True}).rowcount > 0
