"""Writing a row whether or not it is there: ON CONFLICT, which SQLAlchemy words for each database apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

__all__ = ["dialect_insert", "put_new", "upsert"]


def upsert(connection: Connection, table: Table, row: Mapping[str, Any], *, keys: Sequence[str]) -> None:
    """Write a row, or write it anew where one with the same keys is there; keys alone leave it as it is.

    Args:
        row: values by column; one for each key.
        keys: the columns of the primary key or of a unique constraint.
    """
    statement = dialect_insert(connection.dialect.name, table).values(row)
    new = {name: statement.excluded[name] for name in row if name not in keys}
    if new:
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=new))
    else:
        connection.execute(statement.on_conflict_do_nothing(index_elements=keys))


def put_new(
    connection: Connection, table: Table, row: Mapping[str, Any], *, keys: tuple[str, ...] | None = None
) -> bool:
    """Write a row unless one with the same keys is there; whether it was written.

    Somebody else who is writing the same one is waited for.

    Args:
        row: values by column.
        keys: the columns of the primary key or of a unique constraint; None: whichever of them says so.
    """
    return connection.execute(_putting_new(connection.dialect.name, table, keys), row).rowcount == 1


@lru_cache(64)
def _putting_new(dialect: str, table: Table, keys: tuple[str, ...] | None) -> Any:
    """Made once, for making it takes longer than asking it."""
    statement = dialect_insert(dialect, table).on_conflict_do_nothing(index_elements=keys)
    # Of an INSERT SQLAlchemy forgets the number of rows unless it is told to keep it.
    return statement.execution_options(preserve_rowcount=True)


def dialect_insert(dialect: str, table: Table) -> Any:
    """An INSERT that can be told what to do ON CONFLICT, which both databases understand alike."""
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)
