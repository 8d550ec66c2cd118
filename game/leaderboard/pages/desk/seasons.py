"""Seasons: made, shown with the link for a television, and closed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.desk.forms import day_from, number_from, texts_of, typed
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.desk.zones import iso_day, known_zones, usual_zone
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.wall import wall_address
from game.leaderboard.pages.when import day_of
from game.records.league import cases, seasons
from game.records.league.refused import Refused
from game.records.league.seasons import ATTEMPTS, LEAST_GROUP, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.cases import CaseRow
    from game.records.league.seasons import Season, SeasonCase
    from game.records.league.trainers import Trainer

__all__ = ["season_routes"]

_FIELDS = ("title", "slug", "first_day", "last_day", "zone", "attempts", "min_group")
_FIELD_OF = {
    "unfit-slug": "slug",
    "season-name-taken": "slug",
    "unfit-days": "last_day",
    "unknown-zone": "zone",
    "unfit-attempts": "attempts",
    "unfit-group": "min_group",
    "no-cases": "cases",
    "too-many-cases": "cases",
    "unknown-case": "cases",
    "case-twice": "cases",
}
_USUAL_DAYS = 8 * 7
_LONGEST_SLUG = 40


class _Known(NamedTuple):
    """What the form for a season needs to know."""

    cases: tuple[CaseRow, ...]
    zone: str


def season_routes() -> list[Route]:
    """To list, make and close seasons."""
    return [
        Route("/desk/seasons", at_desk(_list), methods=["GET"]),
        Route("/desk/seasons", at_desk(_make), methods=["POST"]),
        Route("/desk/new-season", at_desk(_new), methods=["GET"]),
        Route("/desk/seasons/{slug}", at_desk(_show), methods=["GET"]),
        Route("/desk/seasons/{slug}/close", at_desk(_ask_to_close), methods=["GET"]),
        Route("/desk/seasons/{slug}/close", at_desk(_close), methods=["POST"]),
    ]


async def _list(request: Request, _trainer: Trainer) -> Response:
    site = site_of(request)
    found, now = await site.read(seasons.seasons), site.clock()
    return page(
        request,
        "desk/seasons.html",
        seasons=found,
        now=now,
        first_day=lambda season: day_of(season.starts_ms, season.zone),
        last_day=lambda season: day_of(season.ends_ms - 1, season.zone),
    )


async def _new(request: Request, _trainer: Trainer) -> Response:
    return await _form_page(request)


async def _make(request: Request, trainer: Trainer) -> Response:
    """Make a season; where something does not fit, say it at its field and keep what was typed."""
    site = site_of(request)
    form = await site.form(request)
    said, chosen = typed(form, _FIELDS), texts_of(form, "cases")
    plan, faults = _plan(said, chosen)
    if plan is None:
        return await _form_page(request, status=422, said=said, chosen=chosen, faults=faults)
    try:
        made = await site.write(lambda c: seasons.make(c, trainer.id, plan, site.clock()))
    except Refused as refused:
        field = _FIELD_OF.get(refused.code, "title")
        if refused.code == "unfit-day":
            field = "last_day"
        return await _form_page(request, status=422, said=said, chosen=chosen, faults={field: refused.sentence})
    return see_other(request, f"/desk/seasons/{made.slug}?told=made")


def _plan(said: dict[str, str], chosen: list[str]) -> tuple[Plan | None, dict[str, str]]:
    """The season as it was typed; None and what is amiss, by field, where it cannot be read."""
    faults: dict[str, str] = {}

    def read(field: str, how: Callable[[str], Any]) -> Any:
        try:
            return how(said[field])
        except Refused as refused:
            faults[field] = refused.sentence
            return None

    first, last = read("first_day", day_from), read("last_day", day_from)
    attempts, min_group = read("attempts", number_from), read("min_group", number_from)
    if faults:
        return None, faults
    slug = said["slug"].strip() or _slug_of(said["title"])
    return Plan(slug, said["title"], first, last, said["zone"].strip(), chosen, attempts, min_group), {}


async def _form_page(
    request: Request,
    *,
    status: int = 200,
    said: dict[str, str] | None = None,
    chosen: list[str] | None = None,
    faults: dict[str, str] | None = None,
) -> Response:
    site = site_of(request)

    def ask(c: Connection) -> _Known:
        return _Known(cases.cases(c), usual_zone(c))

    known = await site.read(ask)
    if chosen is None:
        # What only the server holds, each at its newest; the list has the newest first.
        newest = {each.scenario: each for each in reversed(known.cases)}.values()
        chosen = [each.revision for each in newest if not each.is_open_book]
    return page(
        request,
        "desk/new_season.html",
        status=status,
        cases=sorted(known.cases, key=lambda each: (each.is_open_book, each.title.casefold())),
        said=_usual(iso_day(site.clock(), known.zone), known.zone) if said is None else said,
        chosen=chosen,
        faults=faults or {},
        zones=known_zones(),
        day=day_of,
    )


async def _show(request: Request, _trainer: Trainer) -> Response:
    site, slug = site_of(request), request.path_params["slug"]

    def ask(c: Connection) -> tuple[Season, tuple[SeasonCase, ...]]:
        found = seasons.season(c, slug)
        return found, seasons.cases_of(c, found.id)

    season, its_cases = await site.read(ask)
    base = f"{request.url.scheme}://{request.url.netloc}"
    return page(
        request,
        "desk/season.html",
        season=season,
        cases=its_cases,
        runs=season.runs(site.clock()),
        is_ahead=site.clock() < season.starts_ms,
        first_day=day_of(season.starts_ms, season.zone),
        last_day=day_of(season.ends_ms - 1, season.zone),
        wall=base + wall_address(site.key, slug),
        told=request.query_params.get("told", ""),
    )


async def _ask_to_close(request: Request, _trainer: Trainer) -> Response:
    site, slug = site_of(request), request.path_params["slug"]
    found = await site.read(lambda c: seasons.season(c, slug))
    return page(request, "desk/close_season.html", season=found, last_day=day_of(found.ends_ms - 1, found.zone))


async def _close(request: Request, trainer: Trainer) -> Response:
    site, slug = site_of(request), request.path_params["slug"]
    await site.form(request)
    await site.write(lambda c: seasons.close(c, trainer.id, slug, site.clock()))
    return see_other(request, f"/desk/seasons/{slug}?told=closed")


def _usual(today: str, zone: str) -> dict[str, str]:
    """What the form says before anything was typed."""
    last = date.fromisoformat(today) + timedelta(days=_USUAL_DAYS)
    return {
        "title": "",
        "slug": "",
        "first_day": today,
        "last_day": last.isoformat(),
        "zone": zone,
        "attempts": str(ATTEMPTS),
        "min_group": str(LEAST_GROUP),
    }


def _slug_of(title: str) -> str:
    """What a title makes of itself in an address; perhaps nothing, and then it has to be typed."""
    letters = unicodedata.normalize("NFKD", title.casefold().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST_SLUG].strip("-")
