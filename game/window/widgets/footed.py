"""A page that is scrolled, and below it what is always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme

__all__ = ["Footed"]

_GAP = 10


class Footed(Widget):
    """A body, and a foot below it as high as it needs."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, body: Widget, foot: Widget) -> None:
        super().__init__(name, body, foot)
        self.body = body
        self.foot = foot

    def measure(self, theme: Theme, width: int) -> int:
        """Both, and the gap between them."""
        return self.body.measure(theme, width) + theme.px(_GAP) + self.foot.measure(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The foot at the bottom, the body takes the rest."""
        self.rect = rect
        height = self.foot.measure(theme, rect.width)
        self.foot.place(theme, Rect(rect.x, rect.bottom - height, rect.width, height))
        rest = max(0, rect.height - height - theme.px(_GAP))
        self.body.place(theme, Rect(rect.x, rect.y, rect.width, rest))
