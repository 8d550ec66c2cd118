"""Transactions on both databases: what is kept, what is undone, what is tried again."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import OperationalError

from game.records import Trouble
from game.records.database.connection import Collision, Database, Lost
from game.records.database.league import open_league
from game.records.database.tables import GUESSES, PLAYERS, TRAINERS
from game.records.database.upserting import put_new, upsert

if TYPE_CHECKING:
    from sqlalchemy import Connection

POSTGRESQL = pytest.mark.parametrize("league_url", ["postgresql"], indirect=True)
SQLITE = pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
ROW = {"place": "p", "span": 1, "n": 1}


def test_a_transaction_is_kept_whole_or_not_at_all(league_database: Database) -> None:
    """Whatever is raised in it passes through, a refusal too, for that is a ValueError."""
    with pytest.raises(ValueError, match="no"), league_database.writing() as connection:  # noqa: PT012
        connection.execute(insert(GUESSES).values(ROW))
        raise ValueError("no")
    with pytest.raises(ValueError, match="no"), league_database.reading() as connection:  # noqa: PT012
        assert _count(connection) == 0
        raise ValueError("no")
    with league_database.writing() as connection:
        connection.execute(insert(GUESSES).values(ROW))
    with league_database.reading() as connection:
        assert _count(connection) == 1


def test_who_reads_sees_one_state(league_database: Database) -> None:
    """Whatever is written meanwhile."""
    with league_database.reading() as connection:
        assert _count(connection) == 0
        with league_database.writing() as other:
            other.execute(insert(GUESSES).values(ROW))
        assert _count(connection) == 0
    with league_database.reading() as connection:
        assert _count(connection) == 1


def test_what_another_wrote_first_is_seen_when_it_is_tried_again(league_database: Database, league_url: str) -> None:
    """Two add the same key; one is undone, finds it there the second time and does something else."""
    other = open_league(league_url)
    runs = []

    def adding(connection: Connection) -> str:
        runs.append(_count(connection))
        if runs[-1]:
            return "it was there"
        if league_database.dialect == "postgresql":  # on SQLite nobody else could write now
            _add(other)
        else:
            connection.execute(insert(GUESSES).values(ROW))
        connection.execute(insert(GUESSES).values(ROW))
        return "it is new"

    if league_database.dialect == "sqlite":
        with pytest.raises(Collision):  # its own row is in its way each time
            league_database.write(adding)
    else:
        assert league_database.write(adding) == "it was there"
        assert runs == [0, 1]
    other.close()


def test_two_that_wait_for_each_other_both_come_through(league_database: Database) -> None:
    """PostgreSQL undoes one of them, which is tried again; on SQLite they never wait for each other."""
    with league_database.writing() as connection:
        connection.execute(insert(GUESSES), [ROW, ROW | {"span": 2}])
    both = threading.Barrier(2)

    def job(first: int, second: int) -> None:
        runs = []

        def adding(connection: Connection) -> None:
            connection.execute(update(GUESSES).where(GUESSES.c.span == first).values(n=GUESSES.c.n + 1))
            runs.append(first)
            if len(runs) == 1 and league_database.dialect == "postgresql":
                both.wait(10)
            connection.execute(update(GUESSES).where(GUESSES.c.span == second).values(n=GUESSES.c.n + 1))

        league_database.write(adding)

    threads = [threading.Thread(target=job, args=each) for each in ((1, 2), (2, 1))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(20)
    with league_database.reading() as connection:
        assert list(connection.scalars(select(GUESSES.c.n))) == [3, 3]


def test_a_row_is_written_whether_or_not_it_is_there(league_database: Database) -> None:
    """`upsert` writes it anew, `put_new` leaves it as it is and says so."""
    with league_database.writing() as connection:
        upsert(connection, GUESSES, ROW, keys=("place", "span"))
        upsert(connection, GUESSES, ROW | {"n": 5}, keys=("place", "span"))
        assert not put_new(connection, GUESSES, ROW, keys=("place", "span"))
        assert put_new(connection, GUESSES, ROW | {"span": 2}, keys=("place", "span"))
        assert sorted(connection.scalars(select(GUESSES.c.n))) == [1, 5]


@POSTGRESQL
def test_a_connection_that_was_cut_is_replaced_unnoticed(league_database: Database, league_url: str) -> None:
    """As after a restart of PostgreSQL: whoever asks next, reading or writing, gets a new one."""
    for _time in range(2):
        with league_database.reading() as first, league_database.reading() as second:
            assert _count(first) == _count(second) == 0
        _cut_all_others(league_url)
        with league_database.reading() as connection:
            assert _count(connection) == 0
        _cut_all_others(league_url)
        with league_database.writing() as connection:
            assert _count(connection) == 0


@POSTGRESQL
def test_a_job_whose_connection_is_cut_is_carried_out_again(league_database: Database, league_url: str) -> None:
    """Nothing of it was kept, so that it may; what was perhaps kept is not done twice."""
    runs = []

    def job(connection: Connection) -> int:
        runs.append(connection.execute(insert(GUESSES).values(ROW)).rowcount)
        if len(runs) == 1:
            _cut_all_others(league_url)
        return _count(connection)

    assert league_database.write(job) == 1
    assert len(runs) == 2

    with pytest.raises(Lost) as told, league_database.writing() as connection:  # noqa: PT012
        connection.execute(insert(GUESSES).values(ROW | {"span": 2}))
        _cut_all_others(league_url)
    assert told.value.is_unsure


@POSTGRESQL
def test_who_asks_on_after_being_cut_off_is_told_so(league_database: Database, league_url: str) -> None:
    """Though it passed over the first time."""
    with pytest.raises(Lost), league_database.writing() as connection:  # noqa: PT012
        _cut_all_others(league_url)
        with suppress(OperationalError):
            _count(connection)
        _count(connection)


def test_what_the_database_cannot_do_is_told(league_database: Database) -> None:
    """A question that is none, and a value that must not be missing: no damage, and nothing to try again."""
    with pytest.raises(Trouble, match="could not do what was asked") as told, league_database.reading() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))
    assert type(told.value) is Trouble
    with pytest.raises(Trouble) as told, league_database.writing() as connection:
        connection.execute(insert(TRAINERS).values(id="0" * 32, name=None, created_ms=1))
    assert type(told.value) is Trouble


@POSTGRESQL
def test_nothing_is_written_by_who_reads_on_postgresql(league_database: Database) -> None:
    """SQLite would let them; the same code runs on both, so it is noticed."""
    with pytest.raises(Trouble, match="may only be read"), league_database.reading() as connection:
        connection.execute(insert(GUESSES).values(ROW))


@SQLITE
def test_what_is_erased_is_gone_from_the_files(league_database: Database, league_url: str) -> None:
    """Out of the database and the log beside it, once it was tidied."""
    with league_database.writing() as connection:
        row = {"id": "01890a5d-ac96-774b-bcce-b302099a8057", "settings": {}, "created_ms": 1}
        connection.execute(insert(PLAYERS).values(row | {"pseudonym": "Rumpelstiltskin"}))
    with league_database.writing() as connection:
        connection.execute(PLAYERS.delete())
    league_database.tidy()
    folder = Path(league_url.removeprefix("sqlite:///")).parent
    assert not [path for path in folder.iterdir() if b"Rumpelstiltskin" in path.read_bytes()]


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(GUESSES)) or 0


def _add(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(insert(GUESSES).values(ROW))


def _cut_all_others(url: str) -> None:
    other = Database(url)
    with other.writing() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        )
    other.close()


@POSTGRESQL
def test_a_connection_that_is_given_back_too_late_is_closed(league_database: Database) -> None:
    """A thread may be at work when the database is closed; the next use of it opens connections that are kept."""
    with league_database.reading() as connection:
        late: Any = connection.connection.dbapi_connection
        league_database.close()
        assert not late.closed
    assert late.closed
    with league_database.reading() as connection:
        next_one: Any = connection.connection.dbapi_connection
    assert not next_one.closed
