"""Letting go of what was only kept to be quick, when memory runs short."""

from __future__ import annotations

import sys

from game.window.pictures import Album

__all__ = ["let_go"]

_ROOM = "game.window."


def let_go() -> None:
    """Forget every picture and every measure that this room keeps; all of them are made anew when they are needed."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith(_ROOM):
            for value in tuple(vars(module).values()):
                if isinstance(value, Album):
                    value.clear()
                elif callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()
