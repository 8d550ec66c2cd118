"""Opening a server's database: tables made, brought further, left alone."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, inspect, select, text, update

from game.records import Trouble
from game.records.database import migrations
from game.records.database.connection import Database
from game.records.database.league import open_league, schema_of
from game.records.database.opening import NEWEST
from game.records.database.tables import METADATA, PLAYERS, SCENARIOS, SESSIONS, VERSIONS
from tests.leagues import emptied

PLAYER = "01890a5d-ac96-774b-bcce-b302099a8057"


def test_the_tables_are_those_of_the_program(league_database: Database) -> None:
    """Every table, column, key and index: Alembic finds no difference."""
    assert _differences(league_database) == []
    with league_database.reading() as connection:
        assert schema_of(connection) == NEWEST


@pytest.mark.parametrize("number", range(len(migrations.REVISIONS)))
def test_an_older_database_is_brought_to_the_newest_tables_with_all_it_holds(league_url: str, number: int) -> None:
    """From each revision on, an empty one included."""
    database = _without_tables(league_url)
    migrations.upgrade(database, migrations.REVISIONS[:number])
    if number:
        with database.writing() as connection:
            _put_a_play(connection)
    database.close()
    opened = open_league(league_url)
    assert _differences(opened) == []
    with opened.reading() as connection:
        assert schema_of(connection) == NEWEST
        assert list(connection.scalars(select(SESSIONS.c.scenario))) == ["callback"] * bool(number)
    assert opened.faults() == []
    opened.close()


def test_processes_that_start_together_make_the_tables_once(league_url: str) -> None:
    """All of them find them made."""
    _without_tables(league_url).close()
    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(open_league, [league_url] * 6))
    assert _differences(opened[-1]) == []
    for each in opened:
        with each.reading() as connection:
            assert list(connection.scalars(select(VERSIONS.c.version_num))) == [NEWEST]
        each.close()


def test_a_database_of_a_newer_version_is_left_alone(league_database: Database, league_url: str) -> None:
    """What to do is said, and nothing is changed."""
    with league_database.writing() as connection:
        connection.execute(update(VERSIONS).values(version_num="9999"))
    with pytest.raises(Trouble, match="newer version"):
        open_league(league_url)
    with league_database.writing() as connection:
        assert schema_of(connection) == "9999"
        connection.execute(update(VERSIONS).values(version_num=NEWEST))


def test_a_database_of_something_else_is_left_alone(league_url: str) -> None:
    """One that has a table of a name that is used here."""
    database = _without_tables(league_url)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE teams (colour TEXT)"))
    with pytest.raises(Trouble, match="something else"):
        open_league(league_url)
    with database.writing() as connection:
        assert inspect(connection).get_table_names() == ["teams"]
        connection.execute(text("DROP TABLE teams"))
    database.close()
    open_league(league_url).close()


@pytest.mark.parametrize(
    "address", ["", "league.db", "mysql://host/name", "sqlite://", "postgresql+asyncpg://host/name", "://"]
)
def test_what_is_no_address_of_a_database_is_told(address: str) -> None:
    """With what one looks like."""
    with pytest.raises(Trouble, match="is not the address of a database"):
        open_league(address)


def test_a_password_stands_in_no_sentence(tmp_path: Path) -> None:
    """Of an address that is none, and of a server that is not there."""
    for address in ("mysql://us:secret@host/name", f"postgresql://us:secret@/name?host={tmp_path}"):
        with pytest.raises(Trouble, match=re.escape("us:***@")) as told:
            open_league(address)
        assert "secret" not in str(told.value)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    """PostgreSQL that does not run, and a folder that does not exist."""
    with pytest.raises(Trouble, match="cannot be reached"):
        open_league(f"postgresql:///name?host={tmp_path}")
    with pytest.raises(Trouble, match="cannot be written"):
        open_league(f"sqlite:///{tmp_path / 'no' / 'league.db'}")


def test_a_servers_file_is_not_written_to_while_it_is_read(tmp_path: Path) -> None:
    """It has WAL, has each commit on disk, keeps references, and overwrites what is erased."""
    database = open_league(f"sqlite:///{tmp_path / 'league.db'}")
    with database.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        told = [connection.exec_driver_sql(f"PRAGMA {each}").scalar() for each in asked]
        assert told == ["wal", 2, 1, 1]
        assert list(connection.scalars(select(SESSIONS.c.id))) == []
        with database.writing() as other:
            _put_a_play(other)
        assert list(connection.scalars(select(SESSIONS.c.id))) == []
    database.close()


def _differences(database: Database) -> list[object]:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, METADATA))


def _without_tables(url: str) -> Database:
    database = emptied(open_league(url))
    with database.writing() as connection:
        METADATA.drop_all(connection)
        VERSIONS.drop(connection)
    return database


def _put_a_play(connection: Connection) -> None:
    person = {"id": PLAYER, "pseudonym": "Lea", "settings": {}, "created_ms": 1}
    connection.execute(insert(PLAYERS).values(person))
    connection.execute(insert(SCENARIOS).values(revision="r" * 64, engine=1))
    counts = dict.fromkeys(("decisions", "best", "good", "slip", "mistake", "blunder"), 0)
    play = {"id": PLAYER, "player": PLAYER, "revision": "r" * 64, "scenario": "callback", "mode": "graded"}
    flags = {"was_rewound": False, "has_timers": True}
    connection.execute(insert(SESSIONS).values(**play, **counts, **flags, started_ms=1, ended_ms=2))
