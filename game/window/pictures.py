"""Portraits and marks as pictures of the size in which they are shown."""

from __future__ import annotations

import io
from collections import OrderedDict
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import pygame

from game.looks.marks import mark
from game.looks.portrait import portrait
from game.window.shapes import round_corners
from game.window.supplied import Pictured

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from game.looks.colour import Colour
    from game.looks.portrait import Frame, Look
    from game.window.supplied import Likeness, Supplied

__all__ = ["Album", "drawn", "paint_mark", "paint_portrait", "take_shortage"]

_LARGE = 22
_ROOM = 28 * 1024 * 1024
"""Bytes of portraits that are kept: at 4K somebody in all six moods takes 25 million of them."""
_BEST = 2
"""The mood above it has the same face."""
_FULL = 255
_DEPTH = 4
"""Bytes of a pixel."""


class Album:
    """Pictures that were made once, kept as long as there is room; who was not looked at for longest goes first.

    Args:
        room: bytes all of them together may take; the last one made is kept in any case.
    """

    def __init__(self, room: int) -> None:
        self.room = room
        self.taken = 0
        """Bytes the pictures take."""
        self._pictures: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pictures)

    def clear(self) -> None:
        """Keep none of them any longer."""
        self._pictures.clear()
        self.taken = 0

    def picture(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of a key, made if it is not there."""
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = make()
            self.taken += _bytes(found)
            while self.taken > self.room and len(self._pictures) > 1:
                self.taken -= _bytes(self._pictures.popitem(last=False)[1])
        else:
            self._pictures.move_to_end(key)
        return found


_portraits = Album(_ROOM)
_shortages: list[Exception] = []
"""Why a picture was left out, until somebody took note."""


def take_shortage() -> Exception | None:
    """Why a picture was left out since this was last asked; None where none was."""
    return _shortages.pop() if _shortages else None


def paint_mark(
    surface: pygame.Surface, rect: pygame.Rect, name: str, colour: Colour, *, is_filled: bool = False
) -> None:
    """Paint a mark into a square."""
    picture = _made(partial(_mark, name, colour, rect.width, is_filled))
    if picture is not None:
        surface.blit(picture, rect)


def paint_portrait(
    surface: pygame.Surface,
    rect: pygame.Rect,
    who: Likeness,
    mood: int,
    radius: int,
    frame: Frame = "whole",
    *,
    opacity: float = 1.0,
) -> None:
    """Paint somebody in a mood into a square with round corners: as a trainer's own picture shows them, or drawn.

    Args:
        surface: is painted on.
        rect: the square.
        who: how they look.
        mood: -3 to 3.
        radius: of the corners, in pixels.
        frame: how much of them is seen.
        opacity: 0 to 1, below 1 while one face turns into another.
    """
    picture = _made(partial(_portrait, who, mood, rect.width, radius, frame))
    if picture is None:
        return
    if opacity < 1:
        picture.set_alpha(round(_FULL * opacity))
    surface.blit(picture, rect)
    if opacity < 1:
        picture.set_alpha(_FULL)


def _made(make: Callable[[], pygame.Surface]) -> pygame.Surface | None:
    """A picture; None where there is no memory for it, and the words beside it have to say what it says."""
    try:
        return make()
    except (MemoryError, pygame.error) as error:
        _shortages[:] = [error]
        return None


def _portrait(who: Likeness, mood: int, side: int, radius: int, frame: Frame) -> pygame.Surface:
    supplied = who.supplied(mood) if isinstance(who, Pictured) else None
    if supplied is not None:
        return _portraits.picture((supplied.key, side, radius), partial(_shown, supplied, side, radius))
    look = who.look if isinstance(who, Pictured) else who
    mood = min(mood, _BEST)
    key = (look, mood, frame, side, radius)
    return _portraits.picture(key, partial(_drawn, look, mood, frame, side, radius))


def _shown(supplied: Supplied, side: int, radius: int) -> pygame.Surface:
    return round_corners(supplied.picture(side), radius)


def _drawn(look: Look, mood: int, frame: Frame, side: int, radius: int) -> pygame.Surface:
    return round_corners(drawn(portrait(look, mood, frame), (side, side)), radius)


@lru_cache(256)
def _mark(name: str, colour: Colour, side: int, is_filled: bool) -> pygame.Surface:
    # Small ones get a heavier line, or it fades.
    return drawn(mark(name, colour, 2.0 if side >= _LARGE else 2.5, is_filled=is_filled), (side, side))


def drawn(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """An SVG as a picture, in the order of channels in which surfaces are blitted quickly.

    SDL draws SVG in another one, and blitting that to the window takes some thirty times as long.
    """
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size), (0, 0))
    return picture


def _bytes(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height() * _DEPTH
