"""How the database is opened: a desktop's file, a server's file, a server's PostgreSQL.

A desktop has a rollback journal, not WAL: WAL needs memory that all windows share, which network folders do not have,
and leaves files beside the database in which erased names live on. Writes are few and small, so that its speed would be
lost on us. `synchronous=EXTRA` has a commit on disk when it returns, the removal of the rollback journal included.
Each use opens the file anew and closes it: no window holds it in between.

A server's file has WAL, for there readers and a writer never wait for one another; `synchronous=FULL` has a commit on
disk when it returns. It is mapped into memory, which is shared: a connection need not read again what another wrote
since. On both `secure_delete` overwrites what is deleted. Connections are kept open.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["BUSY_SECONDS", "WRITES", "desktop_engine", "server_engine", "url_of"]

BUSY_SECONDS = 5.0
"""How long to wait for somebody else who is writing."""
WRITES = "gastgeber.writes"
"""Where a connection's `info` counts what else than SELECT was asked of it."""

_KEPT_OPEN = 10
_MOST_MORE = 10
_LEAST_AGE = 1800
_SAFE = ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF")
_DESKTOP = (*_SAFE, "synchronous = EXTRA")
_SERVER = ("journal_mode = WAL", *_SAFE, "synchronous = FULL", "cache_size = -16000", "mmap_size = 2147418112")
_POSTGRESQL = {
    "jit": "off",  # compiling takes longer than any question asked here
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",  # or a process that was stopped would keep others waiting
    "timezone": "UTC",
}


def desktop_engine(path: Path, busy_seconds: float) -> Engine:
    """The engine of a desktop's file."""
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": busy_seconds})
    event.listen(engine, "connect", _opening(_DESKTOP))
    return engine


def server_engine(address: str) -> Engine:
    """The engine of a server's database.

    Raises:
        Trouble: the address is none.
    """
    url = url_of(address)
    pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": _KEPT_OPEN, "max_overflow": _MOST_MORE}
    if url.get_backend_name() == "sqlite":
        arguments: dict[str, Any] = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(url, connect_args=arguments, pool_use_lifo=True, **pool)
        event.listen(engine, "connect", _opening(_SERVER))
    else:
        options = " ".join(f"-c {name}={value}" for name, value in _POSTGRESQL.items())
        arguments = {"options": options, "application_name": "gastgeber", "connect_timeout": int(BUSY_SECONDS)}
        engine = create_engine(
            url,
            connect_args=arguments,
            isolation_level="AUTOCOMMIT",  # so that a transaction begins where it is said to
            pool_use_lifo=True,
            pool_recycle=_LEAST_AGE,
            **pool,
        )
    event.listen(engine, "before_cursor_execute", _count)
    return engine


def url_of(address: str) -> URL:
    """The address of a server's database as SQLAlchemy takes it, with the driver that is used here.

    Raises:
        Trouble: it is none of SQLite's or PostgreSQL's.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise Trouble(_not_an_address(address)) from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in ("sqlite", "sqlite+pysqlite") and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite")
    raise Trouble(_not_an_address(url.render_as_string(hide_password=True)))


def _not_an_address(address: str) -> str:
    return _(
        "{address} is not the address of a database. Addresses look like sqlite:///league.db or "
        "postgresql://user:password@host/name.",
        address=address,
    )


def _opening(settings: tuple[str, ...]) -> Any:
    def opened(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # a transaction begins where it is said to, never by itself
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")

    return opened


def _count(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
    if not statement.startswith("SELECT"):
        connection.info[WRITES] = connection.info.get(WRITES, 0) + 1
