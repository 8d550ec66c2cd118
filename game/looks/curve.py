"""A smooth line through points that never swings beyond them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["smooth_path"]


def smooth_path(points: Sequence[tuple[float, float]]) -> str:
    """The line as an SVG path; x grows from point to point.

    Cubic pieces with slopes limited so that between two points it stays between their heights: F. N. Fritsch and
    R. E. Carlson, "Monotone piecewise cubic interpolation", SIAM J. Numer. Anal. 17, 1980, in the harmonic form of
    F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984.
    """
    slopes = [_slope(*one, *other) for one, other in pairwise(points)]
    tangents = [_between(before, after) for before, after in pairwise([0.0, *slopes, 0.0])]
    pieces = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for place, ((x, y), (end_x, end_y)) in enumerate(pairwise(points)):
        third = (end_x - x) / 3
        pieces.append(
            f"C{x + third:.1f} {y + third * tangents[place]:.1f}"
            f" {end_x - third:.1f} {end_y - third * tangents[place + 1]:.1f} {end_x:g} {end_y:g}"
        )
    return " ".join(pieces)


def _slope(x: float, y: float, end_x: float, end_y: float) -> float:
    return (end_y - y) / (end_x - x)


def _between(before: float, after: float) -> float:
    """The slope where two pieces meet: none at a peak, else nearer to the flatter one's."""
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)
