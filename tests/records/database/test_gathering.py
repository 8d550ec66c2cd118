"""Many jobs in one transaction: each is told what came of it, and none suffers from another."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, insert, select, update

from game.records import Trouble
from game.records.database.connection import Collision
from game.records.database.gathering import Writer
from game.records.database.tables import GUESSES, TEAMS
from tests.records.database.held import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from game.records.database.connection import Database


@pytest.fixture
def writer(league_database: Database) -> Iterator[Writer]:
    """A writer, closed at the end."""
    writer = Writer(league_database)
    yield writer
    writer.close()


def test_what_was_told_is_kept(league_database: Database, writer: Writer) -> None:
    """Each job has its own answer, in the order in which they came, and all are there for another connection."""
    futures = [writer.submit(_adding(number)) for number in range(200)]
    assert [each.result(10) for each in futures] == list(range(1, 201))
    assert _there(league_database) == set(range(200))


def test_jobs_that_come_together_share_a_transaction(league_database: Database, writer: Writer) -> None:
    """Which is what makes it quick."""
    commits: list[object] = []
    event.listen(league_database._engine, "commit", commits.append)
    with held(writer):
        futures = [writer.submit(_adding(number)) for number in range(50)]
    assert [each.result(10) for each in futures] == list(range(1, 51))
    assert len(commits) == 2  # the one that held them, and theirs


def test_who_is_refused_harms_nobody(league_database: Database, writer: Writer) -> None:
    """Those beside it are kept, in the same transaction."""
    commits: list[object] = []
    event.listen(league_database._engine, "commit", commits.append)
    with held(writer):
        futures = [writer.submit(_refused if number % 2 else _adding(number)) for number in range(20)]
    wait(futures, 10)
    assert [type(each.exception()) for each in futures] == [type(None), KeyError] * 10
    assert len(commits) == 2
    assert _there(league_database) == set(range(0, 20, 2))


@pytest.mark.parametrize("is_of_database", [True, False])
def test_who_fails_after_writing_leaves_nothing_and_harms_nobody(
    league_database: Database, writer: Writer, *, is_of_database: bool
) -> None:
    """Each of the others is carried out again by itself."""

    def failing(connection: Connection) -> None:
        connection.execute(insert(GUESSES).values(place="p", span=99, n=1))
        if is_of_database:
            connection.execute(insert(TEAMS).values(id="0" * 32, name=None, trainer="0" * 32, created_ms=1))
        raise KeyError("no")

    with held(writer):
        futures: list[Future[object]] = [writer.submit(_adding(1)), writer.submit(failing), writer.submit(_adding(2))]
    wait(futures, 10)
    raised = Trouble if is_of_database else KeyError
    assert [type(each.exception()) for each in futures] == [type(None), raised, type(None)]
    assert _there(league_database) == {1, 2}


def test_a_job_that_met_another_is_carried_out_again(league_database: Database, writer: Writer) -> None:
    """It runs as often as it takes, and counts once."""
    runs = []

    def colliding(connection: Connection) -> int:
        runs.append(connection.execute(insert(GUESSES).values(place="p", span=7, n=1)).rowcount)
        if len(runs) < 3:
            raise Collision("in the way")
        return len(runs)

    assert writer.submit(colliding).result(10) == 3
    assert _there(league_database) == {7}


def test_a_job_taken_back_in_time_is_not_carried_out(league_database: Database, writer: Writer) -> None:
    """Once it has begun it cannot be taken back."""
    with held(writer):
        first, second = writer.submit(_adding(1)), writer.submit(_adding(2))
        assert first.cancel()
    assert second.result(10) == 1
    assert not second.cancel()
    assert _there(league_database) == {2}


def test_closing_finishes_what_was_taken_and_takes_no_more(league_database: Database) -> None:
    """Whoever submits afterwards is told."""
    writer = Writer(league_database)
    with held(writer):
        futures = [writer.submit(_adding(number)) for number in range(150)]
        closing = threading.Thread(target=writer.close)
        closing.start()
    closing.join(10)
    assert all(each.done() for each in futures)
    assert _there(league_database) == set(range(150))
    writer.close()
    with pytest.raises(RuntimeError, match="closed"):
        writer.submit(_adding(1))


def test_writers_of_several_processes_forget_nothing(league_database: Database, league_url: str) -> None:
    """Two writers with connections of their own count up the same number, many at once."""
    from game.records.database.league import open_league

    with league_database.writing() as connection:
        connection.execute(insert(GUESSES).values(place="p", span=0, n=0))
    other = open_league(league_url)
    writers = [Writer(league_database), Writer(other)]

    def more(connection: Connection) -> None:
        connection.execute(update(GUESSES).values(n=GUESSES.c.n + 1))

    with ThreadPoolExecutor(8) as pool:
        futures = list(pool.map(lambda number: writers[number % 2].submit(more), range(200)))
    for each in futures:
        each.result(20)
    for each_writer in writers:
        each_writer.close()
    other.close()
    with league_database.reading() as connection:
        assert connection.scalar(select(GUESSES.c.n)) == 200


def _adding(number: int) -> Callable[[Connection], int]:
    def add(connection: Connection) -> int:
        connection.execute(insert(GUESSES).values(place="p", span=number, n=1))
        return connection.scalar(select(func.count()).select_from(GUESSES)) or 0

    return add


def _refused(connection: Connection) -> None:
    assert connection.scalar(select(func.count()).select_from(GUESSES)) is not None
    raise KeyError("no")


def _there(database: Database) -> set[int]:
    with database.reading() as connection:
        return set(connection.scalars(select(GUESSES.c.span)))
