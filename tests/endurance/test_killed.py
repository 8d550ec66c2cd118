"""Nothing is lost when a server, or its database, is killed at any moment under load.

`GASTGEBER_KILLS=200 python3 main.py test tests/endurance` kills two hundred times in each test.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert

from game.records.database.connection import Database
from game.records.database.league import open_league
from game.records.database.tables import ENTRIES, PLAYERS
from game.records.league import devices, seasons, trainers
from game.records.league.cases import publish_shipped, shipped
from game.records.uuid7 import uuid7
from tests.endurance.people import People
from tests.endurance.reckoning import reckon
from tests.endurance.servers import Servers, kills
from tests.leagues import started_postgresql

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes cannot be killed by a signal")

PEOPLE = 6
SEASON = "spring"
LONGEST_LIFE = 0.5
"""Seconds between two kills, at most."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: a socket's path has little room."""
    made = Path(tempfile.mkdtemp(prefix="gastgeber-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


def laid_out(database: Database) -> tuple[list[str], list[str]]:
    """A season of the shipped cases and people on its boards: the tokens of their devices, and the cases' ids."""
    now = time.time_ns() // 1_000_000
    today = datetime.now(UTC).date()
    with database.writing() as c:
        cases = publish_shipped(c, shipped(), now_ms=now)
        trainer = trainers.add(c, "Kim", None, now).id
        days = (today - timedelta(days=1), today + timedelta(days=30))
        plan = seasons.Plan(SEASON, "Spring", *days, "Europe/Berlin", [case.revision for case in cases])
        season = seasons.make(c, trainer, plan, now).id
        tokens = []
        for number in range(PEOPLE):
            player, name = uuid7(now), f"P{number}"
            c.execute(insert(PLAYERS).values(id=player, pseudonym=name, settings={}, created_ms=now))
            entry = {"season": season, "player": player, "pseudonym": name, "likeness": name, "joined_ms": now}
            c.execute(insert(ENTRIES).values(entry))
            tokens.append(devices.let_in_player(c, player, now))
    return tokens, [case.scenario for case in cases]


def test_a_server_that_is_killed_loses_nothing(folder: Path) -> None:
    """Two processes on one SQLite file: one of them is always being killed and replaced, while people play on both."""
    url = f"sqlite:///{folder / 'league.db'}"
    database = open_league(url)
    tokens, cases = laid_out(database)
    servers = Servers(url, folder)
    people = People(tokens, SEASON, cases, lambda: servers.ports)
    try:
        dice = Random()
        for _kill in range(kills(10)):
            time.sleep(dice.uniform(0.05, LONGEST_LIFE))
            servers.kill_one(dice)
        people.stop()
    finally:
        servers.stop()
    print(len(people.acknowledged), "steps acknowledged,", people.interrupted, "answers that did not come")
    assert people.interrupted > 0
    assert len(people.acknowledged) > kills(10)
    reckon(database, people)
    database.close()


def test_a_database_that_is_killed_loses_nothing(folder: Path) -> None:
    """PostgreSQL and all its processes are killed and started again, while people play on two server processes."""
    server = started_postgresql(folder / "pg")
    try:
        url = server.get_uri()
        database = open_league(url)
        tokens, cases = laid_out(database)
        servers = Servers(url, folder)
        people = People(tokens, SEASON, cases, lambda: servers.ports)
        try:
            dice = Random()
            for _kill in range(kills(3)):
                time.sleep(dice.uniform(0.2, 2 * LONGEST_LIFE))
                _kill_postgresql(server)
                server.ensure_postgres_running()
                assert server.get_uri() == url
            time.sleep(LONGEST_LIFE)
            people.stop()
        finally:
            servers.stop()
        print(len(people.acknowledged), "steps acknowledged,", people.interrupted, "answers that did not come")
        assert len(people.acknowledged) > kills(3)
        database.close()
        reckon(database, people)
        database.close()
    finally:
        server.cleanup()


def _kill_postgresql(server: Any) -> None:
    """All of its processes at once, as when the machine's power fails."""
    parent = server.get_postmaster_info().process
    processes = [parent, *parent.children(recursive=True)]
    for process in processes:
        process.kill()
    for process in processes:
        process.wait(10)
