"""The time there is to choose in a timed scene; it stands still in a pause."""

from __future__ import annotations

from math import ceil

__all__ = ["Countdown"]

_FINENESS = 0.25
"""Seconds after which the bar is painted anew."""


class Countdown:
    """Counts down from `whole` seconds, told the time from outside."""

    def __init__(self, whole: int, now: float) -> None:
        self.whole = whole
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
        if not is_paused:
            self.left = max(0.0, self.left - max(0.0, now - self._last))
        self._last = now
        if self._painted - self.left >= _FINENESS or self.is_over:
            self._painted = self.left
            return True
        return False
