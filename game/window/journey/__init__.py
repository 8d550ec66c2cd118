"""The way through the game: from Home into a case, to its debrief, and back."""

from __future__ import annotations

from game.window.journey.journey import Journey
from game.window.journey.team_play import Wish

__all__ = ["Journey", "Wish"]
