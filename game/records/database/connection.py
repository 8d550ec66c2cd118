"""Connections to the database file, and what keeps one from working, in sentences.

A rollback journal, not WAL: WAL needs memory that all windows share, which network folders do not have, and leaves
files beside the database in which erased names live on. Writes are few and small, so that its speed would be lost on
us. `synchronous=EXTRA` has a commit on disk when it returns, the removal of the rollback journal included;
`secure_delete` overwrites what is deleted. Each use opens the file anew and closes it: no window holds it in between.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import URL, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError, InvalidRequestError

from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

__all__ = ["BUSY_SECONDS", "Damage", "Database"]

BUSY_SECONDS = 5.0
"""How long to wait for another window that is writing."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Damage(Trouble):
    """The database's file is damaged; it can be made anew from what it was made of."""


class Database:
    """The database in a file; nothing is opened before it is asked something."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._engine = _engine(path, busy_seconds)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; ask it for rows, and do nothing else meanwhile.

        Raises:
            Trouble: it cannot be read; `Damage` where it is damaged.
        """
        try:
            with self._told(), self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN")
                yield connection
        except ValueError as error:  # a cell holds what nobody put there, which SQLite does not notice
            self._condemn()
            raise Damage(_damaged(self.path)) from error

    @contextmanager
    def writing(self, *, keeps_references: bool = True) -> Iterator[Connection]:
        """A connection that alone may write; all of it is kept at the end, or nothing where something is raised.

        Args:
            keeps_references: whether a deleted row takes along those that refer to it; not while tables are made anew.

        Raises:
            Trouble: it cannot be written; `Damage` where it is damaged.
        """
        with self._told(), self._engine.connect() as connection:
            if not keeps_references:
                connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # counts for nothing once a transaction began
                connection.commit()
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file, all of it looked through; nothing where it is sound.

        Raises:
            Trouble: it cannot be read.
        """
        with self.reading() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            found += [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [each for each in found if each != "ok"]

    def _condemn(self) -> None:
        """Have the next start take the database for damaged; where that cannot be written, it may find out itself."""
        with suppress(Trouble), self.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'damaged'")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _trouble(error, self.path) from error
        except InvalidRequestError as error:  # a table or column is not there
            raise Damage(_damaged(self.path)) from error
        except sqlite3.Error as error:
            raise _trouble(error, self.path) from error


def _engine(path: Path, busy_seconds: float) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": busy_seconds})

    @event.listens_for(engine, "connect")
    def _opened(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # a transaction begins where it is said to, never by itself
        for setting in ("foreign_keys = ON", "synchronous = EXTRA", "secure_delete = ON", "trusted_schema = OFF"):
            connection.execute(f"PRAGMA {setting}")

    return engine


def _damaged(path: Path) -> str:
    return _("The database {path} is damaged. Start the game again: it is made anew from your journals.", path=path)


def _trouble(error: DBAPIError | sqlite3.Error, path: Path) -> Trouble:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _DAMAGE:
        return Damage(_damaged(path))
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Trouble(
                _("The database {path} is in use by another window or program. Try again in a moment.", path=path)
            )
        case sqlite3.SQLITE_FULL:
            return Trouble(_("There is no room left on the disk for {path}. Make some room.", path=path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return Trouble(
                _("The database {path} cannot be written. Ask for the right to read and write its folder.", path=path)
            )
        case sqlite3.SQLITE_IOERR:
            return Trouble(_("The disk could not read or write {path}. Look whether it is still there.", path=path))
        case sqlite3.SQLITE_CONSTRAINT:
            return Trouble(_("Who plays here was erased in another window."))
        case _other:
            return Damage(
                _("The database {path} is not one of this game's. Start the game again: it is made anew.", path=path)
            )
