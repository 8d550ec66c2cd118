"""The debrief: what a play was worth, decision by decision."""

from __future__ import annotations

from game.window.screens.debrief.debriefing import Debriefing

__all__ = ["Debriefing"]
