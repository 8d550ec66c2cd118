"""A season's page, and what is known of a case before its first word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.routing import Route

from game.debrief.wording import channel_words, level_words
from game.leaderboard.pages.pictures import address_of
from game.leaderboard.pages.progress import CaseState, SeasonState, case_state, season_states
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.signing import player_here
from game.leaderboard.pages.when import moment_of
from game.leaderboard.problems import missing
from game.loader.languages import fallbacks, language_name
from game.looks.portrait import look_from
from game.records.league import assignments, entries, seasons
from game.records.league.attempts import attempts
from game.records.league.refused import Refused
from game.records.medals import medal_words
from game.records.results import MEDALS
from game.texts import _, language

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.casebook import KeptCase
    from game.records.league.seasons import Season

__all__ = ["case_routes"]


class _Briefed(NamedTuple):
    """A case, and how it is played here."""

    case: KeptCase
    season: Season | None
    state: CaseState | None


def case_routes() -> list[Route]:
    """Seasons, their boards joined and left, and cases."""
    return [
        Route("/seasons", _seasons, methods=["GET"]),
        Route("/seasons/{slug}", _season, methods=["GET"]),
        Route("/seasons/{slug}/entry", _enter, methods=["POST"]),
        Route("/seasons/{slug}/cases/{scenario}", _case, methods=["GET"]),
        Route("/cases/{scenario}", _case, methods=["GET"]),
    ]


async def _seasons(request: Request) -> Response:
    return page(request, "seasons.html", seasons=await _states(request), moment=moment_of)


async def _season(request: Request) -> Response:
    return _season_page(request, await _state(request))


async def _enter(request: Request) -> Response:
    """Join the boards of a season under a name, or leave them."""
    site, player = site_of(request), player_here(request)
    form = await site.form(request)
    slug, name = request.path_params["slug"], form.get("pseudonym")
    name = name if isinstance(name, str) else ""
    leaves = form.get("deed") == "leave"

    def enter(c: Connection) -> None:
        season = seasons.season(c, slug)
        if leaves:
            entries.withdraw(c, player.id, season.id)
        else:
            entries.enter(c, player.id, season.id, name, site.clock())

    try:
        await site.write(enter)
    except Refused as refused:
        if refused.code == "unknown-season":
            raise
        return _season_page(request, await _state(request), status=422, name=name, fault=refused.sentence)
    return see_other(request, f"/seasons/{slug}")


async def _case(request: Request) -> Response:
    """What is known before the first word, and the way to begin."""
    site, player = site_of(request), player_here(request)
    slug, scenario = request.path_params.get("slug"), request.path_params["scenario"]

    def ask(c: Connection) -> _Briefed:
        if slug is None:
            given = assignments.assigned_to(c, player.id, site.clock())
            found = next((case for each in given for case in each.cases if case.scenario == scenario), None)
            if found is None:
                raise missing()
            return _Briefed(site.cases.case(c, found.revision), None, None)
        season = seasons.season(c, slug)
        case = next((each for each in seasons.cases_of(c, season.id) if each.scenario == scenario), None)
        if case is None:
            raise missing()
        state = case_state(season, case, attempts(c, player.id))
        return _Briefed(site.cases.case(c, case.revision), season, state)

    found = await site.read(ask)
    return page(request, "case.html", **_briefing(found, site.clock()))


def _briefing(found: _Briefed, now_ms: int) -> dict[str, Any]:
    case, season, state = found
    told = case.book(language()).scenario
    look = look_from(told.customer.face, case.original.customer.name)
    you, customer = told.you, told.customer.name
    role = _("You are {name}. You serve {customer}.", name=you.name, customer=customer)
    if you.role:
        role = _("You are {name}, {role}. You serve {customer}.", name=you.name, role=you.role, customer=customer)
    return {
        "scenario": case.name,
        "told": told,
        "portrait": address_of(look, told.customer.mood),
        "role": role,
        "channel": channel_words(told.channel),
        "level": None if told.level is None else ("easy", "medium", "hard")[told.level - 1],
        "level_words": "" if told.level is None else level_words(told.level),
        "is_timed": any(scene.within is not None for scene in told.scenes.values()),
        "language_remark": _language_remark(told.language),
        "season": season,
        "runs": season is None or season.runs(now_ms),
        "ends": "" if season is None else moment_of(season.ends_ms - 60_000, season.zone),
        "state": state,
        "medals": [(medal_words(medal), least) for medal, least in MEDALS.items()][::-1],
    }


def _language_remark(own: str) -> str:
    if set(fallbacks(own)) & set(fallbacks(language())):
        return ""
    return _("This case is told in {language}.", language=language_name(own))


async def _states(request: Request) -> list[SeasonState]:
    site, player = site_of(request), player_here(request)

    def ask(c: Connection) -> list[SeasonState]:
        return season_states(c, player.id, attempts(c, player.id), site.clock())

    return await site.read(ask)


async def _state(request: Request) -> SeasonState:
    slug = request.path_params["slug"]
    found = next((each for each in await _states(request) if each.season.slug == slug), None)
    if found is None:
        raise missing()
    return found


def _season_page(
    request: Request, state: SeasonState, *, status: int = 200, name: str | None = None, fault: str = ""
) -> Response:
    player = player_here(request)
    called = state.called if name is None else name
    return page(
        request,
        "season.html",
        status=status,
        state=state,
        name=player.pseudonym if called is None else called,
        fault=fault,
        starts=moment_of(state.season.starts_ms, state.season.zone),
        ends=moment_of(state.season.ends_ms - 60_000, state.season.zone),
        is_ahead=site_of(request).clock() < state.season.starts_ms,
    )
