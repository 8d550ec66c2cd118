"""The settings, and what they change to be seen beside them."""

from __future__ import annotations

from game.window.screens.settings.settings_screen import SettingsScreen

__all__ = ["SettingsScreen"]
