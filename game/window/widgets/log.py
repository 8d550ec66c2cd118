"""The conversation so far, newest at the bottom; it can have the focus, to scroll back with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.widgets.boxes import Column
from game.window.widgets.scroll import Sheet
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["Log"]


class Log(Sheet):
    """Entries one under the other, the end in sight until somebody scrolls back."""

    role: Role = Role.LOG

    def __init__(self, name: str, *entries: Widget, state: ScrollState) -> None:
        super().__init__(name, Column(name, *entries), state, key="log", at_bottom=True)
