"""What all pages are made in: templates that escape what they are told, fail where a value is missing, and call `_`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from game.leaderboard.pages.appearance import appearance_of
from game.leaderboard.pages.assets import static
from game.leaderboard.pages.pictures import address_of, mark, player_look
from game.texts import LANGUAGES, _, language
from game.texts.figures import grouped
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.site import Site

__all__ = ["page", "see_other", "site_of"]


def page(
    request: Request,
    template: str,
    /,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> Response:
    """A page in the reader's language.

    Templates extend `base.html` and know, besides their values: `request`, `player` and `trainer` (who is signed in,
    or None), `appearance`, `language`, `languages`, `form_token()` for each form, and the functions of `_environment`.
    """
    site = site_of(request)
    told = {
        "request": request,
        "player": getattr(request.state, "player", None),
        "trainer": getattr(request.state, "trainer", None),
        "appearance": appearance_of(request),
        "language": language(),
        "form_token": lambda: site.form_token(request),
    }
    text = _environment().get_template(template).render(told | values)
    return site.finish(request, HTMLResponse(text, status, dict(headers or {})))


def see_other(request: Request, address: str) -> Response:
    """Lead the browser on after a form was carried out, so that loading anew sends nothing again."""
    return site_of(request).finish(request, RedirectResponse(address, 303))


def site_of(request: Request) -> Site:
    """The site a request came to."""
    site: Site = request.app.state.site
    return site


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("game.leaderboard.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "_": _,
        "languages": LANGUAGES,
        "static": static,
        "mark": mark,
        "face": address_of,
        "player_look": player_look,
        "mood_words": mood_words,
        "grouped": grouped,
    }
    return made
