"""Meters: how much of something there is, as a ring, with its figure in words."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.looks.colour import Colour, to_hex
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.pictures import drawn
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Ring", "TimeRing"]

_RING = 100
_TIME = 40


class TimeRing(Widget):
    """What is left of a time, as a ring that empties, with the seconds in it and words beside it."""

    role: Role = Role.TIMER

    def __init__(self, name: str, left: float, whole: float, *, seconds: str, words: str) -> None:
        super().__init__(name)
        self.left = left
        self.whole = whole
        self.seconds = seconds
        self.words = words

    @property
    def value(self) -> tuple[float, float]:
        """What is left, of all there was."""
        return self.left, self.whole

    def natural(self, theme: Theme) -> int:
        """The ring, and the words on one line."""
        return theme.em(_TIME) + theme.px(10) + natural_width(self.words, self._face(theme)) + 1

    def measure(self, theme: Theme, width: int) -> int:
        """The ring, or the words beside it."""
        return max(theme.em(_TIME), height_of(self.words, self._face(theme), self._text_width(theme, width)))

    def paint(self, canvas: Canvas) -> None:
        """Paint ring, seconds and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        side = theme.em(_TIME)
        square = Rect(rect.x, rect.centery - side // 2, side, side)
        share = round(_RING * min(1.0, self.left / self.whole))
        track, thick = (palette.track, 9) if palette.track != palette.ground else (palette.line, 3)
        canvas.surface.blit(_ring(share, side, palette.accent, track, thick), square)
        paint_line(canvas.surface, square, self.seconds, Face(round(side * 0.36), "bold"), palette.ink, "centre")
        width, face = self._text_width(theme, rect.width), self._face(theme)
        height = height_of(self.words, face, width)
        area = Rect(square.right + theme.px(10), rect.centery - height // 2, width, height)
        paint_text(canvas.surface, area, self.words, face, palette.ink)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.em(_TIME) - theme.px(10))


class Ring(Widget):
    """A share of a hundred as a ring, its figure in the middle and its name below."""

    role: Role = Role.METER

    def __init__(self, name: str, share: int, *, label: str, side: float = 104, description: str = "") -> None:
        super().__init__(name, description=description)
        self.share = share
        self.label = label
        self.side = side

    @property
    def value(self) -> tuple[float, float]:
        """The share, of a hundred."""
        return self.share, _RING

    def natural(self, theme: Theme) -> int:
        """Its side, and room for the label."""
        return theme.em(self.side + 24)

    def measure(self, theme: Theme, width: int) -> int:
        """The ring and its label."""
        return min(width, theme.em(self.side)) + theme.px(6) + line_height(theme.em(15))

    def paint(self, canvas: Canvas) -> None:
        """Paint ring, figure and label."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        side = min(rect.width, theme.em(self.side))
        square = Rect(0, rect.y, side, side)
        square.centerx = rect.centerx
        # Where the track has no tone of its own it is a thin line, or an empty ring would look full.
        track, thick = (palette.track, 7) if palette.track != palette.card else (palette.line, 2.5)
        canvas.surface.blit(_ring(self.share, side, palette.accent, track, thick), square)
        paint_line(canvas.surface, square, str(self.share), Face(round(side * 0.27), "bold"), palette.ink, "centre")
        area = Rect(rect.x, square.bottom + theme.px(6), rect.width, rect.bottom - square.bottom - theme.px(6))
        paint_line(canvas.surface, area, self.label, Face(theme.em(15), "semi"), palette.ink, "centre")


@lru_cache(32)
def _ring(share: int, side: int, colour: Colour, track: Colour, thick: float) -> pygame.Surface:
    """A ring of which a share is filled, clockwise from the top: the filled part is thicker too."""
    angle = 2 * pi * min(share, _RING - 0.01) / _RING
    end_x, end_y = 50 + 41 * sin(angle), 50 - 41 * cos(angle)
    arc = (
        f'<path d="M50 9 A41 41 0 {int(angle > pi)} 1 {end_x:.2f} {end_y:.2f}" fill="none" stroke="{to_hex(colour)}"'
        ' stroke-width="11" stroke-linecap="round"/>'
        if share
        else ""
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'
        f'<path d="M50 9 A41 41 0 1 1 50 91 A41 41 0 1 1 50 9Z" fill="none" stroke="{to_hex(track)}"'
        f' stroke-width="{thick:g}"/>{arc}</svg>'
    )
    return drawn(svg, (side, side))
