"""A clock that can be stopped: how long a session has been played, pauses left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Stopwatch"]

_MS = 1000


class Stopwatch:
    """Milliseconds of play; it starts with those of earlier sittings."""

    def __init__(self, clock: Callable[[], float], ms: int) -> None:
        self._clock = clock
        self._start = clock() - ms / _MS
        self._paused: float | None = None

    @property
    def ms(self) -> int:
        """Milliseconds played so far."""
        now = self._clock() if self._paused is None else self._paused
        return round((now - self._start) * _MS)

    def pause(self) -> None:
        """Let no more time count."""
        if self._paused is None:
            self._paused = self._clock()

    def go_on(self) -> None:
        """Let time count again."""
        if self._paused is not None:
            self._start += self._clock() - self._paused
            self._paused = None
