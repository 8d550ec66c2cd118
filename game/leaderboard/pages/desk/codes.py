"""Codes into a team: made, shown large enough for a whole room, and taken back.

The database knows a code's hash alone. So that its page can be loaded anew, and projected a second time, the browser in
which it was made keeps it in a cookie for that one page, out of the reach of scripts, for as long as the code lives.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.desk.forms import number_from, typed
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.desk.teams import team_page
from game.leaderboard.pages.desk.zones import usual_zone
from game.leaderboard.pages.qr import qr
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.when import moment_of
from game.records.league import codes, teams
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.site import Site
    from game.records.league.codes import Code
    from game.records.league.teams import Team
    from game.records.league.trainers import Trainer

__all__ = ["code_routes"]

_HOUR_MS = 3600 * 1000
_COOKIE = "gastgeber-code"


class _Kept(NamedTuple):
    """A code as the browser keeps it."""

    code: str
    expires_ms: int


class _Shown(NamedTuple):
    team: Team
    codes: tuple[Code, ...]
    zone: str


def code_routes() -> list[Route]:
    """To make a code, show it and take all back."""
    return [
        Route("/desk/teams/{team}/code", at_desk(_show), methods=["GET"]),
        Route("/desk/teams/{team}/code", at_desk(_give), methods=["POST"]),
        Route("/desk/teams/{team}/code/drop", at_desk(_drop), methods=["POST"]),
    ]


async def _give(request: Request, trainer: Trainer) -> Response:
    """Make a code and lead to the page that shows it."""
    site, team = site_of(request), request.path_params["team"]
    said = typed(await site.form(request), ("hours", "uses"))
    field = "hours"
    try:
        lifetime_ms = number_from(said["hours"]) * _HOUR_MS
        field = "uses"
        uses = number_from(said["uses"])
        now = site.clock()
        code = await site.write(lambda c: teams.give_code(c, trainer.id, team, now, lifetime_ms=lifetime_ms, uses=uses))
    except Refused as refused:
        if refused.code.startswith(("unknown-", "team-")):
            raise
        field = "hours" if refused.code == "code-lives-too-long" else field
        return await team_page(request, trainer, status=422, said=dict(said), faults={field: refused.sentence})
    response = see_other(request, _address(team))
    kept = _Kept(code, now + lifetime_ms)
    response.set_cookie(
        _COOKIE,
        f"{kept.code}.{kept.expires_ms}.{_signed(site, team, kept)}",
        max_age=lifetime_ms // 1000,
        path=_address(team),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


async def _show(request: Request, trainer: Trainer) -> Response:
    """The code for everybody to see; where this browser has none, how to make one."""
    site, team = site_of(request), request.path_params["team"]

    def ask(c: Connection) -> _Shown:
        return _Shown(teams.open_team(c, trainer.id, team), codes.codes_of(c, team, site.clock()), usual_zone(c))

    found, kept = await site.read(ask), _kept(request, site, team)
    known = next((each for each in found.codes if kept is not None and each.expires_ms == kept.expires_ms), None)
    address = f"{request.url.scheme}://{request.url.netloc}/join"
    picture = "" if kept is None or known is None else qr(f"{address}?code={kept.code}")
    return page(
        request,
        "desk/code.html",
        team=found.team,
        code="" if kept is None or known is None else kept.code,
        known=known,
        address=address.partition("://")[2],
        leads_nowhere_else=_is_of_this_machine(request.url.hostname or ""),
        picture=picture,
        until="" if known is None else moment_of(known.expires_ms, found.zone),
    )


async def _drop(request: Request, trainer: Trainer) -> Response:
    site, team = site_of(request), request.path_params["team"]
    await site.form(request)
    await site.write(lambda c: teams.drop_codes(c, trainer.id, team, site.clock()))
    response = see_other(request, f"/desk/teams/{team}?told=codes-dropped")
    response.delete_cookie(_COOKIE, path=_address(team))
    return response


def _is_of_this_machine(host: str) -> bool:
    """Whether a phone that asks for it would ask itself."""
    return host in ("localhost", "::1", "[::1]") or host.startswith("127.")


def _address(team: str) -> str:
    return f"/desk/teams/{team}/code"


def _kept(request: Request, site: Site, team: str) -> _Kept | None:
    """The code this browser was given for this team; None where it has none, or somebody made one up."""
    code, _dot, rest = request.cookies.get(_COOKIE, "").partition(".")
    expires, _dot, signature = rest.partition(".")
    if not (expires.isascii() and expires.isdecimal() and len(expires) < 16):
        return None
    kept = _Kept(code, int(expires))
    return kept if hmac.compare_digest(_signed(site, team, kept).encode(), signature.encode()) else None


def _signed(site: Site, team: str, kept: _Kept) -> str:
    said = f"code {team} {kept.code} {kept.expires_ms}"
    return hmac.new(site.key, said.encode(), hashlib.sha256).hexdigest()
