"""A part of the avatar to choose: oneself with it, small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.pictures import paint_mark, paint_portrait
from game.window.shapes import Border, paint_card, paint_pill
from game.window.widgets.button import Pressable
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.portrait import Frame, Look
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["TILE", "Tile"]

TILE = 68
"""The side of a tile, where nobody says otherwise."""
_RIM = 4
_TICK = 22


class Tile(Pressable):
    """A small portrait; the chosen one has a frame and a tick."""

    role: Role = Role.OPTION

    def __init__(
        self,
        words: str,
        look: Look,
        mood: int,
        on_press: Callable[[], None],
        *,
        key: str,
        side: float = TILE,
        frame: Frame = "whole",
    ) -> None:
        super().__init__(words, on_press, key=key)
        self.side = side
        self.frame: Frame = frame
        self.look = look
        self.mood = mood

    def natural(self, theme: Theme) -> int:
        """A square a finger finds."""
        return theme.px(self.side)

    def measure(self, theme: Theme, width: int) -> int:
        """As high as wide."""
        return min(width, theme.px(self.side))

    def paint(self, canvas: Canvas) -> None:
        """Paint the frame, the portrait, and the tick."""
        theme, palette = canvas.theme, canvas.palette
        rim, radius = theme.px(_RIM), theme.px(14)
        if canvas.focus is self:
            canvas.paint_focus(self.rect, radius)
        is_lit = self.is_chosen or canvas.pointed is self
        line = palette.accent if is_lit else palette.card
        paint_card(canvas.surface, self.rect, palette.card, radius, Border(line, theme.px(3 if is_lit else 1)))
        side = min(self.rect.size) - 2 * rim
        square = Rect(0, 0, side, side)
        square.center = self.rect.center
        paint_portrait(canvas.surface, square, self.look, self.mood, radius - rim, frame=self.frame)
        if self.is_chosen:
            size = theme.px(_TICK)
            badge = Rect(self.rect.right - size, self.rect.bottom - size, size, size)
            paint_pill(canvas.surface, badge, palette.accent, Border(palette.card, theme.px(2)))
            inner = badge.inflate(-size * 2 // 5, -size * 2 // 5)
            paint_mark(canvas.surface, inner, "good", palette.on_accent)
