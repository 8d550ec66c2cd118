"""The schema's revisions, carried out by Alembic in batch mode: SQLite changes a table by making it anew.

They are listed here and not looked for in a folder, so that they are there in whatever form the program is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import delete, insert, inspect, select

from game.records.database.migrations.versions import v0001_players_scenarios_sessions, v0002_league
from game.records.database.tables import VERSIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.database.connection import Database

__all__ = ["REVISIONS", "Revision", "carry_out", "upgrade"]


class Revision(Protocol):
    """A step from the schema before to the next; a module of `versions`."""

    revision: str
    """Its number, four figures."""

    def upgrade(self) -> None:
        """Change the tables, through `alembic.op`."""


REVISIONS: tuple[Revision, ...] = (v0001_players_scenarios_sessions, v0002_league)
"""In order; only added to, for what stands here has made databases."""


def upgrade(database: Database, revisions: tuple[Revision, ...] | None = None) -> None:
    """Bring a database to the newest revision of the schema, in one transaction.

    Raises:
        Trouble: the database cannot be written; it is as it was. `Damage` where it is not what its version says.
    """
    with database.writing(keeps_references=False) as connection:
        carry_out(connection, revisions)


def carry_out(connection: Connection, revisions: tuple[Revision, ...] | None = None) -> None:
    """Bring the tables to the newest revision in a transaction that does not keep references."""
    done = _version(connection)
    with Operations.context(MigrationContext.configure(connection)):
        for each in REVISIONS if revisions is None else revisions:
            if each.revision > done:
                each.upgrade()
                connection.execute(delete(VERSIONS))
                connection.execute(insert(VERSIONS).values(version_num=each.revision))


def _version(connection: Connection) -> str:
    """The revision a database has; an empty text for an empty database."""
    if not inspect(connection).has_table(VERSIONS.name):
        VERSIONS.create(connection)
    return connection.scalar(select(VERSIONS.c.version_num)) or ""
