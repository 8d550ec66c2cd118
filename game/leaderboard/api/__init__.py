"""The API under /api/v1: each route declared once, from which both what is answered and its description are made."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route as Mounted

from game.leaderboard.api import boards, people, publishing, seasons, sessions, trainers
from game.leaderboard.api.openapi import document
from game.leaderboard.api.serving import endpoint

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from game.leaderboard.api.route import Route
    from game.leaderboard.site import Site

__all__ = ["ROOT", "ROUTES", "routes"]

ROOT = "/api/v1"
ROUTES: tuple[Route, ...] = (
    *sessions.ROUTES,  # asked for most, and the first that fits is taken
    *people.ROUTES,
    *seasons.ROUTES,
    *boards.ROUTES,
    *trainers.ROUTES,
    *publishing.ROUTES,
)


def routes(site: Site) -> list[BaseRoute]:
    """All of them, and the document that describes them."""
    paths: dict[str, dict[str, Route]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method] = route
    answered: list[BaseRoute] = [
        Mounted(ROOT + path, endpoint(site, methods), methods=list(methods), name=f"api {path}")
        for path, methods in paths.items()
    ]
    return [*answered, Mounted("/openapi.json", _openapi, name="openapi")]


async def _openapi(_request: Request) -> Response:
    return Response(_described(), media_type="application/json")


@cache
def _described() -> bytes:
    return document(ROOT, ROUTES)
