"""The portrait of somebody, in their mood."""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.texts.moods import mood_words
from game.window.motion import STILL, Motion
from game.window.pictures import paint_portrait
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.supplied import Likeness
    from game.window.theme import Theme

__all__ = ["Portrait"]

_SWINGS = 4
_WIDTH = 0.018
"""How far a head swings at most, in widths of the picture."""


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
        former: int | None = None,
        motion: Motion = STILL,
    ) -> None:
        super().__init__(_("Portrait of {name}, {mood}", name=name, mood=mood_words(mood)))
        self.look = look
        self.mood = mood
        self.side = side
        self.radius = radius
        self.former = mood if former is None else former
        """The mood it comes from, while it moves."""
        self.motion = motion

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
        radius = canvas.theme.px(self.radius)
        if self.motion.is_over(canvas.now):
            paint_portrait(canvas.surface, square, self.look, self.mood, radius)
            return
        with canvas.clipped(square):
            self._paint_moving(canvas, square, radius)

    def _paint_moving(self, canvas: Canvas, square: Rect, radius: int) -> None:
        """Paint one face turning into another: with a nod where the mood rises, a shake of the head where it falls."""
        share = self.motion.share(canvas.now)
        swing = round(sin(_SWINGS * pi * share) * (1 - share) * square.width * _WIDTH)
        rises = self.mood >= self.former
        moved = square.move(0, abs(swing)) if rises else square.move(swing, 0)
        paint_portrait(canvas.surface, square, self.look, self.former, radius)
        paint_portrait(canvas.surface, moved, self.look, self.former, radius)
        paint_portrait(canvas.surface, moved, self.look, self.mood, radius, opacity=self.motion.eased(canvas.now))
