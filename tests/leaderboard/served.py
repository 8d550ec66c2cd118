"""A server for tests, asked over ASGI in this process: a trainer with a team, a season of one case, people who join."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx

from game.leaderboard.app import create_app
from game.records.league import codes, devices, players, seasons, teams, trainers
from game.records.league.seasons import Plan
from tests.records.league.rounds import CALLBACK_TEXT, NOW, hold

if TYPE_CHECKING:
    from game.leaderboard.elsewhere import Elsewhere
    from game.leaderboard.site import Site
    from game.records.database.connection import Database

__all__ = ["CASE", "NOW", "SEASON", "Served"]

CASE = "callback"
SEASON = "spring"


class Served:
    """A server whose clock stands still unless it is told to move."""

    def __init__(self, database: Database, elsewhere: Elsewhere | None = None) -> None:
        self.now = NOW
        self.database = database
        self.app = create_app(database, clock=lambda: self.now, elsewhere=elsewhere)
        self.site: Site = self.app.state.site
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://gastgeber.test")
        with database.writing() as c:
            self.trainer = trainers.add(c, "Kim", None, NOW).id
            self.team = teams.make(c, self.trainer, "Night desk", NOW).id
            self.code = teams.give_code(c, self.trainer, self.team, NOW, uses=100)
            self.revision = hold(c, CASE, CALLBACK_TEXT)
            today = datetime.fromtimestamp(NOW / 1000, UTC).date()
            days = (today - timedelta(days=1), today + timedelta(days=60))
            seasons.make(c, self.trainer, Plan(SEASON, "Spring", *days, "Europe/Berlin", (self.revision,)), NOW)

    def ask(self, method: str, path: str, token: str | None = None, body: Any = None, **headers: str) -> httpx.Response:
        """Ask a route of the API."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if token is not None:
            told["Authorization"] = f"Bearer {token}"
        return self.send(method, f"/api/v1{path}", headers=told, **({} if body is None else {"json": body}))

    def send(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """Send any request, as httpx has it; no cookies are kept."""
        self._client.cookies.clear()
        return self._runner.run(self._client.request(method, path, **sent))

    def join(self, pseudonym: str = "Lea") -> str:
        """Have somebody join the team; their token."""
        with self.database.writing() as c:
            target = codes.Target(team=self.team, player=None)
            code = codes.make_code(c, target, lifetime_ms=1, uses=1, now_ms=self.now)
            return players.join(c, code, pseudonym, None, self.now).token

    def let_in(self) -> str:
        """Have the trainer sign in; their token."""
        with self.database.writing() as c:
            return devices.let_in_trainer(c, self.trainer, self.now)

    def begin(self, token: str) -> dict[str, Any]:
        """Begin the case, or take it up."""
        begun = self.ask("POST", "/sessions", token, {"season": SEASON, "scenario": CASE})
        assert begun.status_code == 201, begun.text
        told: dict[str, Any] = begun.json()
        return told

    def say(self, token: str, played: dict[str, Any], offer: int = 0) -> dict[str, Any]:
        """Take a choice on offer, ten seconds later."""
        self.now += 10_000
        path = f"/sessions/{played['session']}/steps/{played['next_step']}"
        answered = self.ask("POST", path, token, {"token": played["view"]["offers"][offer]["token"]})
        assert answered.status_code == 200, answered.text
        told: dict[str, Any] = answered.json()
        return told

    def play(self, token: str) -> dict[str, Any]:
        """Play the case to its end, taking whatever is offered first."""
        played = self.begin(token)
        while played["state"] == "open":
            played = self.say(token, played)
        return played

    def close(self) -> None:
        """End it; the database stays open."""
        self._runner.close()
        self.site.writer.close()
