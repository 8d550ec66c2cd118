"""Chips: a mark and a word or two in a rounded frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import line_height
from game.window.lettering import Align, Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_pill
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Chip", "Marked"]


class Marked(Widget):
    """A mark and words beside it."""

    role: Role = Role.LABEL
    padding: float = 0

    def __init__(
        self,
        mark: str,
        words: str,
        *,
        colour: Tone = "ink",
        words_colour: Tone | None = None,
        size: float = 15,
        name: str = "",
        live: Live = Live.OFF,
        align: Align = "left",
        is_filled: bool = False,
    ) -> None:
        super().__init__(name or words)
        self.mark = mark
        self.words = words
        self.colour = colour
        self.words_colour = words_colour or colour
        self.size = size
        self.live = live
        self.align = align
        self.is_filled = is_filled

    def natural(self, theme: Theme) -> int:
        """Mark, words, and the frame's room, on one line."""
        return natural_width(self.words, self._face(theme)) + 1 + self._mark_room(theme) + 2 * self._pad(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """One line, or as many as the width makes of the words, and the frame's room."""
        text = height_of(self.words, self._face(theme), self._text_width(theme, width))
        return max(text, theme.em(self.size * 1.4)) + self._pad(theme)

    def paint(self, canvas: Canvas) -> None:
        """Paint mark and words."""
        theme, face = canvas.theme, self._face(canvas.theme)
        spare = max(0, self.rect.width - self.natural(theme))
        left = self.rect.x + self._pad(theme) + {"left": 0, "centre": spare // 2, "right": spare}[self.align]
        width = self._text_width(theme, self.rect.width)
        height = height_of(self.words, face, width)
        top = self.rect.y + (self.rect.height - height) // 2
        side = theme.em(self.size * 1.25)
        square = Rect(left, top + (line_height(face.size) - side) // 2, side, side)
        self.paint_mark(canvas, square)
        area = Rect(left + self._mark_room(theme), top, width, height)
        paint_text(canvas.surface, area, self.words, face, tone(canvas.palette, self.words_colour))

    def paint_mark(self, canvas: Canvas, square: Rect) -> None:
        """Paint the mark into its square."""
        paint_mark(canvas.surface, square, self.mark, tone(canvas.palette, self.colour), is_filled=self.is_filled)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(self.size), "semi")

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(self.size * 1.25) + theme.em(7)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - self._mark_room(theme) - 2 * self._pad(theme))

    def _pad(self, theme: Theme) -> int:
        return theme.em(self.padding) if self.padding else 0


class Chip(Marked):
    """A mark and words in a frame."""

    padding: float = 12

    def paint(self, canvas: Canvas) -> None:
        """Paint the frame, then mark and words."""
        border = Border(canvas.palette.line, canvas.theme.border)
        paint_pill(canvas.surface, self.rect, canvas.palette.ground, border)
        super().paint(canvas)
