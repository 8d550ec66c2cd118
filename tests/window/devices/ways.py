"""Which arrows lead where on a screen as it stands."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from game.window.focus import focusable, moved
from game.window.input import Move
from game.window.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.window.stage import Stage

__all__ = ["ARROWS", "arrows"]

ARROWS = (Move.UP, Move.DOWN, Move.LEFT, Move.RIGHT)


def arrows(stage: Stage) -> Mapping[str, tuple[Move, ...]]:
    """The arrows to press from what has the focus, by the key of what they lead to; only what they lead to is there."""
    assert stage.focus is not None
    widgets = focusable(stage._scope)
    pages = [widget for widget in stage._scope.walk() if isinstance(widget, Scroll)]
    ways: dict[str, tuple[Move, ...]] = {stage.focus.key: ()}
    waiting = deque([stage.focus])
    while waiting:
        now = waiting.popleft()
        for move in ARROWS:
            target = moved(widgets, now, move, pages)
            if target.key not in ways:
                ways[target.key] = (*ways[now.key], move)
                waiting.append(target)
    return ways
