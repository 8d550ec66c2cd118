"""Curled hair, built of round locks."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, Hair
from game.looks.portrait.pencil import both, ellipse, fill, stroke

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["afro", "curly"]


def curly(sitter: Sitter) -> Hair:
    """Loose curls to the ears."""
    h = sitter.bones.half
    behind = both(ellipse(h + 5, 112, 19, 19, sitter.hair_dark) + ellipse(h + 5, 84, 21, 21, sitter.hair_dark))
    behind += both(ellipse(h - 10, 54, 24, 24, sitter.hair_dark)) + ellipse(0, 46, 28, 28, sitter.hair_dark)
    front = both(
        ellipse(h - 2, 86, 13, 13, STRANDS) + ellipse(h - 8, 68, 16, 16, STRANDS) + ellipse(22, 54, 19, 19, STRANDS)
    )
    front += "".join(ellipse(x, y, r, r, STRANDS) for x, y, r in ((0, 48, 20), (-12, 66, 12), (12, 64, 12)))
    rings = stroke(
        f"M-30 50 q6 -8 14 -3 M-4 40 q7 -7 14 -1 M20 50 q7 -6 13 1 M{6 - h} 68 q4 -8 11 -5"
        f" M{h - 16} 66 q7 -4 11 3 M-10 62 q5 -5 10 0",
        sitter.hair_light,
        2.6,
        0.5,
    )
    return Hair(behind=behind, front=front + rings)


def afro(sitter: Sitter) -> Hair:
    """A round crown of tight curls."""
    h = sitter.bones.half
    wide, high, middle = h + 22, 58, 80
    rim = "".join(
        ellipse(round(wide * cos(angle), 1), round(middle + high * sin(angle), 1), 17, 17, STRANDS)
        for angle in (pi * (0.86 + step * 1.28 / 11) for step in range(12))
    )
    mass = ellipse(0, middle, wide + 4, high + 5, STRANDS)
    front = fill(
        f"M{-h - 6} 108 C{-h - 6} 60 {16 - h} 40 0 40 C{h - 16} 40 {h + 6} 60 {h + 6} 108"
        f" C{h + 2} 96 {h - 3} 88 {h - 9} 80"
        f" C{h - 20} 70 18 74 0 73 C-18 74 {20 - h} 70 {9 - h} 80 C{3 - h} 88 {-h - 2} 96 {-h - 6} 108Z",
        STRANDS,
    )
    rings = stroke(
        "M-44 46 q6 -7 12 -2 M-20 32 q6 -7 12 -1 M8 30 q6 -7 12 0 M34 42 q6 -5 11 1 M-56 70 q4 -7 10 -4"
        " M46 66 q6 -5 11 2 M-8 54 q6 -6 12 0 M18 56 q6 -5 11 1 M-34 60 q5 -6 11 -2",
        sitter.hair_light,
        2.4,
        0.45,
    )
    return Hair(behind=mass + rim, front=front + rings)
