"""The first page: what there is to do for whoever plays here; who is not known yet is told what this is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.when import day_of, moment_of
from game.records.league import assignments, entries, players, seasons
from game.records.league.attempts import attempts
from game.records.medals import medal_words
from game.records.results import medal_for

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.assignments import Assigned
    from game.records.league.played import Attempt
    from game.records.league.players import Membership
    from game.records.league.seasons import Season, SeasonCase

__all__ = ["CaseState", "SeasonState", "case_state", "home_routes", "season_states"]

_LATEST = 5
"""Results that are shown."""


class CaseState(NamedTuple):
    """A case of a season, and how far whoever plays is with it."""

    case: SeasonCase
    begun: int
    """How many attempts that count."""
    best: int | None
    medal: str
    """The best one's, in words; empty for none."""
    open_session: str | None


class SeasonState(NamedTuple):
    """A season, and how far whoever plays is with it."""

    season: Season
    cases: list[CaseState]
    called: str | None
    """What they are called on its boards; None where they did not join them."""
    last_day: str
    runs: bool

    @property
    def done(self) -> int:
        """How many cases were played to a score."""
        return sum(case.best is not None for case in self.cases)


class _Home(NamedTuple):
    team: Membership | None
    seasons: list[SeasonState]
    assigned: tuple[Assigned, ...]
    attempts: tuple[Attempt, ...]


def home_routes() -> list[Route]:
    """The first page."""
    return [Route("/", _show, methods=["GET"])]


async def _show(request: Request) -> Response:
    site, player = site_of(request), request.state.player
    if player is None:
        return page(request, "welcome.html")
    now = site.clock()

    def ask(c: Connection) -> _Home:
        played = attempts(c, player.id)
        return _Home(
            players.membership(c, player.id),
            [each for each in season_states(c, player.id, played, now) if each.runs],
            assignments.assigned_to(c, player.id, now),
            played,
        )

    found = await site.read(ask)
    ranked = [each for each in found.attempts if each.mode == "ranked"]
    running = {case.case.scenario: each.season.slug for each in found.seasons for case in each.cases}
    return page(
        request,
        "home.html",
        team=found.team,
        seasons=found.seasons,
        assigned=[each for each in found.assigned if each.due_ms > now or not each.is_done],
        addresses=lambda scenario: case_address(scenario, running.get(scenario)),
        is_late=lambda due_ms: due_ms <= now,
        day=lambda ms: day_of(ms),
        moment=moment_of,
        open=[each for each in ranked if each.state == "open"],
        results=[each for each in ranked if each.state == "finished"][:_LATEST],
        medal=lambda score: medal_words(found_medal) if (found_medal := medal_for(score)) else "",
    )


def case_address(scenario: str, season: str | None) -> str:
    """Where a case is told of before it begins."""
    return f"/cases/{scenario}" if season is None else f"/seasons/{season}/cases/{scenario}"


def season_states(c: Connection, player: str, played: tuple[Attempt, ...], now_ms: int) -> list[SeasonState]:
    """All seasons, the one that began last first."""
    called = {entry.season: entry.pseudonym for entry in entries.entries_of(c, player)}
    return [
        SeasonState(
            season,
            [case_state(season, case, played) for case in seasons.cases_of(c, season.id)],
            called.get(season.id),
            day_of(season.ends_ms - 1, season.zone),
            season.runs(now_ms),
        )
        for season in seasons.seasons(c)
    ]


def case_state(season: Season, case: SeasonCase, played: tuple[Attempt, ...]) -> CaseState:
    """How far somebody is with a case of a season."""
    mine = [
        each
        for each in played
        if each.mode == "ranked" and each.season == season.slug and each.revision == case.revision
    ]
    counted = [each for each in mine if each.attempt <= season.attempts]
    scores = [each.result.score for each in counted if each.result is not None and each.result.score is not None]
    best = max(scores, default=None)
    medal = None if best is None else medal_for(best)
    return CaseState(
        case,
        len(counted),
        best,
        medal_words(medal) if medal else "",
        next((each.session for each in mine if each.state == "open"), None),
    )
