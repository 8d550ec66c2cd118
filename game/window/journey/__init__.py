"""The way through the game: from Home into a case, to its debrief, and back."""

from __future__ import annotations

from game.window.journey.journey import Journey

__all__ = ["Journey"]
