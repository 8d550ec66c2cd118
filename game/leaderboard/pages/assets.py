"""What pages are made with besides their words: style sheet, scripts, fonts, the icon, each under a name of its own.

The name holds a hash of the content, so browsers keep what they have for as long as they like.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from game.leaderboard.pages.colours import colours
from game.looks.icon import icon

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["Asset", "asset", "asset_routes", "static"]

_FOLDER = files("game.leaderboard.pages") / "static"
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "otf": "font/otf",
    "svg": "image/svg+xml",
}
_FONTS = {
    "regular.otf": "SourceSansPro-Regular.otf",
    "semi.otf": "SourceSansPro-Semibold.otf",
    "bold.otf": "SourceSansPro-Bold.otf",
    "italic.otf": "SourceSansPro-It.otf",
}
_FACES = (("regular.otf", 400, "normal"), ("semi.otf", 600, "normal"), ("bold.otf", 700, "normal"))
_ITALIC = ("italic.otf", 400, "italic")
_FOR_EVER = "public, max-age=31536000, immutable"
_IMPORTED = re.compile(r'(?<=from ")\./([\w-]+\.js)(?=")')


class Asset(NamedTuple):
    """A file as it is served."""

    address: str
    content: bytes
    media_type: str


@cache
def asset(name: str) -> Asset:
    """The file of a name, such as `style.css`.

    Raises:
        FileNotFoundError: there is none.
    """
    content = _content(name)
    stem, _dot, ending = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Asset(f"/static/{stem}.{digest}.{ending}", content, _TYPES[ending])


def static(name: str) -> str:
    """The address a file is served under."""
    return asset(name).address


def asset_routes() -> list[Route]:
    """The one route of all files."""
    return [Route("/static/{name}", _serve)]


async def _serve(request: Request) -> Response:
    """Serve a file; whoever asks by the hash of another release gets today's, and keeps it for no longer than that."""
    stem, _dot, ending = request.path_params["name"].rpartition(".")
    name = f"{stem.rpartition('.')[0]}.{ending}"
    try:
        found = asset(name)
    except (FileNotFoundError, KeyError):
        return Response(status_code=404)
    is_current = found.address == request.url.path
    return Response(
        found.content,
        media_type=found.media_type,
        headers={"Cache-Control": _FOR_EVER if is_current else "no-cache", "Vary": "Accept-Encoding"},
    )


def _content(name: str) -> bytes:
    if name == "icon.svg":
        return icon().encode()
    if name in _FONTS:
        return (files("font_source_sans_pro") / "files" / _FONTS[name]).read_bytes()
    if not re.fullmatch(r"[a-z][\w-]*\.(css|js)", name):
        raise FileNotFoundError(name)
    text = (_FOLDER / name).read_text(encoding="utf-8")
    if name == "style.css":
        text = f"{_font_faces()}\n{colours()}\n{text}"
    return _IMPORTED.sub(lambda found: static(found[1]), text).encode()


def _font_faces() -> str:
    return "\n".join(
        f'@font-face {{ font-family: "Source Sans Pro"; src: url("{static(name)}") format("opentype");'
        f" font-weight: {weight}; font-style: {style}; font-display: swap; }}"
        for name, weight, style in (*_FACES, _ITALIC)
    )
