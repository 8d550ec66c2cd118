"""What a decision counts."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NO_POINTS", "Points", "Totals"]


class Points(NamedTuple):
    """Points in the three dimensions."""

    respect: int = 0
    proactivity: int = 0
    follow_through: int = 0

    @property
    def total(self) -> int:
        """The sum of the dimensions."""
        return self[0] + self[1] + self[2]

    def plus(self, other: Points) -> Points:
        """The sum, dimension by dimension."""
        return Points(self[0] + other[0], self[1] + other[1], self[2] + other[2])


NO_POINTS = Points()


class Totals(NamedTuple):
    """An extreme, each number by itself: one play seldom has them all."""

    respect: int
    proactivity: int
    follow_through: int
    total: int
