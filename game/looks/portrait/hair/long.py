"""Hair worn open that reaches the jaw or further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, UNDER, Hair, light, shade
from game.looks.portrait.pencil import both, fill

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["bob", "fringe", "long", "waves"]


def bob(sitter: Sitter) -> Hair:
    """To the jaw, parted at one side, the ends turned in."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 10} 104 C{-h - 14} 18 {h + 14} 18 {h + 10} 104 C{h + 13} 132 {h + 18} 152 {h + 12} 174"
        f" C{h + 6} 190 {h - 14} 190 {h - 24} 178 L{24 - h} 178 C{14 - h} 190 {-h - 6} 190 {-h - 12} 174"
        f" C{-h - 18} 152 {-h - 13} 132 {-h - 10} 104Z"
    )
    side = (
        f"M{h + 4} 96 C{h + 13} 124 {h + 18} 150 {h + 11} 174 C{h + 4} 184 {h - 8} 184 {h - 12} 178"
        f" C{h - 1} 166 {h + 1} 142 {h - 2} 116Z"
    )
    return Hair(
        behind=fill(behind, UNDER),
        front=_parted(sitter, 128)
        + both(fill(side, sitter.hair) + light(sitter, f"M{h + 7} 128 Q{h + 11} 152 {h + 4} 174", 2.2, 0.35)),
    )


def long(sitter: Sitter) -> Hair:
    """Over the shoulders, parted at one side."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 10} 104 C{-h - 14} 18 {h + 14} 18 {h + 10} 104 C{h + 12} 150 {h + 24} 190 {h + 18} 240"
        f" L{-h - 18} 240 C{-h - 24} 190 {-h - 12} 150 {-h - 10} 104Z"
    )
    lock = (
        f"M{h + 8} 108 C{h + 13} 156 {h + 28} 196 {h + 14} 252 Q{h + 2} 250 {h - 4} 240 Q{h - 10} 242 {h - 15} 228"
        f" C{h - 5} 198 {h - 2} 164 {h - 3} 128Z"
    )
    return Hair(
        behind=fill(behind, UNDER),
        over_shoulders=both(
            fill(lock, sitter.hair)
            + light(sitter, f"M{h + 7} 160 Q{h + 14} 200 {h + 5} 240", 2.6, 0.4)
            + shade(sitter, f"M{h + 2} 150 Q{h + 7} 196 {h - 3} 236", 2, 0.4)
        ),
        front=_parted(sitter, 136),
    )


def fringe(sitter: Sitter) -> Hair:
    """A straight fringe over the brows, the rest falling to the shoulders."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 9} 104 C{-h - 13} 18 {h + 13} 18 {h + 9} 104 C{h + 11} 146 {h + 14} 180 {h + 12} 212"
        f" Q0 226 {-h - 12} 212 C{-h - 14} 180 {-h - 11} 146 {-h - 9} 104Z"
    )
    side = (
        f"M{h - 8} 82 L{h + 5} 74 C{h + 12} 110 {h + 15} 176 {h + 12} 212 Q{h + 2} 220 {h - 9} 214"
        f" C{h - 3} 176 {h} 132 {h - 6} 100Z"
    )
    cap = (
        f"M{-h - 7} 112 C{-h - 12} 16 {h + 12} 16 {h + 7} 112 L{h - 3} 112 C{h - 2} 100 {h - 5} 92 {h - 8} 87"
        f" Q{h - 18} 91 24 89 Q12 91 0 89 Q-12 91 -24 89 Q{18 - h} 91 {8 - h} 87 C{5 - h} 92 {2 - h} 100 {3 - h} 112Z"
    )
    return Hair(
        behind=fill(behind, UNDER),
        over_shoulders="",
        front=both(fill(side, sitter.hair) + light(sitter, f"M{h + 4} 118 Q{h + 8} 160 {h + 5} 204", 2.4, 0.35))
        + fill(cap, STRANDS)
        + light(sitter, "M-34 58 Q-18 48 0 48 Q18 48 34 58", 4, 0.3)
        + shade(
            sitter,
            "M-28 86 Q-28 64 -18 46 M-12 87 Q-12 64 -6 44 M5 87 Q6 62 4 44 M20 87 Q20 64 14 46 M34 84 Q34 66 24 50",
            1.6,
            0.38,
        ),
    )


def waves(sitter: Sitter) -> Hair:
    """Long waves, parted in the middle."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 12} 100 C{-h - 18} 14 {h + 18} 14 {h + 12} 100 C{h + 24} 118 {h + 8} 140 {h + 22} 160"
        f" C{h + 36} 184 {h + 16} 206 {h + 28} 232 Q{h + 14} 250 {h - 6} 240 L{6 - h} 240"
        f" Q{-h - 14} 250 {-h - 28} 232"
        f" C{-h - 16} 206 {-h - 36} 184 {-h - 22} 160 C{-h - 8} 140 {-h - 24} 118 {-h - 12} 100Z"
    )
    half = (
        f"M0 27 C{h - 14} 22 {h + 14} 46 {h + 11} 92 C{h + 21} 112 {h + 4} 132 {h + 12} 156"
        f" C{h + 24} 180 {h + 4} 196 {h + 15} 226"
        f" Q{h + 2} 238 {h - 9} 226 C{h - 16} 206 {h + 2} 186 {h - 5} 162 C{h - 11} 144 {h + 3} 130 {h - 4} 110"
        f" C{h - 6} 96 {h - 12} 88 {h - 20} 82 C{h - 34} 74 8 66 0 48Z"
    )
    return Hair(
        behind=fill(behind, UNDER),
        front=both(
            fill(half, STRANDS)
            + light(
                sitter,
                f"M12 40 C30 46 {h - 4} 62 {h + 2} 92 C{h + 10} 114 {h - 2} 134 {h + 5} 158"
                f" C{h + 14} 182 {h - 2} 200 {h + 4} 222",
                2.6,
                0.4,
            )
            + shade(
                sitter,
                f"M6 36 C{h - 14} 36 {h + 6} 60 {h + 6} 94 C{h + 15} 116 {h + 1} 134 {h + 8} 158",
                1.9,
                0.4,
            )
        )
        + shade(sitter, "M0 29 V48", 2.2, 0.8),
    )


def _parted(sitter: Sitter, reach: int) -> str:
    """Open hair in front: parted at their right, falling to `reach` past the temples."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 8} {reach} C{-h - 15} 52 {12 - h} 25 -8 25 C{h - 14} 19 {h + 16} 50 {h + 8} {reach}"
        f" C{h - 1} {reach - 8} {h + 1} 106 {h - 7} 95 C{h - 20} 88 0 78 -18 54 C-23 72 {11 - h} 78 {7 - h} 96"
        f" C{2 - h} 112 {2 - h} {reach - 10} {-h - 8} {reach}Z"
    )
    return (
        fill(cap, STRANDS)
        + light(sitter, "M-13 47 Q8 66 38 76 M-7 37 Q18 50 44 62 M6 31 Q30 36 46 52 M-26 60 Q-38 72 -44 92", 2.8)
        + shade(sitter, "M-10 42 Q12 58 42 69 M0 33 Q26 42 46 57 M-22 52 Q-36 62 -46 84", 1.8, 0.42)
        + shade(sitter, "M-18 55 Q-19 40 -12 29", 2.4, 0.8)
    )
