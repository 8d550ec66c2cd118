"""Curled hair, built of round locks."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, Hair, light, shade
from game.looks.portrait.pencil import both, ellipse, fill

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["afro", "curly"]


def curly(sitter: Sitter) -> Hair:
    """Loose curls to the ears, a few of them on the forehead."""
    h = sitter.bones.half
    behind = both(
        ellipse(h + 4, 116, 15, 16, sitter.hair_dark)
        + ellipse(h + 8, 92, 18, 19, sitter.hair_dark)
        + ellipse(h, 64, 22, 22, sitter.hair_dark)
    )
    rim = both(
        ellipse(h + 3, 98, 11, 13, STRANDS)
        + ellipse(h + 3, 78, 14, 15, STRANDS)
        + ellipse(h - 9, 56, 19, 18, STRANDS)
        + ellipse(20, 40, 19, 17, STRANDS)
    ) + ellipse(0, 36, 18, 15, STRANDS)
    front = fill(
        f"M{3 - h} 88 C{-h} 60 -30 40 0 40 C30 40 {h} 60 {h - 3} 88 C{h - 8} 92 {h - 15} 86 {h - 13} 78"
        f" C{h - 20} 86 {h - 30} 80 22 71 C18 82 4 82 3 72 C-2 84 -18 82 -17 70 C-24 82 {18 - h} 84 {14 - h} 76"
        f" C{14 - h} 86 {8 - h} 92 {3 - h} 88Z",
        STRANDS,
    )
    rings = light(
        sitter,
        f"M-32 52 q5 -9 13 -5 M-8 42 q6 -8 14 -2 M20 46 q6 -7 13 -1 M{2 - h} 74 q2 -9 10 -9 M{h - 10} 68 q7 -4 10 5"
        f" M-14 62 q4 -7 11 -3 M10 61 q5 -7 11 -1 M{-h - 5} 94 q1 -7 7 -8 M{h - 1} 88 q6 -2 8 5 M-34 70 q3 -7 9 -6"
        " M30 66 q5 -5 9 1",
        2.5,
        0.5,
    ) + shade(
        sitter,
        "M-22 58 q6 6 12 0 M2 54 q7 5 12 -2 M26 60 q6 3 9 -3 M-40 62 q3 6 9 4 M-2 70 q-3 6 -8 5 M21 72 q-1 5 -6 6",
        1.9,
        0.5,
    )
    return Hair(behind=behind, front=rim + front + rings)


def afro(sitter: Sitter) -> Hair:
    """A round crown of tight curls."""
    h = sitter.bones.half
    wide, high, middle = h + 20, 57, 80
    rim = "".join(
        ellipse(round(wide * cos(angle), 1), round(middle + high * sin(angle), 1), 15, 15, STRANDS)
        for angle in (pi * (0.84 + step * 1.32 / 15) for step in range(16))
    )
    mass = ellipse(0, middle, wide + 6, high + 7, STRANDS)
    front = fill(
        f"M{-h - 6} 108 C{-h - 6} 60 {16 - h} 40 0 40 C{h - 16} 40 {h + 6} 60 {h + 6} 108"
        f" C{h + 3} 100 {h - 1} 96 {h - 5} 86 Q{h - 8} 76 {h - 17} 74 Q28 76 20 71 Q10 75 0 71 Q-10 75 -20 71"
        f" Q-28 76 {17 - h} 74"
        f" Q{8 - h} 76 {5 - h} 86 C{1 - h} 96 {-h - 3} 100 {-h - 6} 108Z",
        STRANDS,
    )
    dots = [
        (round(radius * cos(angle) * (wide + 6) / 74, 1), round(middle - 4 + radius * sin(angle) * 0.84, 1))
        for radius, count in ((34, 7), (48, 10), (62, 13), (72, 15))
        for angle in (pi * (1 + (step + 0.5) / count) for step in range(count))
    ]
    curls = light(
        sitter, " ".join(f"M{x - 4:g} {y:g} q4 -6 8 -1" for x, y in dots if y < 66 or abs(x) > h - 2), 2.1, 0.42
    )
    return Hair(behind=mass + rim, front=front + curls)
