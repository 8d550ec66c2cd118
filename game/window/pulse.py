"""How often the loop looks for events: often while something happens, seldom while nothing does."""

from __future__ import annotations

__all__ = ["Pulse"]

_BUSY = 1 / 60
_CALM = 1 / 20
_RESTING = 1 / 10
_HIDDEN = 1 / 5
_AFTER_INPUT = 0.8
"""Seconds in which more input is likely."""
_RESTS_AFTER = 5.0
"""Seconds without input after which a tenth of a second more or less is not felt."""


class Pulse:
    """Says how long to sleep.

    `pygame.event.wait` looks each millisecond, which costs 1.6 % of a core for nothing; a sleep of a known length
    costs a twentieth of that.
    """

    def __init__(self) -> None:
        self._last_input = float("-inf")
        self.is_hidden = False

    def touch(self, now: float) -> None:
        """There was input."""
        self._last_input = now

    def pause(self, now: float, *, is_moving: bool) -> float:
        """Seconds to sleep now."""
        if self.is_hidden:
            return _HIDDEN
        silence = now - self._last_input
        if is_moving or silence < _AFTER_INPUT:
            return _BUSY
        return _CALM if silence < _RESTS_AFTER else _RESTING
