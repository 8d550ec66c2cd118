"""The desk itself, with a trainer's teams; and the page of each team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.routing import Route

from game.leaderboard.elsewhere import START
from game.leaderboard.pages.desk.forms import text_of
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.desk.zones import iso_day, usual_zone
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.when import day_of, moment_of
from game.records.league import assignments, cases, codes, seasons, teams
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.assignments import Assignment
    from game.records.league.cases import CaseRow
    from game.records.league.codes import Code
    from game.records.league.seasons import Season
    from game.records.league.teams import Team
    from game.records.league.trainers import Trainer

__all__ = ["team_page", "team_routes"]

_DAY_MS = 24 * 3600 * 1000
_WEEKS = 2
"""By when an assignment is due, unless it is said otherwise."""


class _Desk(NamedTuple):
    """What the first page shows."""

    teams: tuple[Team, ...]
    seasons: tuple[Season, ...]
    cases: tuple[CaseRow, ...]


class _Team(NamedTuple):
    """What a team's page shows."""

    team: Team
    codes: tuple[Code, ...]
    assignments: tuple[Assignment, ...]
    cases: tuple[CaseRow, ...]
    seasons: tuple[Season, ...]
    zone: str


def team_routes() -> list[Route]:
    """The desk, teams, and what is done to them."""
    return [
        Route("/desk", at_desk(_desk), methods=["GET"]),
        Route("/desk/teams", at_desk(_make), methods=["POST"]),
        Route("/desk/teams/{team}", at_desk(_team), methods=["GET"]),
        Route("/desk/teams/{team}", at_desk(_rename), methods=["POST"]),
        Route("/desk/teams/{team}/close", at_desk(_ask_to_close), methods=["GET"]),
        Route("/desk/teams/{team}/close", at_desk(_close), methods=["POST"]),
    ]


async def _desk(request: Request, trainer: Trainer) -> Response:
    return await _desk_page(request, trainer)


async def _make(request: Request, trainer: Trainer) -> Response:
    site = site_of(request)
    name = text_of(await site.form(request), "name")
    try:
        made = await site.write(lambda c: teams.make(c, trainer.id, name, site.clock()))
    except Refused as refused:
        return await _desk_page(request, trainer, status=422, name=name, fault=refused.sentence)
    return see_other(request, f"/desk/teams/{made.id}")


async def _desk_page(
    request: Request, trainer: Trainer, *, status: int = 200, name: str = "", fault: str = ""
) -> Response:
    site = site_of(request)

    def ask(c: Connection) -> _Desk:
        return _Desk(teams.teams_of(c, trainer.id), seasons.seasons(c), cases.cases(c))

    found, now = await site.read(ask), site.clock()
    return page(
        request,
        "desk/desk.html",
        status=status,
        found=found,
        name=name,
        fault=fault,
        running=[each for each in found.seasons if each.runs(now)],
        own_cases=[each for each in found.cases if not each.is_open_book],
        last_day=lambda season: day_of(season.ends_ms - 1, season.zone),
        told=request.query_params.get("told", ""),
        connect=START if site.has_elsewhere else "",
    )


async def _team(request: Request, trainer: Trainer) -> Response:
    return await team_page(request, trainer)


async def _rename(request: Request, trainer: Trainer) -> Response:
    site, team = site_of(request), request.path_params["team"]
    name = text_of(await site.form(request), "name")
    try:
        await site.write(lambda c: teams.rename(c, trainer.id, team, name, site.clock()))
    except Refused as refused:
        if not refused.code.startswith(("name-", "team-name-")):
            raise
        return await team_page(request, trainer, status=422, said={"name": name}, faults={"name": refused.sentence})
    return see_other(request, f"/desk/teams/{team}")


async def _ask_to_close(request: Request, trainer: Trainer) -> Response:
    site, team = site_of(request), request.path_params["team"]
    found = await site.read(lambda c: teams.open_team(c, trainer.id, team))
    return page(request, "desk/close_team.html", team=found)


async def _close(request: Request, trainer: Trainer) -> Response:
    site, team = site_of(request), request.path_params["team"]
    await site.form(request)
    await site.write(lambda c: teams.close(c, trainer.id, team, site.clock()))
    return see_other(request, "/desk?told=team-closed")


async def team_page(
    request: Request,
    trainer: Trainer,
    *,
    status: int = 200,
    said: dict[str, Any] | None = None,
    faults: dict[str, str] | None = None,
) -> Response:
    """A team's page; what was typed into one of its forms, and what is amiss with it, stands there again."""
    site, key = site_of(request), request.path_params["team"]

    def ask(c: Connection) -> _Team:
        return _Team(
            teams.open_team(c, trainer.id, key),
            codes.codes_of(c, key, site.clock()),
            assignments.assignments_of(c, trainer.id, key),
            cases.cases(c),
            seasons.seasons(c),
            usual_zone(c),
        )

    found, now = await site.read(ask), site.clock()
    usual = {
        "name": found.team.name,
        "title": "",
        "due": iso_day(now + 7 * _WEEKS * _DAY_MS, found.zone),
        "cases": [],
        "hours": "24",
        "uses": "30",
    }
    return page(
        request,
        "desk/team.html",
        status=status,
        found=found,
        said=usual | (said or {}),
        faults=faults or {},
        now=now,
        day=lambda ms: day_of(ms, found.zone),
        moment=lambda ms: moment_of(ms, found.zone),
    )
