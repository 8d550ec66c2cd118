"""A server for each test, on SQLite and on PostgreSQL; some need but one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.records.database.league import open_league
from tests.leaderboard.served import Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.records.database.connection import Database


@pytest.fixture
def served(league_database: Database) -> Iterator[Served]:
    """On both."""
    server = Served(league_database)
    yield server
    server.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Served]:
    """On SQLite, for what has nothing to do with the database."""
    database = open_league(f"sqlite:///{tmp_path / 'league.db'}")
    server = Served(database)
    yield server
    server.close()
    database.close()
