"""Connections to the database, on SQLite and PostgreSQL alike, and the transactions they are used in.

A transaction begins where it is said to, never by itself. Who reads sees one state of the database. Who writes on
SQLite writes alone; on PostgreSQL two may write at once, and where they get in each other's way one of them is undone
and tries again (`Database.write`, the only place where that is done).
"""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, InvalidRequestError, PendingRollbackError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

from game.records.database.engines import BUSY_SECONDS, desktop_engine, server_engine
from game.records.database.faults import Collision, Damage, Lost, damage, none_free, trouble_of, unreachable
from game.records.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

__all__ = ["BUSY_SECONDS", "Collision", "Damage", "Database", "Lost"]

T = TypeVar("T")

_TRIES = 6
_PAUSE = 0.005
_BEGIN = {
    "sqlite": ("BEGIN", "BEGIN IMMEDIATE"),
    "postgresql": ("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", "BEGIN ISOLATION LEVEL READ COMMITTED"),
}


class Database:
    """A desktop's database in a file, or a server's at a URL; nothing is opened before it is asked something."""

    def __init__(self, place: Path | str, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = Path(place)
        """Where a desktop's lies; a server's is told by `name`."""
        self.is_desktop = isinstance(place, Path)
        self._engine = desktop_engine(place, busy_seconds) if isinstance(place, Path) else server_engine(place)
        self.dialect = self._engine.dialect.name
        """`sqlite` or `postgresql`."""
        self.name = str(place) if isinstance(place, Path) else self._engine.url.render_as_string(hide_password=True)
        """What it is called in sentences; without a password."""
        self._reading, self._writing = _BEGIN[self.dialect]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; ask it for rows, and do nothing else meanwhile.

        Raises:
            Trouble: it cannot be read; `Damage` where it is damaged.
        """
        try:
            with self._told(), self._begun(self._reading) as connection:
                try:
                    yield connection
                except SQLAlchemyError:
                    raise
                except BaseException:
                    connection.commit()
                    raise
                connection.commit()  # there is nothing to keep, but who undoes forgets how questions are answered
        except ValueError as error:  # a cell holds what nobody put there, which SQLite does not notice
            if not self.is_desktop:
                raise
            self._condemn()
            raise Damage(damage(self.name)) from error

    @contextmanager
    def writing(self, *, keeps_references: bool = True) -> Iterator[Connection]:
        """A connection to write by; all of it is kept at the end, or nothing where something is raised.

        Args:
            keeps_references: whether a deleted row takes along those that refer to it; not while tables are made anew.

        Raises:
            Trouble: it cannot be written; `Damage` where it is damaged, `Collision` where it is to be tried again.
        """
        with self._told() as lost, self._begun(self._writing, keeps_references=keeps_references) as connection:
            yield connection
            lost.is_unsure = True
            connection.commit()

    def write(self, job: Callable[[Connection], T]) -> T:
        """Carry out a job in a transaction of its own, once more where another transaction was in its way.

        A job is a function of what it reads: it may run several times, of which one counts.

        Raises:
            Trouble: as `writing`; a `Collision` when it would not end.
        """
        for number in range(_TRIES):
            try:
                with self.writing() as connection:
                    return job(connection)
            except (Collision, Lost) as error:
                if number == _TRIES - 1 or (isinstance(error, Lost) and (error.is_unsure or number)):
                    raise  # what was perhaps kept would be done twice; and what is gone does not come back so soon
            time.sleep(_PAUSE * random.uniform(0, 1 << number))  # not in step with whom it met
        raise AssertionError("unreachable")

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file, all of it looked through; nothing where it is sound.

        Raises:
            Trouble: it cannot be read.
        """
        if self.dialect != "sqlite":
            return []
        with self.reading() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            found += [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [each for each in found if each != "ok"]

    def tidy(self) -> None:
        """Take what was erased out of the files beside the database too; what is read meanwhile is waited for.

        Raises:
            Trouble: it cannot be written.
        """
        if self.dialect == "sqlite" and not self.is_desktop:
            with self._told(), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def apart(self) -> Iterator[Any]:
        """The driver's own connection, outside the pool and any transaction, for who listens to other processes.

        Raises:
            Trouble: it cannot be opened.
        """
        with self._told():
            lent = self._engine.raw_connection()
        lent.detach()
        connection = lent.dbapi_connection
        assert connection is not None
        try:
            connection.autocommit = True
            yield connection
        finally:
            lent.close()

    def close(self) -> None:
        """Close the connections that are kept open, and those in use as soon as they are given back."""
        former = self._engine.pool
        self._engine.dispose()
        event.listen(former, "checkin", _shut)
        former.dispose()  # of whatever was given back just now

    def _condemn(self) -> None:
        """Have the next start take the database for damaged; where that cannot be written, it may find out itself."""
        with suppress(Trouble), self.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'damaged'")

    @contextmanager
    def _begun(self, words: str, *, keeps_references: bool = True) -> Iterator[Connection]:
        """A connection in a transaction; what is left of it at the end is undone."""
        connection = self._connected(words) if keeps_references else self._without_references(words)
        try:
            yield connection
        finally:
            connection.close()

    def _connected(self, words: str) -> Connection:
        """A connection whose transaction has begun; one that was cut while it lay unused is replaced by a new one."""
        connection = self._engine.connect()
        try:
            connection.exec_driver_sql(words)
        except DBAPIError as error:
            connection.close()
            if not error.connection_invalidated:  # that closes all that were opened before it
                raise
            connection = self._engine.connect()
            connection.exec_driver_sql(words)
        return connection

    def _without_references(self, words: str) -> Connection:
        connection = self._engine.connect()
        if self.dialect == "sqlite":
            connection.detach()  # nobody else is to get it
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # counts for nothing once a transaction began
            connection.commit()
        connection.exec_driver_sql(words)
        return connection

    @contextmanager
    def _told(self) -> Iterator[Lost]:
        """Tell what goes wrong within in a sentence; the value is what is raised where the database is gone."""
        lost = Lost("")
        try:
            yield lost
        except DBAPIError as error:
            found = trouble_of(error, self.name, is_desktop=self.is_desktop)
            if isinstance(found, Lost):
                found.is_unsure = lost.is_unsure
            raise found from error
        except NoneFree as error:
            raise Trouble(none_free(self.name)) from error
        except PendingRollbackError as error:  # it was cut, and asked again
            raise Lost(unreachable(self.name)) from error
        except InvalidRequestError as error:  # a table or column is not there
            if not self.is_desktop:
                raise
            raise Damage(damage(self.name)) from error
        except sqlite3.Error as error:
            raise trouble_of(error, self.name, is_desktop=self.is_desktop) from error


def _shut(connection: Any, _record: object) -> None:
    """Close a connection that nobody will ask for again."""
    if connection is not None:
        connection.close()
