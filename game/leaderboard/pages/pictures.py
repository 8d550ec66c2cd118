"""Portraits and marks on pages: a portrait has an address of its own, a mark stands in the page."""

from __future__ import annotations

import string
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup
from starlette.responses import Response
from starlette.routing import Route

from game.looks.marks import MARKS
from game.looks.portrait import Frame, Look, look_from, portrait
from game.looks.portrait.look import WORDS
from game.scenario.model import Face

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from game.session.view import Figure

__all__ = [
    "address_of",
    "customer_look",
    "look_of_traits",
    "mark",
    "picture_routes",
    "player_look",
    "traits_of",
]

_DIGITS = string.digits + string.ascii_lowercase
_A_WEEK = "public, max-age=604800"
_MOODS = range(-3, 4)
_FRAMES: tuple[Frame, ...] = ("whole", "head")


def address_of(look: Look, mood: int = 0, frame: Frame = "whole") -> str:
    """Where a portrait is served: the look is in the address, a letter a trait, so that nothing has to be kept."""
    return f"/faces/{frame}/{traits_of(look)}/{mood}.svg"


def traits_of(look: Look) -> str:
    """A look in letters and figures."""
    traits = "".join(_DIGITS[words.index(getattr(look, name))] for name, words in WORDS.items())
    return f"{traits}-{look.age}"


def look_of_traits(traits: str) -> Look:
    """The look of such letters and figures.

    Raises:
        ValueError: it names none.
    """
    letters, _dash, age = traits.partition("-")
    if len(letters) != len(WORDS) or not (age.isascii() and age.isdecimal() and len(age) <= 3):
        raise ValueError(f"{traits!r} is no look")
    said: dict[str, object] = {}
    for letter, (name, words) in zip(letters, WORDS.items(), strict=True):
        place = _DIGITS.find(letter)
        if not 0 <= place < len(words):
            raise ValueError(f"{letter!r} is no {name}")
        said[name] = words[place]
    return Look(age=int(age), **said)  # type: ignore[arg-type]


def customer_look(figure: Figure) -> Look:
    """How somebody of a case looks: as described, and what is not, after the name its author gave them."""
    return look_from(figure.face, figure.namesake or figure.name)


def player_look(words: Mapping[str, object] | None, name: str) -> Look:
    """How a player looks: as they chose, else as their name has it."""
    try:
        face = None if words is None else msgspec.convert(dict(words), Face)
        return look_from(face, name)
    except (ValueError, TypeError):
        return look_from(None, name)


def mark(name: str, *, is_filled: bool = False) -> Markup:
    """A small drawing in the colour of the words it stands beside; it says nothing they do not."""
    drawing = " ".join(MARKS[name])
    filled = Markup(' class="mark filled"') if is_filled else Markup(' class="mark"')
    return Markup('<svg{} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>').format(
        filled, drawing
    )


def picture_routes() -> list[Route]:
    """The one route of all portraits."""
    return [Route("/faces/{frame}/{traits}/{mood}.svg", _serve)]


async def _serve(request: Request) -> Response:
    frame, traits, mood = (request.path_params[name] for name in ("frame", "traits", "mood"))
    try:
        drawing = _drawn(traits, int(mood), frame)
    except (ValueError, KeyError):
        return Response(status_code=404)
    headers = {"Cache-Control": _A_WEEK, "Vary": "Accept-Encoding"}
    return Response(drawing, media_type="image/svg+xml", headers=headers)


@lru_cache(512)
def _drawn(traits: str, mood: int, frame: str) -> bytes:
    if frame not in _FRAMES or mood not in _MOODS:
        raise ValueError(f"no picture {frame!r} in mood {mood}")
    return portrait(look_of_traits(traits), mood, "head" if frame == "head" else "whole").encode()
