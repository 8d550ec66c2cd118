"""Short hair, and none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, Hair
from game.looks.portrait.pencil import both, fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["bald", "cropped", "quiff", "short", "side"]

_WREATH_FROM = 40
"""The age from which a bald head keeps a wreath of hair; the younger one is shaven."""


def short(sitter: Sitter) -> Hair:
    """Short all round, a little fringe."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 3} 114 C{-h - 10} 58 {10 - h} 27 -4 27 C{h - 12} 25 {h + 11} 56 {h + 3} 114"
        f" C{h + 2} 102 {h - 3} 94 {h - 6} 82 C{h - 14} 70 22 76 8 72 C-8 68 -26 78 {8 - h} 79"
        f" C{4 - h} 92 {-h} 100 {-h - 3} 114Z"
    )
    strands = stroke("M-26 56 Q-16 42 4 40 M-8 62 Q6 48 28 48", sitter.hair_light, 3, 0.5)
    return Hair(front=fill(cap, STRANDS) + strands)


def side(sitter: Sitter) -> Hair:
    """Parted, and combed over to their left."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 3} 114 C{-h - 12} 54 {14 - h} 30 -18 28 C{h - 20} 14 {h + 15} 50 {h + 3} 114"
        f" C{h + 1} 102 {h - 3} 94 {h - 5} 84 C{h - 20} 84 2 80 -22 60 C-30 72 {10 - h} 76 {7 - h} 88"
        f" C{3 - h} 98 {1 - h} 104 {-h - 3} 114Z"
    )
    strands = stroke("M-18 52 Q4 70 34 72 M-10 42 Q14 56 38 58", sitter.hair_light, 3, 0.5)
    return Hair(front=fill(cap, STRANDS) + stroke("M-22 60 Q-24 46 -18 34", sitter.hair_dark, 2.4, 0.8) + strands)


def quiff(sitter: Sitter) -> Hair:
    """Short at the sides, brushed up over the forehead."""
    h = sitter.bones.half
    temple = fill(
        f"M{h + 2} 114 C{h + 6} 82 {h + 2} 56 {h - 16} 46 L{h - 14} 74 L{h - 8} 76"
        f" C{h - 3} 90 {h + 1} 100 {h + 2} 114Z",
        sitter.hair_dark,
    )
    top = (
        f"M{6 - h} 78 C{-h - 4} 40 -24 12 14 13 C{h - 14} 13 {h} 34 {h - 6} 78 C{h - 12} 70 20 76 0 72"
        f" C-20 69 {14 - h} 70 {6 - h} 78Z"
    )
    strands = stroke("M-30 58 Q-24 32 6 26 M-10 58 Q0 38 26 34", sitter.hair_light, 3, 0.5)
    return Hair(front=both(temple) + fill(top, STRANDS) + strands)


def cropped(sitter: Sitter) -> Hair:
    """Cut close to the skull, fading at the temples."""
    h = sitter.bones.half
    crown = h * 0.64
    cap = (
        f"M{-h - 1} 100 C{-h - 3} 62 {-crown:g} 39 0 39 C{crown:g} 39 {h + 3} 62 {h + 1} 100"
        f" C{h - 1} 90 {h - 4} 84 {h - 7} 80 C{h - 16} 70 18 71 0 71 C-18 71 {16 - h} 70 {7 - h} 80"
        f" C{4 - h} 84 {1 - h} 90 {-h - 1} 100Z"
    )
    fade = both(
        fill(
            f"M{h + 1} 98 C{h + 2} 106 {h + 1} 112 {h} 116 L{h - 3} 104 C{h - 3} 96 {h - 4} 90 {h - 7} 82Z",
            sitter.hair,
            0.45,
        )
    )
    return Hair(front=fill(cap, STRANDS) + fade + stroke("M-22 54 Q0 45 22 54", sitter.hair_light, 3, 0.35))


def bald(sitter: Sitter) -> Hair:
    """None on the crown; a wreath over the ears from a certain age."""
    h = sitter.bones.half
    shine = stroke("M-24 64 Q-14 55 4 54", WHITE, 5, 0.35)
    if sitter.look.age < _WREATH_FROM:
        return Hair(front=shine)
    wreath = both(
        fill(
            f"M{h + 2} 118 C{h + 9} 106 {h + 8} 88 {h - 1} 76 C{h - 5} 80 {h - 6} 84 {h - 5} 90"
            f" C{h - 2} 98 {h - 1} 108 {h + 2} 118Z",
            sitter.hair,
        )
    )
    return Hair(front=wreath + shine)
