"""How pages look to one browser: colours, size of text, motion, pace; kept in a cookie, and sent to nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import HTTPConnection
    from starlette.responses import Response

__all__ = ["COLOURS", "MOTIONS", "PACES", "TEXT_SIZES", "Appearance", "appearance_of", "chosen", "keep_appearance"]

COLOURS = ("auto", "light", "dark", "contrast")
TEXT_SIZES = ("100", "125", "150", "175", "200")
"""In per cent."""
MOTIONS = ("auto", "still")
PACES = ("slow", "normal", "fast", "at-once")
"""How quickly lines appear."""
_COOKIE = "gastgeber-look"
_YEAR = 366 * 24 * 3600


@dataclass(frozen=True)
class Appearance:
    """What was chosen; `auto` is as the system asks for it."""

    colours: str = "auto"
    text: str = "100"
    motion: str = "auto"
    pace: str = "normal"


def appearance_of(connection: HTTPConnection) -> Appearance:
    """As the browser has kept it; what is not understood is as the system asks for it."""
    said = connection.cookies.get(_COOKIE, "").split(".")
    return chosen(dict(zip(("colours", "text", "motion", "pace"), said, strict=False)))


def chosen(said: Mapping[str, object]) -> Appearance:
    """As a form says it; what is not on offer is left as the system has it."""
    usual = Appearance()
    return Appearance(
        _one_of(COLOURS, said.get("colours"), usual.colours),
        _one_of(TEXT_SIZES, said.get("text"), usual.text),
        _one_of(MOTIONS, said.get("motion"), usual.motion),
        _one_of(PACES, said.get("pace"), usual.pace),
    )


def keep_appearance(connection: HTTPConnection, response: Response, appearance: Appearance) -> None:
    """Have the browser remember it."""
    value = f"{appearance.colours}.{appearance.text}.{appearance.motion}.{appearance.pace}"
    is_https = connection.url.scheme == "https"
    response.set_cookie(_COOKIE, value, _YEAR, path="/", secure=is_https, httponly=True, samesite="lax")


def _one_of(offered: tuple[str, ...], said: object, usual: str) -> str:
    return said if isinstance(said, str) and said in offered else usual
