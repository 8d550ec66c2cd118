"""A panel of a preview: a title, a way to close it, and what is to be read, which scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.window.widgets.boxes import Column, Row
from game.window.widgets.button import MarkButton
from game.window.widgets.card import Card
from game.window.widgets.label import Heading
from game.window.widgets.scroll import Scroll, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["Panel"]

_PAD = 14
_GAP = 8


class Panel(Card):
    """What is to be read on a card, its title always in sight."""

    def __init__(self, title: str, *children: Widget, state: ScrollState, on_close: Callable[[], None]) -> None:
        close = MarkButton(_("Close"), "close", on_close, key="close-panel")
        self.head = Row(title, Heading(title, size=18), close, grows=0)
        self.sheet = _PanelSheet(title, Column(title, *children, gap=8), state, key="panel")
        super().__init__(title, self.head, self.sheet, padding=_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The title on top, the rest below it as far as there is room."""
        self.rect = rect
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        inner = rect.width - 2 * pad
        high = self.head.measure(theme, inner)
        self.head.place(theme, Rect(rect.x + pad, rect.y + pad // 2, inner, high))
        top = self.head.rect.bottom + gap
        self.sheet.place(theme, Rect(rect.x + pad, top, inner, max(1, rect.bottom - pad - top)))

    def paint(self, canvas: Canvas) -> None:
        """Paint the card and what lies on it; where it can be scrolled by keys, with the ring round the whole card."""
        if canvas.focus is self.sheet:
            canvas.paint_focus(self.rect, canvas.theme.px(self.radius))
        super().paint(canvas)


class _PanelSheet(Sheet):
    """What scrolls in a panel; the panel shows its focus."""

    def paint(self, canvas: Canvas) -> None:
        """Paint what is in sight."""
        Scroll.paint(self, canvas)
