"""The portrait of somebody, in their mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.texts.moods import mood_words
from game.window.pictures import paint_portrait
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.supplied import Likeness
    from game.window.theme import Theme

__all__ = ["Portrait"]


class Portrait(Widget):
    """A square picture of somebody, at most `side` units wide."""

    role: Role = Role.IMAGE

    def __init__(
        self,
        name: str,
        look: Likeness,
        mood: int,
        *,
        side: float,
        radius: float = 18,
    ) -> None:
        super().__init__(_("Portrait of {name}, {mood}", name=name, mood=mood_words(mood)))
        self.look = look
        self.mood = mood
        self.side = side
        self.radius = radius

    def natural(self, theme: Theme) -> int:
        """Its side."""
        return theme.px(self.side)

    def measure(self, theme: Theme, width: int) -> int:
        """As high as wide."""
        return min(width, theme.px(self.side))

    def paint(self, canvas: Canvas) -> None:
        """Paint the portrait in the middle of its place."""
        side = min(self.rect.size)
        square = Rect(0, 0, side, side)
        square.center = self.rect.center
        paint_portrait(canvas.surface, square, self.look, self.mood, canvas.theme.px(self.radius))
