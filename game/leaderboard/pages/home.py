"""The first page: what there is to do for whoever plays here; who is not known yet is told what this is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.next_guest import Guest, next_guest
from game.leaderboard.pages.progress import case_address, season_states
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.when import day_of, moment_of
from game.records.league import assignments, players
from game.records.league.attempts import attempts
from game.records.medals import won_words

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.pages.progress import SeasonState
    from game.records.league.assignments import Assigned
    from game.records.league.played import Attempt
    from game.records.league.players import Membership

__all__ = ["home_routes"]

_LATEST = 5
"""Results that are shown."""


class _Home(NamedTuple):
    team: Membership | None
    seasons: list[SeasonState]
    """Those that run."""
    assigned: list[Assigned]
    left: list[Attempt]
    """Sessions that were left open and can be gone on with."""
    finished: list[Attempt]
    guest: Guest | None
    zone: str


def home_routes() -> list[Route]:
    """The first page."""
    return [Route("/", _show, methods=["GET"])]


async def _show(request: Request) -> Response:
    site, player = site_of(request), request.state.player
    if player is None:
        return page(request, "welcome.html")
    now = site.clock()

    def ask(c: Connection) -> _Home:
        ranked = [each for each in attempts(c, player.id) if each.mode == "ranked"]
        running = [each for each in season_states(c, player.id, tuple(ranked), now) if each.runs]
        zone = running[0].season.zone if running else "UTC"
        slugs = {None, *(each.season.slug for each in running)}
        left = [each for each in ranked if each.state == "open" and each.season in slugs]
        given = [each for each in assignments.assigned_to(c, player.id, now) if each.due_ms > now or not each.is_done]
        guest = next_guest(c, site.cases, left=left, assigned=given, seasons=running, zone=zone)
        finished = [each for each in ranked if each.state == "finished"]
        return _Home(players.membership(c, player.id), running, given, left, finished, guest, zone)

    found = await site.read(ask)
    running = {case.case.scenario: each.season.slug for each in found.seasons for case in each.cases}
    return page(
        request,
        "home.html",
        team=found.team,
        seasons=found.seasons,
        assigned=found.assigned,
        guest=found.guest,
        addresses=lambda scenario: case_address(scenario, running.get(scenario)),
        is_late=lambda due_ms: due_ms <= now,
        day=lambda ms: day_of(ms, found.zone),
        moment=lambda ms: moment_of(ms, found.zone),
        open=found.left,
        results=found.finished[:_LATEST],
        medal=won_words,
    )
