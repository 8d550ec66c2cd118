"""Hair that is shaven somewhere, or has left of its own accord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, Hair, light, shade
from game.looks.portrait.pencil import both, ellipse, fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["bald", "fade", "receding", "undercut"]

_WREATH_FROM = 40
"""The age from which a bald head keeps a wreath of hair; the younger one is shaven."""


def bald(sitter: Sitter) -> Hair:
    """None on the crown; a wreath over the ears from a certain age."""
    h = sitter.bones.half
    shine = stroke("M-24 64 Q-14 55 4 54", WHITE, 5, 0.3)
    if sitter.look.age < _WREATH_FROM:
        return Hair(front=shine)
    return Hair(front=both(_wreath(sitter, h)) + shine)


def receding(sitter: Sitter) -> Hair:
    """High at the temples, thin on the crown, full at the sides."""
    h = sitter.bones.half
    top = (
        f"M{5 - h} 80 C{1 - h} 56 -34 38 0 37 C34 38 {h - 1} 56 {h - 5} 80 C{h - 9} 64 {h - 14} 54 {h - 24} 51"
        f" C20 50 15 60 6 61 Q0 64 -6 61 C-15 60 -20 50 {24 - h} 51 C{14 - h} 54 {9 - h} 64 {5 - h} 80Z"
    )
    return Hair(
        front=both(_wreath(sitter, h))
        + fill(top, STRANDS, 0.96)
        + light(sitter, "M-10 56 Q-7 46 2 41 M2 58 Q6 48 14 43 M-24 48 Q-16 42 -8 40", 2, 0.5)
        + shade(sitter, "M-4 58 Q0 47 8 42 M-18 49 Q-12 43 -4 40", 1.6, 0.4)
    )


def fade(sitter: Sitter) -> Hair:
    """Curls on top, the sides shaven from nothing upward."""
    h = sitter.bones.half
    sides = both(
        "".join(
            fill(
                f"M{h + 0.5:g} {low} C{h + 1.5:g} 84 {h - 1} 66 {h - 11} 54 L{h - 16} 70"
                f" C{h - 9} 74 {h - 6} 80 {h - 5} {low - 14}Z",
                sitter.hair,
                opacity,
            )
            for low, opacity in ((114, 0.25), (103, 0.35), (93, 0.5))
        )
    )
    mass = fill(
        f"M{11 - h} 74 C{5 - h} 60 {8 - h} 40 -26 32 C-10 20 14 20 28 32 C{h - 8} 40 {h - 5} 60 {h - 11} 74"
        f" C{h - 16} 68 18 68 0 69 C-18 68 {16 - h} 68 {11 - h} 74Z",
        STRANDS,
    )
    rim = "".join(
        ellipse(x, y, r, r, STRANDS)
        for x, y, r in (
            (-37, 47, 9),
            (-29, 36, 9),
            (-17, 29, 9),
            (-4, 26, 9.5),
            (9, 26, 9.5),
            (21, 30, 9),
            (31, 38, 9),
            (37, 48, 9),
        )
    )
    curls = light(
        sitter,
        "M-32 44 q4 -6 9 -2 M-20 34 q4 -6 9 -2 M-6 31 q4 -6 9 -1 M9 33 q4 -6 9 -1 M23 42 q4 -5 9 0 M-27 58 q4 -6 9 -2"
        " M-13 48 q4 -6 9 -2 M2 46 q4 -6 9 -1 M16 52 q4 -5 9 0 M-8 62 q4 -5 9 -1 M9 62 q4 -5 9 0",
        2.1,
        0.5,
    )
    return Hair(front=sides + rim + mass + curls)


def undercut(sitter: Sitter) -> Hair:
    """Long on top and laid over to their left; the other side is shaven."""
    h = sitter.bones.half
    shaven = fill(
        f"M{-h - 1} 113 C{-h - 2} 84 {-h + 1} 62 -29 48 L-14 60 C-26 68 {12 - h} 74 {8 - h} 86"
        f" C{5 - h} 98 {2 - h} 104 {-h - 1} 113Z",
        sitter.hair,
        0.45,
    )
    behind = fill(
        f"M10 40 C{h + 10} 30 {h + 18} 90 {h + 12} 140 C{h + 10} 152 {h + 4} 160 {h - 4} 162 L{h - 16} 130Z",
        sitter.hair_dark,
    )
    sweep = (
        f"M-29 58 C-37 40 -22 26 -2 25 C{h - 16} 18 {h + 8} 40 {h + 10} 82 C{h + 12} 112 {h + 14} 134 {h + 6} 154"
        f" C{h - 2} 148 {h - 2} 132 {h - 3} 118 C{h - 4} 104 {h - 8} 96 {h - 16} 92 C14 88 -14 82 -29 58Z"
    )
    return Hair(
        behind=behind,
        front=shaven
        + fill(sweep, STRANDS)
        + light(
            sitter, f"M-18 50 C-4 70 20 76 {h - 10} 84 M-10 38 C8 54 30 58 {h - 2} 76 M10 32 C28 38 40 48 {h + 3} 66"
        )
        + shade(
            sitter,
            f"M-14 44 C2 62 26 67 {h - 5} 80 M0 34 C18 46 36 52 {h + 1} 72 M{h + 4} 96 Q{h + 8} 124 {h + 4} 144",
            1.9,
            0.45,
        ),
    )


def _wreath(sitter: Sitter, h: int) -> str:
    """Hair over the ears."""
    return fill(
        f"M{h + 1} 118 C{h + 9} 110 {h + 10} 86 {h - 1} 72 C{h - 5} 76 {h - 6} 82 {h - 5} 90"
        f" C{h - 2} 98 {h - 1} 108 {h + 1} 118Z",
        sitter.hair,
    ) + stroke(f"M{h + 1} 84 Q{h + 4} 94 {h + 3} 104", sitter.hair_light, 1.8, 0.5)
