"""A server for tests of pages: a league with a season and people in it, on an address of this machine.

The league's clock is the real one, moved on by tests that want to wait without waiting.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import uvicorn

from game.leaderboard.access import PLAY_COOKIE
from game.leaderboard.app import create_app
from game.leaderboard.serving import listen
from game.leaderboard.site import Site
from game.loader import read_file
from game.paths import shipped_scenarios
from game.records.database.connection import Database
from game.records.database.league import open_league
from game.records.league import assignments, players, seasons, teams, trainers
from game.records.league.cases import publish_shipped, shipped
from game.scenario.model import Scenario
from tests.records.league.rounds import hold

__all__ = ["CASE", "SCENARIOS", "House", "Visitor", "house_in", "opened"]

CASE = "lost-reservation"
"""The window's tests have it too: a timed scene, promises, a night between, and a German translation."""
SHIPPED = ("broken-line", "defective-return")
"""The cases of the curriculum that the house has, too."""
SCENARIOS = Path(__file__).parents[2] / "window" / "scenarios"
_PATIENCE = 20.0


class Visitor(NamedTuple):
    """Somebody who plays, and what their browser shows."""

    player: str
    name: str
    token: str


class House:
    """The server, and a hand in its database."""

    site: Site
    """What its pages share; it is there once the server is."""

    def __init__(self, database: Database, address: str) -> None:
        self.database = database
        self.address = address
        self.moved_ms = 0
        self._made = 0
        with database.writing() as c:
            self.trainer = trainers.add(c, "Ruth", None, self.now).id
            self.team = teams.make(c, self.trainer, "Night desk", self.now).id
            case, german = SCENARIOS / f"{CASE}.yaml", SCENARIOS / "locale" / "de" / f"{CASE}.po"
            self.revision = hold(c, CASE, case.read_text("utf-8"), {"de": german.read_text("utf-8")})
            drafts = tuple(each for each in shipped() if each.scenario in SHIPPED)
            self.shipped = [each.revision for each in publish_shipped(c, drafts, now_ms=self.now)]
            today = datetime.now(UTC).date()
            plan = seasons.Plan(
                "autumn",
                "Autumn at the desk",
                today - timedelta(days=2),
                today + timedelta(days=30),
                "Europe/Berlin",
                [self.revision, *self.shipped[:1]],
            )
            seasons.make(c, self.trainer, plan, self.now)
            due = self.now + 5 * 86_400_000
            assignments.give(c, self.trainer, self.team, "For the first week", self.shipped[:2], due, self.now)

    @property
    def now(self) -> int:
        """Milliseconds since 1970, by the house's clock."""
        return time.time_ns() // 1_000_000 + self.moved_ms

    def code(self) -> str:
        """A code into the team."""
        with self.database.writing() as c:
            return teams.give_code(c, self.trainer, self.team, self.now)

    def visitor(self, name: str = "", *, team: bool = True) -> Visitor:
        """Somebody new, in the team or in none."""
        self._made += 1
        name = name or f"Guest {self._made}"
        code = self.code()
        with self.database.writing() as c:
            joined = players.join(c, code, name, None, self.now)
            if not team:
                players.leave(c, joined.player.id, self.now)
        return Visitor(joined.player.id, name, joined.token)

    def client(self, visitor: Visitor | None = None, **headers: str) -> httpx.Client:
        """Something that asks for pages, as somebody or as nobody."""
        cookies = {} if visitor is None else {PLAY_COOKIE: visitor.token}
        return httpx.Client(
            base_url=self.address,
            cookies=cookies,
            headers=headers,
            follow_redirects=True,
            verify=False,  # there is no certificate to be read, which would take a while
        )

    def scenario(self, case: str) -> Scenario:
        """A case of the season, as its author wrote it."""
        folder = SCENARIOS if case == CASE else shipped_scenarios()
        found = read_file(folder / f"{case}.yaml").scenario
        assert found is not None
        return found

    def ask(self, job: Any, *arguments: Any, **values: Any) -> Any:
        """Call something with a connection."""
        with self.database.writing() as c:
            return job(c, *arguments, **values)


@contextmanager
def opened(database: Database) -> Iterator[House]:
    """Serve a database until done with it."""
    with listen("127.0.0.1", 0) as listener:
        house = House(database, f"http://127.0.0.1:{listener.getsockname()[1]}")
        app = create_app(database, clock=lambda: house.now)
        house.site = app.state.site
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        until = time.monotonic() + _PATIENCE
        while not server.started:
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.01)
        yield house
        server.should_exit = True
        thread.join(_PATIENCE)
        assert not thread.is_alive()


@contextmanager
def house_in(folder: Path) -> Iterator[House]:
    """A server of its own, on SQLite; what it stores is tested elsewhere, on PostgreSQL too."""
    with opened(open_league(f"sqlite:///{folder / 'league.db'}")) as house:
        yield house
