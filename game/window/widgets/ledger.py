"""The promise ledger: what was promised, how it stands, and how long there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import line_height
from game.window.lettering import Face, height_of, paint_text
from game.window.pictures import paint_mark
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["LedgerLine"]


class LedgerLine(Widget):
    """One promise: a mark, its words, and how it stands."""

    role: Role = Role.ITEM

    def __init__(self, mark: str, text: str, standing: str, colour: Tone) -> None:
        super().__init__(f"{text} – {standing}")
        self.mark = mark
        self.text = text
        self.standing = standing
        self.colour = colour

    def measure(self, theme: Theme, width: int) -> int:
        """The rule above it, its words, and how it stands."""
        inner = self._text_width(theme, width)
        words = height_of(self.text, Face(theme.em(15), language=self.language), inner)
        return theme.px(11) + words + height_of(self.standing, Face(theme.em(14), "semi"), inner) + theme.px(11)

    def paint(self, canvas: Canvas) -> None:
        """Paint rule, mark and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        canvas.surface.fill(palette.line, (rect.x, rect.y, rect.width, theme.border))
        colour, side = tone(palette, self.colour), theme.em(20)
        y = rect.y + theme.px(11)
        square = Rect(rect.x, y + (line_height(theme.em(15)) - side) // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, colour)
        inner = self._text_width(theme, rect.width)
        words = Face(theme.em(15), language=self.language)
        area = Rect(rect.right - inner, y, inner, height_of(self.text, words, inner))
        paint_text(canvas.surface, area, self.text, words, palette.ink)
        area = Rect(area.x, area.bottom, inner, rect.bottom - area.bottom)
        paint_text(canvas.surface, area, self.standing, Face(theme.em(14), "semi"), colour)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.em(20) - theme.px(10))
