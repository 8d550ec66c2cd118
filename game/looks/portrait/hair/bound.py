"""Long hair, bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, UNDER, Hair, light, shade
from game.looks.portrait.pencil import both, ellipse, fill, stroke

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["braids", "bun", "pony"]


def bun(sitter: Sitter) -> Hair:
    """Drawn back into a knot on the crown, a few wisps left out."""
    knot = (
        ellipse(0, 25, 24, 19, sitter.hair_dark)
        + ellipse(-1, 23, 21, 16, STRANDS)
        + light(sitter, "M-14 20 Q0 9 14 20 M-9 28 Q3 20 13 28", 2.4, 0.5)
        + shade(sitter, "M-16 25 Q-2 14 16 24 M-6 34 Q6 26 14 33", 1.8, 0.6)
    )
    h = sitter.bones.half
    wisps = both(stroke(f"M{h - 3} 92 C{h + 3} 106 {h - 1} 118 {h + 2} 128", sitter.hair, 2.2, 0.9))
    return Hair(behind=knot, front=_drawn_back(sitter) + wisps)


def pony(sitter: Sitter) -> Hair:
    """Drawn back into a tail that swings out at the side."""
    h = sitter.bones.half
    tail = (
        f"M{h - 18} 44 C{h + 18} 24 {h + 44} 66 {h + 37} 116 C{h + 34} 150 {h + 40} 172 {h + 24} 206"
        f" Q{h + 20} 198 {h + 18} 190 Q{h + 12} 194 {h + 9} 184 C{h + 16} 156 {h + 12} 130 {h + 8} 108"
        f" C{h + 4} 88 {h} 76 {h - 16} 70Z"
    )
    sheen = light(sitter, f"M{h + 6} 54 C{h + 30} 76 {h + 28} 124 {h + 24} 176", 3, 0.4) + shade(
        sitter, f"M{h + 2} 62 C{h + 22} 84 {h + 20} 130 {h + 18} 180", 2, 0.5
    )
    tie = ellipse(h - 6, 55, 6, 9, sitter.cloth)
    return Hair(behind=fill(tail, UNDER) + sheen + tie, front=_drawn_back(sitter))


def braids(sitter: Sitter) -> Hair:
    """Parted in the middle, one braid over each shoulder."""
    h = sitter.bones.half
    behind = (
        f"M{-h - 7} 112 C{-h - 12} 18 {h + 12} 18 {h + 7} 112 C{h + 8} 136 {h + 8} 152 {h + 6} 166"
        f" L{-h - 6} 166 C{-h - 8} 152 {-h - 8} 136 {-h - 7} 112Z"
    )
    braid = "".join(_link(sitter, h + 4 - step, 146 + step * 14.5, 11.5 - step * 0.7) for step in range(6))
    tie = fill(f"M{h - 7} 236 L{h + 4} 236 L{h + 7} 256 L{h - 10} 256Z", sitter.hair) + ellipse(
        h - 1.5, 235, 7, 3.6, sitter.cloth_dark
    )
    cap = (
        f"M0 27 C{h - 12} 25 {h + 14} 52 {h + 9} 132 C{h + 7} 144 {h} 146 {h - 4} 136"
        f" C{h - 1} 110 {h - 4} 94 {h - 13} 85 C{h - 28} 77 8 68 0 49Z"
    )
    return Hair(
        behind=fill(behind, UNDER),
        over_shoulders=both(tie + braid),
        front=both(
            fill(cap, STRANDS)
            + light(sitter, f"M8 40 Q34 48 {h - 2} 84 M18 34 Q{h - 8} 44 {h + 3} 96")
            + shade(sitter, f"M6 46 Q30 54 {h - 6} 84 M12 36 Q40 44 {h} 88", 1.8, 0.45)
        )
        + stroke("M0 29 V49", sitter.skin.shade, 2.2, 0.8),
    )


def _link(sitter: Sitter, x: float, y: float, half: float) -> str:
    """One link of a braid: two strands that cross."""
    return fill(
        f"M{x - half:g} {y - 3:g} C{x - half - 1:g} {y + 8:g} {x - 2:g} {y + 10:g} {x:g} {y + 15:g}"
        f" C{x + 2:g} {y + 10:g} {x + half + 1:g} {y + 8:g} {x + half:g} {y - 3:g}"
        f" Q{x:g} {y - 12:g} {x - half:g} {y - 3:g}Z",
        sitter.hair,
    ) + stroke(
        f"M{x - half + 1:g} {y - 2:g} Q{x - 2:g} {y + 3:g} {x:g} {y + 11:g}"
        f" Q{x + 2:g} {y + 3:g} {x + half - 1:g} {y - 2:g}",
        sitter.hair_dark,
        2,
        0.75,
    )


def _drawn_back(sitter: Sitter) -> str:
    """Hair combed back from the forehead."""
    h = sitter.bones.half
    cap = (
        f"M{-h - 2} 112 C{-h - 8} 62 {12 - h} 31 0 31 C{h - 12} 31 {h + 8} 62 {h + 2} 112"
        f" C{h + 1} 102 {h - 3} 96 {h - 5} 88 C{h - 8} 78 {h - 16} 71 {h - 22} 68 Q12 62 0 64 Q-12 62 {22 - h} 68"
        f" C{16 - h} 71 {8 - h} 78 {5 - h} 88 C{3 - h} 96 {-h - 1} 102 {-h - 2} 112Z"
    )
    return (
        fill(cap, STRANDS)
        + light(
            sitter,
            "M-28 62 Q-20 44 -5 37 M28 62 Q20 44 5 37 M-1 59 V40 M-43 82 Q-40 58 -20 43 M43 82 Q40 58 20 43",
            2.2,
            0.38,
        )
        + shade(
            sitter, "M-14 61 Q-10 46 -3 37 M14 61 Q10 46 3 37 M-37 70 Q-32 52 -14 40 M37 70 Q32 52 14 40", 1.7, 0.42
        )
    )
