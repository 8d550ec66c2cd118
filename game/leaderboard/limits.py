"""How much a request may bring and how long it may take to bring it, so that nobody fills the server up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from game.leaderboard.problems import Problem
from game.texts import _

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LARGEST_BODY", "SMALL_BODY", "BodyLimit", "body_of"]

SMALL_BODY = 16 * 1024
"""Of most requests, in bytes."""
LARGEST_BODY = 2 * 1024 * 1024
"""Of any request: a case with its translations is sent at once."""
_SECONDS_TO_SEND = 30.0


class BodyLimit:
    """Stops reading a request that brings more than any may, or takes too long to bring it."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        brought = 0
        ends: float | None = None
        is_whole = False

        async def received() -> Message:
            nonlocal brought, ends, is_whole
            if is_whole:
                return await receive()  # that nobody is there any more, whenever that may be
            ends = ends or asyncio.get_running_loop().time() + _SECONDS_TO_SEND
            try:
                async with asyncio.timeout_at(ends):
                    message = await receive()
            except TimeoutError:
                raise _too_slow() from None
            is_whole = not message.get("more_body", False)
            brought += len(message.get("body", b""))
            if brought > self._largest:
                raise _too_large()
            return message

        await self._app(scope, received, send)


async def body_of(request: Request, largest: int = SMALL_BODY) -> bytes:
    """What a request brings.

    Raises:
        Problem: it is more than `largest` bytes, or does not come (`BodyLimit`).
    """
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal() or len(announced) > len(str(LARGEST_BODY)) or int(announced) > largest:
        raise _too_large()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise _too_large()
    return bytes(body)


def _too_large() -> Problem:
    # Whatever else is on its way is not waited for.
    return Problem(413, "too-large", _("That is more than may be sent at once."), {"Connection": "close"})


def _too_slow() -> Problem:
    sentence = _("What was sent took too long to arrive. Send it again.")
    return Problem(408, "too-slow", sentence, {"Connection": "close"})
