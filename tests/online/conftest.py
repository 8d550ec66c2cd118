"""A real server on loopback, somebody of this machine who joins it, and a network between them that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.online.league import League
from game.online.server import Server
from game.paths import HOME_VARIABLE
from game.records import open_records
from game.records.database.league import open_league
from tests.leaderboard.pages.house import House, Visitor, opened
from tests.online.relay import Relay, relayed


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server for all tests of a process; each has players of its own."""
    database = open_league(f"sqlite:///{tmp_path_factory.mktemp('online') / 'league.db'}")
    with opened(database) as found:
        yield found
    database.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def lea(home: Path) -> str:  # noqa: ARG001  # it is set
    """Whoever plays on this machine."""
    return open_records().current().id


@pytest.fixture
def visitor(house: House) -> Visitor:
    """Somebody who joined."""
    return house.visitor()


@pytest.fixture
def relay(house: House) -> Iterator[Relay]:
    """The network."""
    with relayed(house.address) as found:
        yield found


@pytest.fixture
def league(relay: Relay, visitor: Visitor) -> Iterator[League]:
    """The server, as the visitor sees it through that network."""
    with Server(relay.url, visitor.token, wait=lambda _seconds: None) as server:
        yield League(server)
