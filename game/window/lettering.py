"""Measuring and painting text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.window.fonts import Weight, font, line_height, width_of
from game.window.wrapping import cut, spoken, wrap

if TYPE_CHECKING:
    import pygame

    from game.looks.colour import Colour

__all__ = ["Align", "Face", "height_of", "lines_of", "natural_width", "paint_line", "paint_text"]

Align = Literal["left", "centre", "right"]
_KEPT = 256
"""Lines kept as pictures: a screen shows some sixty, and at 4K each takes up to 300 kB."""


class Face(NamedTuple):
    """How letters look: size in pixels, and weight; and in which language they are, for its words to be divided."""

    size: int
    weight: Weight = "regular"
    language: str = ""
    """Empty for the program's own."""


def lines_of(text: str, face: Face, width: int) -> tuple[str, ...]:
    """A text broken to a width."""
    return wrap(text, face.size, face.weight, width, face.language)


def height_of(text: str, face: Face, width: int) -> int:
    """Height of a text broken to a width, in pixels."""
    return len(lines_of(text, face, width)) * line_height(face.size)


def natural_width(text: str, face: Face) -> int:
    """Width of a text on one line (its longest, if it has several), in pixels."""
    return max(width_of(line, face.size, face.weight) for line in spoken(text).split("\n"))


def paint_text(
    surface: pygame.Surface, area: pygame.Rect, text: str, face: Face, colour: Colour, align: Align = "left"
) -> None:
    """Paint a text into an area, broken to its width, from the top; lines out of sight are left out."""
    step = line_height(face.size)
    seen = surface.get_clip()
    y = area.y
    for line in lines_of(text, face, area.width):
        if y + step > seen.top and y < seen.bottom:
            _paint(surface, area, y, step, line, face, colour, align)
        y += step


def paint_line(
    surface: pygame.Surface, area: pygame.Rect, text: str, face: Face, colour: Colour, align: Align = "left"
) -> None:
    """Paint a text on one line in the middle of an area's height, cut where it does not fit."""
    line = cut(text, face.size, face.weight, area.width)
    _paint(surface, area, area.y, area.height, line, face, colour, align)


def _paint(
    surface: pygame.Surface,
    area: pygame.Rect,
    y: int,
    height: int,
    line: str,
    face: Face,
    colour: Colour,
    align: Align,
) -> None:
    if not line:
        return
    picture = _written(line, face, colour)
    spare = area.width - picture.get_width()
    x = area.x + {"left": 0, "centre": spare // 2, "right": spare}[align]
    surface.blit(picture, (x, y + (height - picture.get_height()) // 2))


@lru_cache(_KEPT)
def _written(line: str, face: Face, colour: Colour) -> pygame.Surface:
    return font(face.size, face.weight).render(line, True, colour)
