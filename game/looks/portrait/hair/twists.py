"""Hair twisted or plaited strand by strand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.hair.layers import STRANDS, UNDER, Hair, light, shade
from game.looks.portrait.pencil import both, fill, stroke

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["cornrows", "locs"]


def locs(sitter: Sitter) -> Hair:
    """Locs that fall from the crown over the shoulders."""
    h = sitter.bones.half
    behind = fill(
        f"M{-h - 8} 104 C{-h - 12} 20 {h + 12} 20 {h + 8} 104 C{h + 14} 150 {h + 20} 190 {h + 18} 226 L{-h - 18} 226"
        f" C{-h - 20} 190 {-h - 14} 150 {-h - 8} 104Z",
        UNDER,
    )
    falls = (
        (f"M0 38 C{h - 18} 34 {h + 2} 52 {h + 1} 96 C{h} 140 {h + 6} 176 {h + 2} 214", 11),
        (f"M0 35 C{h - 8} 32 {h + 14} 56 {h + 10} 104 C{h + 10} 150 {h + 18} 184 {h + 15} 228", 11),
        (f"M0 33 C{h} 30 {h + 20} 60 {h + 17} 108 C{h + 18} 150 {h + 28} 180 {h + 26} 214", 10),
    )
    hanging = "".join(
        stroke(path, sitter.hair_dark, width + 1.6) + stroke(path, sitter.hair, width)
        for path, width in reversed(falls)
    )
    rings = "".join(
        shade(sitter, f"M{x - 4} {y} q4 4 8 1", 1.6, 0.6)
        for x, low, start in ((h + 3, 206, 120), (h + 11, 222, 126), (h + 20, 206, 117))
        for y in range(start, low, 17)
    )
    cap = fill(
        f"M0 27 C{h - 8} 27 {h + 12} 50 {h + 7} 104 C{h + 4} 110 {h - 2} 110 {h - 4} 104"
        f" C{h - 5} 92 {h - 12} 82 {h - 22} 76"
        f" C22 72 8 66 0 56Z",
        STRANDS,
    )
    strands = shade(
        sitter,
        f"M3 40 C22 44 {h - 8} 66 {h - 1} 102 M4 33 C30 34 {h} 60 {h + 4} 100 M2 48 C14 56 30 64 {h - 12} 80",
        2,
        0.65,
    ) + light(sitter, f"M4 37 C26 40 {h - 4} 64 {h + 1} 98 M6 30 C34 30 {h + 4} 54 {h + 6} 90", 2, 0.45)
    return Hair(behind=behind, front=both(hanging + rings + cap + strands))


def cornrows(sitter: Sitter) -> Hair:
    """Rows plaited close to the head from the forehead back, their ends behind the neck."""
    h = sitter.bones.half
    scalp = (
        f"M{-h - 1} 104 C{-h - 4} 62 {14 - h} 37 0 37 C{h - 14} 37 {h + 4} 62 {h + 1} 104"
        f" C{h - 2} 96 {h - 4} 90 {h - 6} 84"
        f" C{h - 10} 74 {h - 18} 68 {h - 26} 67 Q12 65 0 66 Q-12 65 {26 - h} 67 C{18 - h} 68 {10 - h} 74 {6 - h} 84"
        f" C{4 - h} 90 {2 - h} 96 {-h - 1} 104Z"
    )
    rows = "M0 62 V39 " + " ".join(
        f"M{s * 10} 62 Q{s * 11} 50 {s * 7} 39 M{s * 20.5:g} 63 Q{s * 22} 52 {s * 15} 41"
        f" M{s * 30.5:g} 66 Q{s * 33} 56 {s * 24} 44.5 M{s * (h - 11)} 73 Q{s * (h - 10)} 62 {s * 33} 50"
        f" M{s * (h - 4)} 87 Q{s * (h - 2)} 74 {s * (h - 9)} 60"
        for s in (-1, 1)
    )
    hanging = both(
        "".join(
            stroke(f"M{x} 140 Q{x + 3} 176 {x + 1} {low}", sitter.hair_dark, 8)
            + stroke(f"M{x} 140 Q{x + 3} 176 {x + 1} {low}", sitter.hair, 6.4)
            for x, low in ((h - 16, 208), (h - 6, 202))
        )
    )
    knots = stroke(rows, mix(sitter.hair, sitter.skin.tone, 0.28), 1.4, 0.5)
    return Hair(
        behind=hanging,
        front=fill(scalp, mix(sitter.hair, sitter.skin.tone, 0.42)) + stroke(rows, sitter.hair, 6) + knots,
    )
