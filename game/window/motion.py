"""Motion: values that go from 0 to 1 over a short time, told the time from outside."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FLUENT", "STILL", "Motion"]

FLUENT = 1 / 60
"""Seconds from one picture to the next that the eye takes for one movement."""


@dataclass(frozen=True, slots=True)
class Motion:
    """Something that moves, from a moment on, for a while."""

    began: float
    """Seconds, by the stage's clock."""
    lasts: float
    """Seconds."""
    every: float = FLUENT
    """Seconds from one picture to the next."""

    @property
    def ends(self) -> float:
        """When nothing moves any more, by the stage's clock."""
        return self.began + self.lasts

    def is_over(self, now: float) -> bool:
        """Whether nothing moves any more."""
        return now >= self.ends

    def share(self, now: float) -> float:
        """How much of it is over, 0 to 1, in even steps."""
        if self.lasts <= 0:
            return 1.0
        return max(0.0, min(1.0, (now - self.began) / self.lasts))

    def eased(self, now: float) -> float:
        """The same, beginning and ending gently: 3s² − 2s³."""
        share = self.share(now)
        return share * share * (3 - 2 * share)


STILL = Motion(float("-inf"), 0.0)
"""What does not move, or has come to rest."""
