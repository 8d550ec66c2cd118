"""The first steps: a short case with hints, its debrief, and its mirror."""

from __future__ import annotations

from game.window.screens.first_steps.first_steps import FirstSteps

__all__ = ["FirstSteps"]
