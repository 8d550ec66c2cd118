"""Where the focus goes: in the order of reading, or to the nearest neighbour in a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.input import Move

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.window.widgets.widget import Widget

__all__ = ["focusable", "moved"]

_ASIDE = 3
"""How much less a step aside is liked than one straight on."""


def focusable(tree: Widget) -> list[Widget]:
    """The widgets that can have the focus, in the order of reading."""
    return [widget for widget in tree.walk() if widget.is_focusable]


def moved(widgets: Sequence[Widget], now: Widget, move: Move) -> Widget:
    """The widget a move leads to; the same where nothing lies that way.

    Next and previous run through all and round the ends; directions look at places.
    """
    if move in (Move.NEXT, Move.PREVIOUS):
        step = 1 if move is Move.NEXT else -1
        return widgets[(widgets.index(now) + step) % len(widgets)]
    ahead = [(distance, widget) for widget in widgets if (distance := _distance(now, widget, move)) is not None]
    return min(ahead, key=lambda pair: pair[0])[1] if ahead else now


def _distance(now: Widget, other: Widget, move: Move) -> float | None:
    """How far another widget lies in a direction; None if it lies elsewhere."""
    if other is now:
        return None
    across = other.rect.centerx - now.rect.centerx
    down = other.rect.centery - now.rect.centery
    ahead, aside = {
        Move.UP: (-down, _beyond(now.rect.left, now.rect.right, other.rect.left, other.rect.right)),
        Move.DOWN: (down, _beyond(now.rect.left, now.rect.right, other.rect.left, other.rect.right)),
        Move.LEFT: (-across, _beyond(now.rect.top, now.rect.bottom, other.rect.top, other.rect.bottom)),
        Move.RIGHT: (across, _beyond(now.rect.top, now.rect.bottom, other.rect.top, other.rect.bottom)),
    }[move]
    if ahead <= 0:
        return None
    if move in (Move.LEFT, Move.RIGHT) and aside:
        return None
    return ahead + _ASIDE * aside


def _beyond(start: int, end: int, other_start: int, other_end: int) -> int:
    """How far a span lies beside another; 0 where they overlap."""
    return max(0, other_start - end + 1, start - other_end + 1)
