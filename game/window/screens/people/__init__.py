"""Who plays: the people of this machine, their pseudonyms and their avatars."""

from __future__ import annotations

from game.window.screens.people.people import People
from game.window.screens.people.register import Register

__all__ = ["People", "Register"]
