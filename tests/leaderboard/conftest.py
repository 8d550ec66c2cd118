"""A server for each test, on SQLite and on PostgreSQL, unless a module says that one of them is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.leaderboard.served import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.records.database.connection import Database


@pytest.fixture
def served(league_database: Database) -> Iterator[Served]:
    """One that answers in this process."""
    server = Served(league_database)
    yield server
    server.close()
