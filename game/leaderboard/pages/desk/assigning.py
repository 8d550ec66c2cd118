"""What a team was given to play: given, looked at, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from game.leaderboard.pages.desk.forms import day_from, text_of, texts_of
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.desk.teams import team_page
from game.leaderboard.pages.desk.zones import usual_zone
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.when import day_of, moment_of
from game.records.league import assignments
from game.records.league.refused import Refused
from game.records.league.seasons import day_end_ms, fit_day
from game.records.uuid7 import is_uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.assignments import Progress
    from game.records.league.trainers import Trainer

__all__ = ["assigning_routes"]

_OF_THE_CASES = ("no-cases", "too-many-cases", "unknown-case", "case-twice")


def assigning_routes() -> list[Route]:
    """To give a team something, see how far it is, and take it back."""
    return [
        Route("/desk/teams/{team}/assignments", at_desk(_give), methods=["POST"]),
        Route("/desk/assignments/{assignment}", at_desk(_show), methods=["GET"]),
        Route("/desk/assignments/{assignment}/withdraw", at_desk(_withdraw), methods=["POST"]),
    ]


async def _give(request: Request, trainer: Trainer) -> Response:
    site, team = site_of(request), request.path_params["team"]
    form = await site.form(request)
    title, due, chosen = text_of(form, "title"), text_of(form, "due"), texts_of(form, "cases")

    def give(c: Connection) -> None:
        due_ms = day_end_ms(fit_day(day_from(due)), usual_zone(c))
        assignments.give(c, trainer.id, team, title, chosen, due_ms, site.clock())

    try:
        await site.write(give)
    except Refused as refused:
        if refused.code in ("unknown-team", "team-closed"):
            raise
        field = "cases" if refused.code in _OF_THE_CASES else "due" if refused.code == "unfit-day" else "title"
        said = {"title": title, "due": due, "cases": chosen}
        return await team_page(request, trainer, status=422, said=said, faults={field: refused.sentence})
    return see_other(request, f"/desk/teams/{team}?told=given#assignments")


async def _show(request: Request, trainer: Trainer) -> Response:
    """How far the team is; that it was looked at is noted, and its members can see that."""
    site, assignment = site_of(request), request.path_params["assignment"]

    def ask(c: Connection) -> tuple[Progress, str]:
        return assignments.progress(c, trainer.id, assignment, site.clock()), usual_zone(c)

    found, zone = await site.write(ask)
    return page(
        request,
        "desk/assignment.html",
        found=found,
        day=lambda ms: day_of(ms, zone),
        moment=lambda ms: moment_of(ms, zone),
    )


async def _withdraw(request: Request, trainer: Trainer) -> Response:
    """Take it back, and lead to the team it was given to."""
    site, assignment = site_of(request), request.path_params["assignment"]
    team = text_of(await site.form(request), "team")
    await site.write(lambda c: assignments.withdraw(c, trainer.id, assignment, site.clock()))
    return see_other(request, f"/desk/teams/{team}?told=withdrawn#assignments" if is_uuid7(team) else "/desk")
