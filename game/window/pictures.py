"""Portraits and marks as pictures of the size in which they are shown."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.looks.marks import mark
from game.looks.portrait import portrait
from game.window.shapes import round_corners

if TYPE_CHECKING:
    from game.looks.colour import Colour
    from game.looks.portrait import Look

__all__ = ["drawn", "paint_mark", "paint_portrait"]

_LARGE = 22


def paint_mark(
    surface: pygame.Surface, rect: pygame.Rect, name: str, colour: Colour, *, is_filled: bool = False
) -> None:
    """Paint a mark into a square."""
    surface.blit(_mark(name, colour, rect.width, is_filled), rect)


def paint_portrait(surface: pygame.Surface, rect: pygame.Rect, look: Look, mood: int, radius: int) -> None:
    """Paint somebody in a mood into a square with round corners."""
    surface.blit(_portrait(look, mood, rect.width, radius), rect)


@lru_cache(256)
def _mark(name: str, colour: Colour, side: int, is_filled: bool) -> pygame.Surface:
    # Small ones get a heavier line, or it fades.
    return drawn(mark(name, colour, 2.0 if side >= _LARGE else 2.5, is_filled=is_filled), (side, side))


@lru_cache(48)
def _portrait(look: Look, mood: int, side: int, radius: int) -> pygame.Surface:
    return round_corners(drawn(portrait(look, mood), (side, side)), radius)


def drawn(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """An SVG as a picture, in the order of channels in which surfaces are blitted quickly.

    SDL draws SVG in another one, and blitting that to the window takes some thirty times as long.
    """
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size), (0, 0))
    return picture
