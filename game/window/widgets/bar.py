"""The bar on top of a screen: a mark, a title, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.pictures import paint_mark
from game.window.shapes import paint_block
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["TitleBar"]

_PAD = 20
_GAP = 10
_LARGE = 1.5
"""From this text size on a subtitle takes too much room; screen readers read it all the same."""


class TitleBar(Widget):
    """A mark, title and subtitle on the left; what else there is on the right."""

    def __init__(self, title: str, subtitle: str, mark: str, *right: Widget) -> None:
        self.title = Heading(title, size=21, level=1, one_line=True)
        self.subtitle = Label(subtitle, size=14, colour="mute", one_line=True)
        self.right = right
        super().__init__(title, self.title, self.subtitle, *right)
        self.mark = mark

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # one line at any width
        """Title and subtitle, or the buttons."""
        text = self.title.measure(theme, 1) + (self.subtitle.measure(theme, 1) if self._has_subtitle(theme) else 0)
        return max(text, theme.title(42)) + theme.px(16)

    def place(self, theme: Theme, rect: Rect) -> None:
        """What stands on the right takes at most two thirds; the title takes what is left."""
        self.rect = rect
        left = rect.x + theme.px(_PAD) + theme.title(26) + theme.px(14)
        right = rect.right - theme.px(_PAD)
        least = left + (right - left) // 3
        for child in reversed(self.right):
            width = min(child.natural(theme), max(1, right - least))
            height = min(child.measure(theme, width), rect.height - theme.px(6))
            child.place(theme, Rect(right - width, rect.centery - height // 2, width, height))
            right -= width + theme.px(_GAP)
        room = max(1, right - left)
        high = self.title.measure(theme, room)
        low = self.subtitle.measure(theme, room) if self._has_subtitle(theme) else 0
        top = rect.y + (rect.height - high - low) // 2
        self.title.place(theme, Rect(left, top, room, high))
        self.subtitle.place(theme, Rect(left, top + high, room, low))

    def paint(self, canvas: Canvas) -> None:
        """Paint the bar, the mark, and the rest."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        paint_block(canvas.surface, (rect.x, rect.y, rect.width, rect.height), palette.card)
        paint_block(canvas.surface, (rect.x, rect.bottom - theme.border, rect.width, theme.border), palette.line)
        side = theme.title(26)
        square = Rect(rect.x + theme.px(_PAD), rect.centery - side // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, palette.accent)
        super().paint(canvas)

    def _has_subtitle(self, theme: Theme) -> bool:
        return theme.text < _LARGE
