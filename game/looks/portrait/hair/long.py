"""Hair that reaches the jaw or further, worn open or bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, Hair
from game.looks.portrait.pencil import both, ellipse, fill, stroke

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["bob", "braids", "bun", "long", "pony"]


def bob(sitter: Sitter) -> Hair:
    """To the jaw, parted at one side."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 10} 104 C{-h - 14} 16 {h + 14} 16 {h + 10} 104 C{h + 12} 134 {h + 17} 158 {h + 8} 184"
        f" Q{h - 16} 192 {h - 26} 180 L{26 - h} 180 Q{16 - h} 192 {-h - 8} 184"
        f" C{-h - 17} 158 {-h - 12} 134 {-h - 10} 104Z"
    )
    return Hair(behind=fill(behind, sitter.hair_dark), front=_parted(sitter, 150))


def long(sitter: Sitter) -> Hair:
    """Over the shoulders, parted at one side."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 10} 104 C{-h - 14} 16 {h + 14} 16 {h + 10} 104 C{h + 12} 150 {h + 24} 190 {h + 18} 240"
        f" L{-h - 18} 240 C{-h - 24} 190 {-h - 12} 150 {-h - 10} 104Z"
    )
    lock = fill(
        f"M{h + 9} 120 C{h + 14} 160 {h + 26} 196 {h + 12} 246 C{h - 4} 244 {h - 14} 232 {h - 12} 214"
        f" C{h - 4} 190 {h - 2} 160 {h - 3} 132Z",
        sitter.hair,
    ) + stroke(f"M{h + 7} 168 Q{h + 12} 200 {h + 2} 234", sitter.hair_light, 2.6, 0.4)
    return Hair(behind=fill(behind, sitter.hair_dark), over_shoulders=both(lock), front=_parted(sitter, 136))


def bun(sitter: Sitter) -> Hair:
    """Drawn back into a knot on the crown."""
    knot = ellipse(0, 24, 23, 19, sitter.hair_dark) + stroke(
        "M-13 20 Q0 10 14 21 M-8 28 Q3 21 12 28", sitter.hair_light, 2.6, 0.5
    )
    return Hair(behind=knot, front=_drawn_back(sitter))


def pony(sitter: Sitter) -> Hair:
    """Drawn back into a tail that swings out at the side."""
    h = sitter.bones.half
    tail = (
        f"M{h - 16} 48 C{h + 22} 36 {h + 44} 76 {h + 36} 124 C{h + 32} 156 {h + 34} 176 {h + 22} 202"
        f" C{h + 10} 184 {h + 14} 154 {h + 8} 128 C{h + 4} 104 {h + 2} 84 {h - 16} 72Z"
    )
    sheen = stroke(f"M{h + 12} 66 C{h + 28} 86 {h + 26} 124 {h + 23} 166", sitter.hair_light, 3, 0.4)
    return Hair(behind=fill(tail, sitter.hair_dark) + sheen, front=_drawn_back(sitter))


def braids(sitter: Sitter) -> Hair:
    """Parted in the middle, one braid over each shoulder."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 7} 112 C{-h - 12} 18 {h + 12} 18 {h + 7} 112 C{h + 8} 136 {h + 8} 152 {h + 6} 166"
        f" L{-h - 6} 166 C{-h - 8} 152 {-h - 8} 136 {-h - 7} 112Z"
    )
    braid = "".join(
        ellipse(h + 3 - step * 0.8, 152 + step * 15, 11 - step * 0.7, 9.5, sitter.hair)
        + stroke(
            f"M{h - 3 - step * 0.8:g} {156 + step * 15}"
            f" Q{h + 3 - step * 0.8:g} {161 + step * 15} {h + 10 - step * 0.8:g} {151 + step * 15}",
            sitter.hair_dark,
            2.2,
            0.8,
        )
        for step in range(6)
    )
    tie = ellipse(h - 1.5, 238, 7, 3.6, sitter.cloth_dark) + fill(
        f"M{h - 7} 240 L{h + 4} 240 L{h + 6} 258 L{h - 9} 258Z", sitter.hair
    )
    half_cap = (
        f"M0 27 C{h - 12} 26 {h + 14} 52 {h + 9} 136 C{h + 6} 144 {h} 144 {h - 3} 134"
        f" C{h - 1} 108 {h - 4} 92 {h - 14} 84 C{h - 28} 78 8 70 0 50Z"
    )
    cap = both(fill(half_cap, STRANDS) + stroke(f"M10 44 Q34 52 {h - 4} 84", sitter.hair_light, 2.8, 0.45))
    part = stroke("M0 29 V49", sitter.hair_dark, 2.2, 0.8)
    return Hair(behind=fill(behind, sitter.hair_dark), over_shoulders=both(braid + tie), front=cap + part)


def _parted(sitter: Sitter, reach: int) -> str:
    """Open hair in front: parted at their right, falling to `reach` past the temples."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 8} {reach} C{-h - 15} 52 {12 - h} 24 -8 24 C{h - 14} 20 {h + 16} 50 {h + 8} {reach}"
        f" C{h - 2} {reach - 8} {h + 1} 104 {h - 8} 92 C{h - 22} 86 2 76 -18 54 C-24 72 {8 - h} 80 {6 - h} 98"
        f" C{2 - h} 112 {2 - h} {reach - 10} {-h - 8} {reach}Z"
    )
    strands = stroke("M-12 46 Q10 62 36 70 M-6 36 Q18 44 40 56", sitter.hair_light, 3.2, 0.5)
    return fill(cap, STRANDS) + stroke("M-18 54 Q-19 40 -12 29", sitter.hair_dark, 2.4, 0.8) + strands


def _drawn_back(sitter: Sitter) -> str:
    """Hair combed back tightly from the forehead."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 3} 112 C{-h - 9} 62 {12 - h} 32 0 32 C{h - 12} 32 {h + 9} 62 {h + 3} 112"
        f" C{h} 98 {h - 4} 86 {h - 13} 78 C{h - 26} 66 12 64 0 64 C-12 64 {26 - h} 66 {13 - h} 78"
        f" C{4 - h} 86 {-h} 98 {-h - 3} 112Z"
    )
    strands = stroke("M-28 62 Q-18 44 -4 38 M28 62 Q18 44 6 38 M0 58 V42", sitter.hair_light, 2.6, 0.45)
    return fill(cap, STRANDS) + strands
