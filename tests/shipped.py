"""The cases of the curriculum."""

from __future__ import annotations

from game import paths
from game.loader import find_scenarios

__all__ = ["CASES"]

CASES = find_scenarios([paths.shipped_scenarios()]).paths
"""Their files, by id."""
