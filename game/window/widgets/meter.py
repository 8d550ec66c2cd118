"""Meters: how much of something there is, as a bar or a ring, with its figure in words."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.looks.colour import Colour, to_hex
from game.window.fonts import line_height
from game.window.lettering import Face, paint_line
from game.window.pictures import drawn, paint_mark
from game.window.shapes import Border, paint_pill
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Bar", "Ring"]

_RING = 100


class Bar(Widget):
    """What is left of a time, as a bar that shrinks, and in words."""

    role: Role = Role.TIMER

    def __init__(self, name: str, left: float, whole: float, *, words: str, colour: Tone = "accent", mark: str) -> None:
        super().__init__(name)
        self.left = left
        self.whole = whole
        self.words = words
        self.colour = colour
        self.mark = mark

    @property
    def value(self) -> tuple[float, float]:
        """What is left, of all there was."""
        return self.left, self.whole

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # one line at any width
        """One line."""
        return theme.em(22)

    def paint(self, canvas: Canvas) -> None:
        """Paint mark, bar and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        side, label = theme.em(20), theme.em(46)
        colour = tone(palette, self.colour)
        paint_mark(canvas.surface, Rect(rect.x, rect.centery - side // 2, side, side), self.mark, colour)
        bar = Rect(rect.x + side + theme.px(8), 0, rect.width - side - label - theme.px(16), max(6, theme.em(9)))
        bar.centery = rect.centery
        edge = Border(palette.line, theme.border)
        paint_pill(canvas.surface, bar, palette.track, edge)
        full = bar.copy()
        full.width = max(bar.height, round(bar.width * min(1.0, self.left / self.whole)))
        paint_pill(canvas.surface, full, colour)
        area = Rect(rect.right - label, rect.y, label, rect.height)
        paint_line(canvas.surface, area, self.words, Face(theme.em(16), "bold"), colour, "right")


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
