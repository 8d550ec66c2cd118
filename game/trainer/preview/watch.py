"""Noticing that files were saved."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from game.trainer.check.watching import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from game.trainer.check.watching import Signature

__all__ = ["SETTLES", "Sight", "Watch"]

SETTLES = 0.25
"""Seconds after a change in which a file may still be half written, or away for a moment: many editors write a new
file and rename it into its place."""


class Sight(Enum):
    """What a look at the files shows."""

    SAME = "same"
    CHANGED = "changed"
    """Since the last look; perhaps they are still being written."""
    SETTLED = "settled"
    """They changed a moment ago, and no more since: what they say now counts."""


class Watch:
    """Looks at files by what the system says of them: when they were written, how long they are, which they are.

    Every change is seen twice, at once and when it has settled, so that a file that was read too early, or written
    twice within one tick of the system's clock, is read once more.
    """

    def __init__(self, paths: Iterable[Path], clock: Callable[[], float]) -> None:
        self._paths = tuple(paths)
        self._clock = clock
        self._seen = self._marks()
        self._due: float | None = None

    def look(self) -> Sight:
        """Look now."""
        marks, now = self._marks(), self._clock()
        if marks != self._seen:
            self._seen, self._due = marks, now + SETTLES
            return Sight.CHANGED
        if self._due is not None and now >= self._due:
            self._due = None
            return Sight.SETTLED
        return Sight.SAME

    def _marks(self) -> tuple[Signature, ...]:
        return tuple(signature(path) for path in self._paths)
