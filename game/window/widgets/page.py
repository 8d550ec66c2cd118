"""A bar on top, and below it what is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme

__all__ = ["Page"]

_WIDEST = 1240
"""Lines longer than this are hard to read."""


class Page(Widget):
    """A bar across the window; below it a body, not wider than is good to read."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, bar: Widget, body: Widget, *, widest: float = _WIDEST) -> None:
        super().__init__(name, bar, body)
        self.bar = bar
        self.body = body
        self.widest = widest

    def place(self, theme: Theme, rect: Rect) -> None:
        """The bar as high as it needs, the body takes the rest."""
        self.rect = rect
        height = self.bar.measure(theme, rect.width)
        self.bar.place(theme, Rect(rect.x, rect.y, rect.width, height))
        gap = theme.px(8)
        width = min(rect.width - 2 * gap, theme.em(self.widest))
        body = Rect(0, rect.y + height + gap, width, rect.height - height - 2 * gap)
        body.centerx = rect.centerx
        self.body.place(theme, body)
