"""The debrief as a picture of the whole page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.window.canvas import Canvas
from game.window.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.palette import Palette
    from game.window.widgets.widget import Widget

__all__ = ["picture"]

_WIDTH = 1440
_SCALE = 1.25
"""Sharp when it is printed on paper, and still sent in a mail."""
_RIM = 24
_HIGHEST = 24_000
"""Pixels; a longer page is painted smaller."""


def picture(page: Callable[[Theme, int], Widget], palette: Palette) -> bytes:
    """A page as a PNG, whatever of it is in sight, in the colours given; `page` builds it for a theme and a width."""
    scale = _SCALE
    theme = Theme(palette, scale)
    width = _WIDTH - 2 * theme.px(_RIM)
    widget = page(theme, width)
    height = widget.measure(theme, width)
    while height > _HIGHEST and scale > _SCALE / 4:
        scale *= 0.8
        theme = Theme(palette, scale)
        width = round(_WIDTH * scale / _SCALE) - 2 * theme.px(_RIM)
        widget = page(theme, width)
        height = widget.measure(theme, width)
    rim = theme.px(_RIM)
    surface = pygame.Surface((width + 2 * rim, height + 2 * rim), depth=24)
    surface.fill(palette.ground)
    widget.place(theme, Rect(rim, rim, width, height))
    widget.paint(Canvas(surface, theme))
    file = io.BytesIO()
    pygame.image.save(surface, file, "debrief.png")
    return file.getvalue()
