"""Home: the desk at which everything begins."""

from __future__ import annotations

from game.window.screens.home.home import Home
from game.window.screens.home.reception import Reception

__all__ = ["Home", "Reception"]
