"""A server for tests, asked over ASGI in this process: a trainer with a team, a season of one case, people who join."""

from __future__ import annotations

import asyncio
import hmac
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx

from game.leaderboard.api import ROOT, ROUTES
from game.leaderboard.api.forms import PARAMETER
from game.leaderboard.api.openapi import refusals
from game.leaderboard.app import create_app
from game.leaderboard.problems import PROBLEM_TYPE
from game.records.league import codes, devices, players, seasons, teams, trainers
from game.records.league.cases import look_through, publish
from game.records.league.seasons import Plan
from tests.records.league.rounds import CALLBACK_TEXT, NOW, everything

if TYPE_CHECKING:
    from game.leaderboard.elsewhere import Elsewhere
    from game.leaderboard.site import Site
    from game.records.database.connection import Database
    from game.records.league.cases import Draft

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
            self.revision = publish(c, _draft(), actor="operator", now_ms=NOW).revision
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
        answered = self._runner.run(self._client.request(method, path, **sent))
        if answered.headers.get("content-type") == PROBLEM_TYPE:
            assert answered.json()["code"] in _described(method, answered.url.path), answered.text
        return answered

    def send_at_once(self, asked: list[tuple[str, str, dict[str, Any]]]) -> list[httpx.Response]:
        """Send several requests, none of them waiting for another."""

        async def all_of_them() -> list[httpx.Response]:
            return await asyncio.gather(*(self._client.request(*each[:2], **each[2]) for each in asked))

        return self._runner.run(all_of_them())

    def join(self, pseudonym: str = "Lea") -> str:
        """Have somebody join the team; their token."""
        with self.database.writing() as c:
            target = codes.Target(team=self.team, player=None)
            code = codes.make_code(c, target, lifetime_ms=1, uses=1, now_ms=self.now)
            return players.join(c, code, pseudonym, None, self.now).token

    def let_in(self, trainer: str | None = None) -> str:
        """Have a trainer sign in, Kim unless said; their token."""
        with self.database.writing() as c:
            return devices.let_in_trainer(c, trainer or self.trainer, self.now)

    def another_trainer(self) -> str:
        """Somebody who looks after no teams yet."""
        with self.database.writing() as c:
            return trainers.add(c, "Robin", None, self.now).id

    def form_token(self, cookie: str) -> str:
        """The token of forms on pages that are shown to whoever has this cookie."""
        return hmac.new(self.site.key, b"form:" + cookie.encode(), "sha256").hexdigest()

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

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that is kept, but for what counts guesses."""
        with self.database.reading() as c:
            return {name: rows for name, rows in everything(c).items() if name not in ("guesses", "secrets")}

    def close(self) -> None:
        """End it; the database stays open."""
        self._runner.close()
        self.site.writer.close()


def _described(method: str, path: str) -> set[str]:
    """The codes that the description has for a request."""
    for route in ROUTES:
        form = PARAMETER.sub("[^/]+", ROOT + route.path)
        if route.method == method and re.fullmatch(form, path):
            return {code for codes in refusals(route).values() for code in codes}
    return {"not-found", "method-not-allowed"}


@cache
def _draft() -> Draft:
    """The case, looked through once for all tests."""
    return look_through(CASE, CALLBACK_TEXT, lambda _reading: ())
