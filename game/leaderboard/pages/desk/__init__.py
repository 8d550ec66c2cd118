"""The trainer's desk: teams and the codes into them, seasons, cases, what teams were given, reports, the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.leaderboard.pages.desk.assigning import assigning_routes
from game.leaderboard.pages.desk.codes import code_routes
from game.leaderboard.pages.desk.publishing import publishing_routes
from game.leaderboard.pages.desk.reporting import reporting_routes
from game.leaderboard.pages.desk.seasons import season_routes
from game.leaderboard.pages.desk.signing import signing_routes
from game.leaderboard.pages.desk.teams import team_routes
from game.leaderboard.pages.desk.trail import trail_routes

if TYPE_CHECKING:
    from starlette.routing import Route

__all__ = ["desk_routes"]


def desk_routes() -> list[Route]:
    """All pages of trainers."""
    return [
        *signing_routes(),
        *team_routes(),
        *code_routes(),
        *assigning_routes(),
        *reporting_routes(),
        *season_routes(),
        *publishing_routes(),
        *trail_routes(),
    ]
