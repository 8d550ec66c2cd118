"""The conversation so far, newest at the bottom; it can have the focus, to scroll back with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.window.widgets.boxes import Column
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["Log"]


class Log(Scroll):
    """Entries one under the other, the end in sight until somebody scrolls back."""

    role: Role = Role.LOG
    is_focusable: ClassVar[bool] = True

    def __init__(self, name: str, *entries: Widget, state: ScrollState, key: str = "log") -> None:
        super().__init__(name, Column(name, *entries, gap=12), state, at_bottom=True)
        self.key = key

    def paint(self, canvas: Canvas) -> None:
        """Paint the entries in sight, and the ring of the focus round them."""
        if canvas.focus is self:
            canvas.paint_focus(self.rect, canvas.theme.px(8))
        super().paint(canvas)
