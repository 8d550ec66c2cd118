"""The pages people see in a browser; they are whole without JavaScript, and ask no other server for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.leaderboard.pages.assets import asset_routes
from game.leaderboard.pages.boards import board_routes
from game.leaderboard.pages.cases import case_routes
from game.leaderboard.pages.desk import desk_routes
from game.leaderboard.pages.home import home_routes
from game.leaderboard.pages.join import join_routes
from game.leaderboard.pages.looks import looks_routes
from game.leaderboard.pages.me import me_routes
from game.leaderboard.pages.pictures import picture_routes
from game.leaderboard.pages.play import play_routes
from game.leaderboard.pages.results import result_routes
from game.leaderboard.pages.shell import page
from game.leaderboard.pages.wall import wall_routes
from game.texts import _

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from game.leaderboard.problems import Problem
    from game.leaderboard.site import Site

__all__ = ["problem_page", "routes"]

_MISSING = 404
_UNKNOWN = 401


def routes(site: Site) -> list[BaseRoute]:  # noqa: ARG001  # pages find it in `request.app.state`
    """All pages of a server."""
    return [
        *asset_routes(),
        *picture_routes(),
        *looks_routes(),
        *home_routes(),
        *join_routes(),
        *case_routes(),
        *play_routes(),
        *result_routes(),
        *me_routes(),
        *desk_routes(),
        *board_routes(),
        *wall_routes(),
    ]


async def problem_page(request: Request, problem: Problem) -> Response:
    """What went wrong, for people."""
    title = _("There is nothing here") if problem.status == _MISSING else _("That did not work")
    values = {"title": title, "words": problem.sentence, "way": "/", "way_words": _("To the first page")}
    if problem.status == _UNKNOWN and not request.url.path.startswith("/desk"):
        values |= {"way": "/join", "way_words": _("Join with a code")}
    return page(request, "message.html", status=problem.status, headers=problem.headers, **values)
