"""Signing in at the trainer's desk, and out of it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from game.leaderboard import entering
from game.leaderboard.access import DESK_COOKIE, credentials, forget, keep
from game.leaderboard.elsewhere import START
from game.leaderboard.pages.desk.forms import text_of
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.problems import status_of
from game.records.league import trainers
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.trainers import Trainer

__all__ = ["at_desk", "signing_routes"]

_DESK = "/desk"


def signing_routes() -> list[Route]:
    """To sign in and out."""
    return [
        Route("/desk/sign-in", _sign_in, methods=["POST"]),
        Route("/desk/sign-out", _sign_out, methods=["POST"]),
    ]


def at_desk(answer: Callable[[Request, Trainer], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A page for trainers alone; whoever is not signed in is asked to, and then led back to it."""

    @wraps(answer)
    async def answered(request: Request) -> Response:
        trainer: Trainer | None = request.state.trainer
        if trainer is not None:
            return await answer(request, trainer)
        back = request.url.path if request.method == "GET" else _DESK
        return _page(request, status=200 if back == _DESK and request.method == "GET" else 401, back=back)

    return answered


async def _sign_in(request: Request) -> Response:
    """Trade name and passphrase for a cookie; what is amiss is said at the field, the name stays typed."""
    site = site_of(request)
    form = await site.form(request)
    name, back = text_of(form, "name"), _within_desk(text_of(form, "back"))
    try:
        _trainer, token = await entering.sign_in(site, entering.place_of(request), name, text_of(form, "passphrase"))
    except Refused as refused:
        status = status_of(refused.code)
        return _page(request, status=status, name=name, back=back, fault=refused.sentence)
    response = RedirectResponse(back, 303)
    keep(request, response, DESK_COOKIE, token, seconds=None)  # a desk is not left open for whoever comes next
    return response


async def _sign_out(request: Request) -> Response:
    site = site_of(request)
    await site.form(request)
    token = credentials(request).desk
    if token is not None:
        await site.write(lambda c: trainers.sign_out(c, token))
    response = RedirectResponse(_DESK, 303)
    forget(request, response, DESK_COOKIE)
    return response


def _page(request: Request, *, status: int, back: str, name: str = "", fault: str = "") -> Response:
    return page(
        request,
        "desk/sign_in.html",
        status=status,
        name=name,
        back=back,
        fault=fault,
        elsewhere=START if site_of(request).has_elsewhere else "",
    )


def _within_desk(said: str) -> str:
    """A page of the desk to be led back to; the first one where another is named."""
    is_within = said.startswith(f"{_DESK}/") and said.isascii() and said.isprintable() and ".." not in said
    return said if is_within else _DESK
