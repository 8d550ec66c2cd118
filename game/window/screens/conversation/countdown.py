"""The time there is to choose in a timed scene: it begins when all can have been read, and stands still in a pause."""

from __future__ import annotations

from math import ceil

__all__ = ["Countdown"]

_FINENESS = 0.25
"""Seconds after which the bar is painted anew."""


class Countdown:
    """Counts down from `whole` seconds, told the time from outside."""

    def __init__(self, whole: int, now: float, *, reading: float = 0.0) -> None:
        self.whole = whole
        self.reading = reading
        """Seconds to read in that are left before it begins to run."""
        self.left = float(whole)
        self._last = now
        self._painted = self.left

    @property
    def seconds(self) -> int:
        """Seconds left, rounded up: 0 only when it is over."""
        return ceil(self.left)

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.left <= 0

    def tick(self, now: float, *, is_paused: bool) -> bool:
        """Take note of the time; whether it is worth painting."""
        was_reading = self.reading > 0
        if not is_paused:
            passed = max(0.0, now - self._last)
            spent = min(self.reading, passed)
            self.reading -= spent
            self.left = max(0.0, self.left - (passed - spent))
        self._last = now
        if was_reading and self.reading <= 0:
            return True
        if self._painted - self.left >= _FINENESS or self.is_over:
            self._painted = self.left
            return True
        return False
