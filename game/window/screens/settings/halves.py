"""Two pages side by side, each scrolled by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme

__all__ = ["Halves"]

_SHARE = 0.6
_GAP = 18


class Halves(Widget):
    """The first takes somewhat more than half of the width, each all of the height."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, first: Widget, second: Widget) -> None:
        super().__init__(name, first, second)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Side by side."""
        self.rect = rect
        first, second = self.children
        gap = theme.px(_GAP)
        width = round((rect.width - gap) * _SHARE)
        first.place(theme, Rect(rect.x, rect.y, width, rect.height))
        second.place(theme, Rect(rect.x + width + gap, rect.y, rect.width - width - gap, rect.height))
