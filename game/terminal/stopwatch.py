"""A clock that can be stopped: how long a session has been played, pauses left out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Stopwatch"]

_MS = 1000
_MOST_MS = 10**15
"""What a journal says beyond this is no time anybody played."""


class Stopwatch:
    """Milliseconds of play; it starts with those of earlier sittings."""

    def __init__(self, clock: Callable[[], float], ms: int) -> None:
        self._clock = clock
        self._start = clock() - min(ms, _MOST_MS) / _MS

    @property
    def ms(self) -> int:
        """Milliseconds played so far."""
        return round((self._clock() - self._start) * _MS)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let no time count meanwhile."""
        began = self._clock()
        try:
            yield
        finally:
            self._start += self._clock() - began
