"""The list of cases, and what is said before one begins."""

from __future__ import annotations

from game.window.screens.scenarios.scenarios import Scenarios

__all__ = ["Scenarios"]
