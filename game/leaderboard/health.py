"""Whether a process lives, and whether it is to be sent requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
from sqlalchemy import text
from starlette.responses import JSONResponse
from starlette.routing import Route

from game.records.trouble import Trouble

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.site import Site

__all__ = ["routes"]

_SECONDS = 2.0
"""A database that takes longer to answer nothing is as good as away."""


def routes(site: Site) -> list[Route]:
    """`/health/live` and `/health/ready`, for whoever starts processes and divides requests among them."""

    async def live(_request: Request) -> Response:
        return JSONResponse({"status": "live"})

    async def ready(_request: Request) -> Response:
        if site.is_draining:
            return JSONResponse({"status": "draining"}, 503)
        try:
            with anyio.fail_after(_SECONDS):
                await site.read(lambda connection: connection.execute(text("SELECT 1")))
        except (Trouble, TimeoutError):
            return JSONResponse({"status": "no database"}, 503, {"Retry-After": "5"})
        return JSONResponse({"status": "ready"})

    return [Route("/health/live", live), Route("/health/ready", ready)]
