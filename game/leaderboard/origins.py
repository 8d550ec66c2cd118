"""Nothing is changed on somebody's behalf by another site's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from game.leaderboard.access import refuse_foreign_origin

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["OwnOrigin"]


class OwnOrigin:
    """Refuses what such a page sends, before anything is done."""

    def __init__(self, app: ASGIApp, key: bytes) -> None:
        self._app = app
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            refuse_foreign_origin(HTTPConnection(scope), self._key)
        await self._app(scope, receive, send)
