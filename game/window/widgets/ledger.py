"""The promise ledger: what was promised, how it stands, and how long there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.looks.colour import mix
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, paint_text
from game.window.motion import STILL, Motion
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_pill
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["LedgerLine"]

_BAR = 6
_GLOW = 0.22
"""How much of a promise's colour its ground takes on for a moment when it is made, kept or broken."""


class LedgerLine(Widget):
    """One promise: a mark, its words, and how it stands."""

    role: Role = Role.ITEM

    def __init__(
        self, mark: str, text: str, standing: str, colour: Tone, *, left: float | None = None, motion: Motion = STILL
    ) -> None:
        super().__init__(f"{text} – {standing}")
        self.mark = mark
        self.text = text
        self.standing = standing
        self.colour = colour
        self.left = left
        """The share of its time that is left, 0 to 1; None for no bar."""
        self.motion = motion

    def measure(self, theme: Theme, width: int) -> int:
        """The rule above it, its words, and how it stands."""
        inner = self._text_width(theme, width)
        words = height_of(self.text, Face(theme.em(15), language=self.language), inner)
        bar = 0 if self.left is None else theme.px(_BAR) + theme.px(6)
        return theme.px(11) + words + height_of(self.standing, Face(theme.em(14), "semi"), inner) + bar + theme.px(11)

    def paint(self, canvas: Canvas) -> None:
        """Paint rule, mark and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        if not self.motion.is_over(canvas.now):
            glow = mix(palette.card, tone(palette, self.colour), _GLOW * (1 - self.motion.eased(canvas.now)))
            canvas.surface.fill(glow, rect)
        canvas.surface.fill(palette.line, (rect.x, rect.y, rect.width, theme.border))
        colour, side = tone(palette, self.colour), theme.em(20)
        y = rect.y + theme.px(11)
        square = Rect(rect.x, y + (line_height(theme.em(15)) - side) // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, colour)
        inner = self._text_width(theme, rect.width)
        words = Face(theme.em(15), language=self.language)
        area = Rect(rect.right - inner, y, inner, height_of(self.text, words, inner))
        paint_text(canvas.surface, area, self.text, words, palette.ink)
        standing = Face(theme.em(14), "semi")
        area = Rect(area.x, area.bottom, inner, height_of(self.standing, standing, inner))
        paint_text(canvas.surface, area, self.standing, standing, colour)
        if self.left is not None:
            bar = Rect(area.x, area.bottom + theme.px(6), inner, theme.px(_BAR))
            paint_pill(canvas.surface, bar, palette.track, Border(palette.line, theme.border))
            bar.width = max(bar.height, round(bar.width * self.left))
            paint_pill(canvas.surface, bar, colour)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.em(20) - theme.px(10))
