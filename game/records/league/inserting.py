"""Rows that are written unless they are there already, on either database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

__all__ = ["dialect_insert", "insert_new"]


def insert_new(c: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row, unless one of the same key, or of the same unique columns, is there; whether it was inserted.

    Somebody else who is inserting the same one is waited for.
    """
    statement = dialect_insert(c, table).values(dict(row)).on_conflict_do_nothing()
    # Of an INSERT SQLAlchemy forgets the number of rows unless it is told to keep it.
    return c.execute(statement, execution_options={"preserve_rowcount": True}).rowcount > 0


def dialect_insert(c: Connection, table: Table) -> Any:
    """An insert that can say what happens where a row is there already; both databases say it alike."""
    return postgresql.insert(table) if c.dialect.name == "postgresql" else sqlite.insert(table)
