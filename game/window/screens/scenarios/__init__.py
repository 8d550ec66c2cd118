"""The list of cases, and what is said before one begins."""

from __future__ import annotations

from game.window.screens.scenarios.briefing import Briefing
from game.window.screens.scenarios.panel import View
from game.window.screens.scenarios.scenarios import Scenarios

__all__ = ["Briefing", "Scenarios", "View"]
