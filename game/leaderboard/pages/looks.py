"""The page where a browser's language, colours, size of text and motion are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from game.leaderboard.languages import LANGUAGE_COOKIE
from game.leaderboard.pages.appearance import COLOURS, MOTIONS, PACES, TEXT_SIZES, chosen, keep_appearance
from game.leaderboard.pages.shell import page, see_other, site_of
from game.texts import LANGUAGES, _

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["looks_routes"]

_YEAR = 366 * 24 * 3600


def looks_routes() -> list[Route]:
    """The page, and what its forms do."""
    return [
        Route("/looks", _show, methods=["GET"]),
        Route("/looks", _choose, methods=["POST"]),
        Route("/looks/language", _speak, methods=["POST"]),
    ]


async def _show(request: Request) -> Response:
    return page(
        request,
        "looks.html",
        colours=[(name, _colour_words(name)) for name in COLOURS],
        sizes=[(size, f"{size} %") for size in TEXT_SIZES],
        motions=[(name, _motion_words(name)) for name in MOTIONS],
        paces=[(name, _pace_words(name)) for name in PACES],
    )


async def _choose(request: Request) -> Response:
    form = await site_of(request).form(request)
    response = see_other(request, "/looks")
    keep_appearance(request, response, chosen(form))
    _keep_language(request, response, form.get("language"))
    return response


async def _speak(request: Request) -> Response:
    """Change the language alone, and lead back to where that was asked for."""
    form = await site_of(request).form(request)
    response = see_other(request, _own_path(form.get("back")))
    _keep_language(request, response, form.get("language"))
    return response


def _keep_language(request: Request, response: Response, tag: object) -> None:
    if isinstance(tag, str) and tag in LANGUAGES:
        is_https = request.url.scheme == "https"
        response.set_cookie(LANGUAGE_COOKIE, tag, _YEAR, path="/", secure=is_https, httponly=True, samesite="lax")


def _own_path(said: object) -> str:
    """A path of this server; the home page where another one is named."""
    is_own = isinstance(said, str) and said.startswith("/") and not said.startswith(("//", "/\\"))
    return str(said) if is_own and str(said).isprintable() else "/"


def _colour_words(name: str) -> str:
    return {
        "auto": _("As the device has it"),
        "light": _("Light"),
        "dark": _("Dark"),
        "contrast": _("High contrast"),
    }[name]


def _motion_words(name: str) -> str:
    return {"auto": _("As the device has it"), "still": _("Nothing moves")}[name]


def _pace_words(name: str) -> str:
    return {"slow": _("slowly"), "normal": _("as they are read"), "fast": _("fast"), "at-once": _("all at once")}[name]
