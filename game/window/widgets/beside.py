"""What matters most, and what stands beside it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme

__all__ = ["Beside"]

_ROOM = 860
"""Room from which both stand side by side."""
_SHARE = 0.62
"""Of the width that the first takes then."""


class Beside(Widget):
    """Two columns of different width; one under the other where the window is narrow, or text large."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, main: Widget, side: Widget, *, gap: float = 18) -> None:
        super().__init__(name, main, side)
        self.main = main
        self.side = side
        self.gap = gap

    def measure(self, theme: Theme, width: int) -> int:
        """The higher of both, or both."""
        gap = theme.px(self.gap)
        if not self._is_wide(theme, width):
            return self.main.measure(theme, width) + gap + self.side.measure(theme, width)
        main = self._main_width(theme, width)
        return max(self.main.measure(theme, main), self.side.measure(theme, width - main - gap))

    def place(self, theme: Theme, rect: Rect) -> None:
        """Side by side, or one under the other."""
        self.rect = rect
        gap = theme.px(self.gap)
        if self._is_wide(theme, rect.width):
            main = self._main_width(theme, rect.width)
            self.main.place(theme, Rect(rect.x, rect.y, main, rect.height))
            self.side.place(theme, Rect(rect.x + main + gap, rect.y, rect.width - main - gap, rect.height))
            return
        height = self.main.measure(theme, rect.width)
        self.main.place(theme, Rect(rect.x, rect.y, rect.width, height))
        below = rect.y + height + gap
        self.side.place(theme, Rect(rect.x, below, rect.width, rect.bottom - below))

    def _is_wide(self, theme: Theme, width: int) -> bool:
        return theme.room(width) >= _ROOM

    def _main_width(self, theme: Theme, width: int) -> int:
        return round((width - theme.px(self.gap)) * _SHARE)
