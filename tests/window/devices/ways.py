"""Which arrows lead where on a screen as it stands."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from game.window.focus import focusable, moved
from game.window.input import Move
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.window.stage import Stage
    from game.window.widgets.widget import Widget

__all__ = ["arrows"]

_LEVEL = (Move.LEFT, Move.RIGHT)
_UPRIGHT = (Move.UP, Move.DOWN)


def arrows(stage: Stage, wanted: str = "") -> Mapping[str, tuple[Move, ...]]:
    """The arrows to press from what has the focus, by the key of what they lead to; only what they lead to is there.

    Args:
        stage: where.
        wanted: the key of what is looked for; empty for everything.
    """
    assert stage.focus is not None
    widgets = focusable(stage._scope)
    pages = [widget for widget in stage._scope.walk() if isinstance(widget, Scroll)]
    ways: dict[str, tuple[Move, ...]] = {stage.focus.key: ()}
    waiting = deque([stage.focus])
    while waiting and wanted not in ways:
        now = waiting.popleft()
        for move in _free(now):
            target = moved(widgets, now, move, pages)
            if target.key not in ways:
                ways[target.key] = (*ways[now.key], move)
                waiting.append(target)
    return ways


def _free(widget: Widget) -> tuple[Move, ...]:
    """The arrows that lead away at last: a field has a use for some, a page with something to press on for others."""
    if widget.role is Role.FIELD:
        return _UPRIGHT
    is_frame = isinstance(widget, Scroll) and any(each.is_focusable for each in widget.page.walk())
    return _LEVEL if is_frame else (*_UPRIGHT, *_LEVEL)
