"""Who looks at a page: found out once, before the page is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from game.leaderboard.access import credentials
from game.records.league.players import player_of
from game.records.league.trainers import trainer_of

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.types import ASGIApp, Receive, Scope, Send

    from game.leaderboard.site import Site
    from game.records.league.players import Player
    from game.records.league.trainers import Trainer

__all__ = ["Visitors"]

_ASK_THEMSELVES = ("/api/", "/health/", "/static/", "/faces/", "/metrics", "/openapi.json")


class Visitors:
    """Sets `request.state.player` and `request.state.trainer` to who is signed in, or None.

    Routes of the API find out themselves, in the transaction in which they do what is asked.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not scope["path"].startswith(_ASK_THEMSELVES):
            state = scope.setdefault("state", {})
            state["player"], state["trainer"] = await self._known(HTTPConnection(scope))
        await self._app(scope, receive, send)

    async def _known(self, connection: HTTPConnection) -> tuple[Player | None, Trainer | None]:
        play, desk = credentials(connection)[1:3]
        if play is None and desk is None:
            return None, None
        now = self._site.clock()

        def ask(database: Connection) -> tuple[Player | None, Trainer | None]:
            return (
                player_of(database, play, now) if play else None,
                trainer_of(database, desk, now) if desk else None,
            )

        return await self._site.read(ask)
