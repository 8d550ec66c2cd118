"""Three dots: somebody is about to say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.looks.colour import mix
from game.texts import _
from game.window.motion import Motion
from game.window.shapes import Border, paint_card
from game.window.widgets.card import shadow_of
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Speaking"]

_DOTS = 3
_BEAT = 0.28
"""Seconds from one dot to the next."""


class Speaking(Widget):
    """A small bubble on the left; readers pass over it, for the line comes at once."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, *, is_still: bool) -> None:
        super().__init__(_("{name} is about to speak", name=name))
        if not is_still:
            self.motion = Motion(0.0, float("inf"), every=_BEAT)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # as high at any width
        """As high as a short line."""
        return theme.em(34)

    def paint(self, canvas: Canvas) -> None:
        """Paint the bubble, one dot after the other a little darker."""
        theme, palette = canvas.theme, canvas.palette
        bubble = Rect(self.rect.x, self.rect.y, theme.em(62), self.rect.height)
        border = Border(palette.line, theme.border)
        paint_card(canvas.surface, bubble, palette.said, theme.px(16), border, shadow_of(theme))
        lit = -1 if self.motion.is_over(canvas.now) else int(canvas.now / _BEAT) % _DOTS
        for dot in range(_DOTS):
            middle = (bubble.centerx + (dot - 1) * theme.em(13), bubble.centery)
            tone = palette.mute if dot == lit or lit < 0 else mix(palette.mute, palette.said, 0.55)
            pygame.draw.aacircle(canvas.surface, tone, middle, theme.em(3.6))
