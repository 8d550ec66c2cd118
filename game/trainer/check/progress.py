"""How far a long check has come, told on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Progress"]

_PATIENCE = 1.0
"""Seconds in which nobody asks."""
_PAUSE = 0.1
"""Seconds between two tellings."""
_WIPE = "\r\x1b[K"


class Progress:
    """One line that is written over and wiped away; where the stream is no terminal, nothing is told.

    Args:
        stream: where people look while they wait, which is not where the findings go.
        total: how many files there are.
        clock: seconds, from any beginning.
    """

    def __init__(self, stream: TextIO, total: int, clock: Callable[[], float]) -> None:
        self._stream = stream if stream.isatty() else None
        self._total = total
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._is_shown = False

    def tell(self, done: int, name: str) -> None:
        """Say which file is looked at now, after so many."""
        if self._stream is None or self._clock() < self._next:
            return
        self._next = self._clock() + _PAUSE
        line = _("Checked {done} of {total} files; now {name}", done=done, total=self._total, name=name)
        self._stream.write(_WIPE + line)
        self._stream.flush()
        self._is_shown = True

    def wipe(self) -> None:
        """Take the line away, before something else is printed."""
        if self._is_shown and self._stream is not None:
            self._stream.write(_WIPE)
            self._stream.flush()
            self._is_shown = False
