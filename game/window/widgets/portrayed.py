"""A face, and what is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme
    from game.window.widgets.portrait import Portrait

__all__ = ["Portrayed"]

_GAP = 22
_LEAST = 260
"""Room the words need beside the face; with less they stand below it."""


class Portrayed(Widget):
    """A portrait on the left of what is told of somebody; above it where that would be too narrow."""

    role: Role = Role.LAYOUT

    def __init__(self, portrait: Portrait, words: Widget) -> None:
        super().__init__(words.name, portrait, words)
        self.portrait = portrait
        self.words = words

    def measure(self, theme: Theme, width: int) -> int:
        """The higher of both, or both."""
        side, room = self._widths(theme, width)
        words = self.words.measure(theme, room)
        return max(side, words) if room < width else side + theme.px(_GAP) + words

    def place(self, theme: Theme, rect: Rect) -> None:
        """Side by side, or one under the other."""
        self.rect = rect
        side, room = self._widths(theme, rect.width)
        self.portrait.place(theme, Rect(rect.x, rect.y, side, side))
        height = self.words.measure(theme, room)
        top = rect.y + (max(0, side - height) // 2 if room < rect.width else side + theme.px(_GAP))
        self.words.place(theme, Rect(rect.right - room, top, room, height))

    def _widths(self, theme: Theme, width: int) -> tuple[int, int]:
        """The side of the portrait, and the width of the words."""
        side = min(width, theme.px(self.portrait.side))
        room = width - side - theme.px(_GAP)
        return side, room if theme.room(room) >= _LEAST else width
