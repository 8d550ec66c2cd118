"""The pages people see in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from game.leaderboard.problems import Problem
    from game.leaderboard.site import Site

__all__ = ["problem_page", "routes"]


def routes(site: Site) -> list[BaseRoute]:  # noqa: ARG001 – pages follow
    """All pages of a server."""
    return []


async def problem_page(request: Request, problem: Problem) -> Response:  # noqa: ARG001 – a page follows
    """What went wrong, for people."""
    return PlainTextResponse(problem.sentence, problem.status, problem.headers)
