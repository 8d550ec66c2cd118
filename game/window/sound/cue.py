"""What can be heard."""

from __future__ import annotations

from enum import Enum

__all__ = ["Cue"]


class Cue(Enum):
    """Something that happened, and has a sound of its own."""

    LINE = "line"
    CHOOSE = "choose"
    PROMISE_MADE = "promise made"
    PROMISE_KEPT = "promise kept"
    PROMISE_BROKEN = "promise broken"
    MOOD_UP = "mood up"
    MOOD_DOWN = "mood down"
    CHAPTER = "chapter"
    LATER = "later"
    RING = "ring"
    """A telephone rings, until somebody chooses or the screen changes."""
    TIMER = "timer"
    ENDING = "ending"
    MEDAL = "medal"
    BACK = "back"
    ERROR = "error"
