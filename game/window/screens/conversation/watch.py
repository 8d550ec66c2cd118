"""The time a case is played for: it stands still while it pauses, and while nobody looks."""

from __future__ import annotations

__all__ = ["Watch"]


class Watch:
    """Counts the seconds that a case was in play, told the time from outside.

    Args:
        started_ms: milliseconds it was played for before.
    """

    def __init__(self, started_ms: int = 0) -> None:
        self.seconds = 0.0
        """Since it was opened here."""
        self._started_ms = started_ms
        self._last: float | None = None

    @property
    def has_begun(self) -> bool:
        """Whether it was told the time already."""
        return self._last is not None

    @property
    def ms(self) -> int:
        """Milliseconds it was played for, before and here."""
        return self._started_ms + round(self.seconds * 1000)

    def tick(self, now: float, *, is_paused: bool) -> None:
        """Take note of the time."""
        if self._last is not None and not is_paused:
            self.seconds += max(0.0, now - self._last)
        self._last = now
