"""A sentence that is shown for a while at the bottom of the window, and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.shapes import paint_card
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Toast"]


class Toast(Widget):
    """Words on a dark card (a light one in dark themes)."""

    role: Role = Role.STATUS

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.live = Live.POLITE

    def place(self, theme: Theme, rect: Rect) -> None:
        """In the middle, near the bottom."""
        pad = theme.px(16)
        face = self._face(theme)
        width = min(natural_width(self.name, face) + 1 + 2 * pad, rect.width - 2 * pad)
        height = height_of(self.name, face, width - 2 * pad) + pad
        self.rect = Rect(0, rect.bottom - height - pad, width, height)
        self.rect.centerx = rect.centerx

    def paint(self, canvas: Canvas) -> None:
        """Paint the card and the words, in the theme's colours turned round."""
        theme, palette = canvas.theme, canvas.palette
        paint_card(canvas.surface, self.rect, palette.ink, theme.px(12))
        pad = theme.px(16)
        area = self.rect.inflate(-2 * pad, -pad)
        paint_text(canvas.surface, area, self.name, self._face(theme), palette.ground)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")
