"""Lines appear as they are said: how much of a conversation can be read by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.view import Chosen, Heading, Later, Said, Unanswered
from game.window.screens.conversation.reactions import INTERLUDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session.view import Entry

__all__ = ["Pacing"]

_BREATH = 0.45
_PER_LETTER = 0.018
_LONGEST = 1.9
"""Seconds: a pause after each line, more for each of its letters, and never longer than this."""
_PACES = {"slow": 1.7, "normal": 1.0, "fast": 0.55, "at once": 0.0}
"""By how much the pauses are stretched."""


class Pacing:
    """Counts the entries shown; one after the other, after the time the one before takes to read."""

    def __init__(self) -> None:
        self.shown = 0
        self._due: float | None = None

    def wait(self, until: float) -> None:
        """Show nothing more before a moment."""
        self._due = until

    def is_done(self, said: Sequence[Entry]) -> bool:
        """Whether everything said is shown."""
        return self.shown >= len(said)

    def skip(self, said: Sequence[Entry]) -> None:
        """Show everything now."""
        self.shown, self._due = len(said), None

    def rewind(self, said: Sequence[Entry]) -> None:
        """Show no more than there is, after something was taken back."""
        self.shown, self._due = min(self.shown, len(said)), None

    def tick(self, said: Sequence[Entry], now: float, *, pace: str = "normal") -> bool:
        """Show what is due by now; whether something was added.

        Args:
            said: all there is to show.
            now: seconds.
            pace: how quickly, one of `game.window.settings.PACES`.
        """
        before = self.shown
        if not _PACES[pace]:
            self.skip(said)
        while self.shown < len(said) and (self._due is None or now >= self._due):
            self._show_next(said, now, _PACES[pace])
        if self.is_done(said):
            self._due = None
        return self.shown != before

    def _show_next(self, said: Sequence[Entry], now: float, stretch: float) -> None:
        entry = said[self.shown]
        self.shown += 1
        # What the trainee chose is known to them already: the answer may start.
        letters = len(entry.text) if isinstance(entry, Said) else 0
        pause = _BREATH if isinstance(entry, Chosen | Unanswered) else min(_BREATH + _PER_LETTER * letters, _LONGEST)
        # A card between chapters comes and goes in its own time, however slowly lines are read.
        self._due = now + (INTERLUDE if isinstance(entry, Heading | Later) else pause * stretch)
