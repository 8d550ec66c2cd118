"""Joining: a code that was read out, typed or scanned, a name to be called by, and what is stored, said before it is.

A QR code leads to `/join?code=ABCD-EFGH`; nothing is done before the form is sent.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from game.leaderboard import entering
from game.leaderboard.access import PLAY_COOKIE, credentials, forget, keep
from game.leaderboard.pages.pictures import look_of_traits, traits_of
from game.leaderboard.pages.shell import page, see_other, site_of
from game.looks.portrait import look_by_chance, words_of
from game.records.league import devices
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["join_routes"]

_LONGEST = 40
_LOOKS = 5
"""Faces to choose from, besides the one a name has."""
_OF_THE_CODE = ("unknown-code", "too-many-guesses", "not-a-team-code")


def join_routes() -> list[Route]:
    """To join, and to sign this browser out."""
    return [
        Route("/join", _show, methods=["GET"]),
        Route("/join", _join, methods=["POST"]),
        Route("/me/sign-out", _sign_out, methods=["POST"]),
    ]


async def _show(request: Request) -> Response:
    code = request.query_params.get("code", "")[:_LONGEST]
    return _page(request, code=code)


async def _join(request: Request) -> Response:
    """Trade the code for a cookie; where something is amiss, say it at its field and keep what was typed."""
    site = site_of(request)
    form = await site.form(request)
    said = {name: value if isinstance(value := form.get(name), str) else "" for name in ("code", "pseudonym", "look")}
    place = entering.place_of(request)
    pseudonym = said["pseudonym"].strip() or None
    try:
        if request.state.player is not None:
            # Whoever is known here joins another team, and stays who they are.
            await entering.change_team(site, place, request.state.player.id, said["code"])
            return see_other(request, "/")
        joined = await entering.join(site, place, said["code"], pseudonym, _look(said["look"]))
    except Refused as refused:
        field = "code" if refused.code in _OF_THE_CODE else "pseudonym"
        faults = {field: refused.sentence}
        return _page(
            request, status=422, code=said["code"], pseudonym=said["pseudonym"], chosen=said["look"], faults=faults
        )
    response = RedirectResponse("/", 303)
    keep(request, response, PLAY_COOKIE, joined.token)
    return response


async def _sign_out(request: Request) -> Response:
    """Have this browser forget whoever plays; what they played stays theirs."""
    site = site_of(request)
    await site.form(request)
    token = credentials(request).play
    if token is not None:
        await site.write(lambda c: devices.forget(c, token))
    response = RedirectResponse("/", 303)
    forget(request, response, PLAY_COOKIE)
    return response


def _page(
    request: Request,
    *,
    status: int = 200,
    code: str = "",
    pseudonym: str = "",
    chosen: str = "",
    faults: Mapping[str, str] | None = None,
) -> Response:
    looks = [look_by_chance(secrets.token_hex(8)) for _each in range(_LOOKS)]
    if _look(chosen) is not None:
        looks[0] = look_of_traits(chosen)
    return page(
        request,
        "join.html",
        status=status,
        code=code[:_LONGEST],
        pseudonym=pseudonym,
        faults=faults or {},
        chosen=chosen,
        looks=[(traits_of(look), look) for look in looks],
    )


def _look(traits: str) -> Mapping[str, object] | None:
    """The look that was chosen; None for the one the name has."""
    try:
        return words_of(look_of_traits(traits)) if traits else None
    except ValueError:
        return None
