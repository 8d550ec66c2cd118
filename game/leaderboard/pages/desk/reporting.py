"""How a team does in a season, told of enough people or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.when import moment_of
from game.records.league import reports, seasons, teams

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.reports import Report
    from game.records.league.seasons import Season
    from game.records.league.teams import Team
    from game.records.league.trainers import Trainer

__all__ = ["reporting_routes"]


class _Reported(NamedTuple):
    team: Team
    seasons: tuple[Season, ...]
    season: Season | None
    report: Report | None


def reporting_routes() -> list[Route]:
    """The report on a team."""
    return [Route("/desk/teams/{team}/report", at_desk(_show), methods=["GET"])]


async def _show(request: Request, trainer: Trainer) -> Response:
    """The season asked for, else the one that began last; that it was looked at is noted."""
    site, team = site_of(request), request.path_params["team"]
    slug = request.query_params.get("season", "")

    def ask(c: Connection) -> _Reported:
        found, now = teams.team_of(c, trainer.id, team), site.clock()
        begun = tuple(each for each in seasons.seasons(c) if each.starts_ms <= now)
        season = seasons.season(c, slug) if slug else next(iter(begun), None)
        told = None if season is None else reports.report(c, trainer.id, team, season.slug, now)
        return _Reported(found, begun, season, told)

    found = await site.write(ask)
    zone = "UTC" if found.season is None else found.season.zone
    return page(request, "desk/report.html", found=found, moment=lambda ms: moment_of(ms, zone))
