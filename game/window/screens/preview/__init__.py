"""A case played while it is written: the conversation, and beside it what is wrong and where to go."""

from game.window.screens.preview.rehearsal import Rehearsal
from game.window.screens.preview.waiting import Waiting

__all__ = ["Rehearsal", "Waiting"]
