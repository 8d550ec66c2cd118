"""The words for what is heard."""

from __future__ import annotations

from game.texts import _
from game.window.sound.cue import Cue

__all__ = ["Captions", "caption"]

_SHOWN = 2.5
"""Seconds the words for a sound are shown."""
_SLIGHT = frozenset({Cue.LINE, Cue.CHOOSE, Cue.BACK, Cue.CHAPTER, Cue.LATER})
"""They go with what the player does, or what is written on the screen as well, and push no other words away."""


def caption(cue: Cue) -> str:
    """What a cue sounds like, or what it means, in a few words."""
    return {
        Cue.LINE: _("Somebody speaks"),
        Cue.CHOOSE: _("Chosen"),
        Cue.PROMISE_MADE: _("Promise made"),
        Cue.PROMISE_KEPT: _("Promise kept"),
        Cue.PROMISE_BROKEN: _("Promise broken"),
        Cue.MOOD_UP: _("The mood gets better"),
        Cue.MOOD_DOWN: _("The mood gets worse"),
        Cue.CHAPTER: _("A new chapter"),
        Cue.LATER: _("Time passes"),
        Cue.RING: _("A telephone rings"),
        Cue.TIMER: _("Time is running out"),
        Cue.ENDING: _("The case is over"),
        Cue.MEDAL: _("A medal"),
        Cue.BACK: _("Back"),
        Cue.ERROR: _("That did not work"),
    }[cue]


class Captions:
    """Which words stand there now, and until when."""

    def __init__(self) -> None:
        self._cue: Cue | None = None
        self._until = 0.0

    @property
    def words(self) -> str:
        """What is to be read; empty for nothing."""
        return "" if self._cue is None else caption(self._cue)

    @property
    def is_news(self) -> bool:
        """Whether a screen reader is to say it: only what the telephone tells stands nowhere else."""
        return self._cue is Cue.RING

    def show(self, cue: Cue, now: float) -> bool:
        """Show the words for a cue for a moment; whether they are shown."""
        if self._cue is not None and self._cue not in _SLIGHT and cue in _SLIGHT:
            return False
        self._cue, self._until = cue, now + _SHOWN
        return True

    def tick(self, now: float) -> bool:
        """Let the time pass; whether words went."""
        if self._cue is None or now < self._until:
            return False
        self._cue = None
        return True
