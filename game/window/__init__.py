"""The window: the game as people see it, painted with pygame from trees of widgets."""

from __future__ import annotations

from game.window.app import NoDisplay
from game.window.journey import Wish
from game.window.playing import play

__all__ = ["NoDisplay", "Wish", "play"]
