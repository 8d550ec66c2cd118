"""The fonts, by weight and size."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from typing import Literal

import pygame

__all__ = ["LINE", "Weight", "can_draw", "font", "line_height", "width_of"]

Weight = Literal["regular", "semi", "bold", "italic"]

LINE = 1.34
"""Height of a line in relation to the size of its letters."""

_SAMPLE = 24
_UNKNOWN = "\U0010fffd"
"""A character for private use, which no font here has."""

_FILES: dict[Weight, str] = {
    "regular": "SourceSansPro-Regular.ttf",
    "semi": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
    "italic": "SourceSansPro-It.ttf",
}


@lru_cache(64)
def font(size: int, weight: Weight = "regular") -> pygame.font.Font:
    """The font of a weight, `size` pixels high."""
    with as_file(files("font_source_sans_pro") / "files" / _FILES[weight]) as path:
        return pygame.font.Font(path, size)


@lru_cache(8192)
def width_of(text: str, size: int, weight: Weight = "regular") -> int:
    """How many pixels a text takes on one line."""
    return font(size, weight).size(text)[0]


@lru_cache(1024)
def can_draw(letter: str) -> bool:
    """Whether the fonts know a letter; what they do not know they draw as an empty box."""
    drawn, box = (font(_SAMPLE).render(each, False, "black").get_buffer().raw for each in (letter, _UNKNOWN))
    return drawn != box


def line_height(size: int) -> int:
    """How many pixels a line takes in a paragraph."""
    return round(size * LINE)
