"""Short hair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait.hair.layers import STRANDS, UNDER, Hair, light, shade
from game.looks.portrait.pencil import both, fill

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["cropped", "pixie", "quiff", "short", "side"]


def short(sitter: Sitter) -> Hair:
    """Short all round, the fringe in uneven tips; thinner at the temples with the years."""
    h, back = sitter.bones.half, 7 * sitter.aged(52)
    cap = (
        f"M{-h - 2} 113 C{-h - 8} 86 {-h - 7} 54 -34 37 Q-27 28 -14 28 Q-5 22 8 25 Q20 23 28 30 Q36 32 40 39"
        f" C{h + 8} 54 {h + 8} 86 {h + 2} 113 C{h + 2} 102 {h - 3} 96 {h - 5} 85"
        f" C{h - 6} 78 {h - 8} {70 - back:g} {h - 14} {65 - back:g} Q33 {71 - back / 2:g} 23 {74 - back / 2:g}"
        f" Q26 {68 - back / 2:g} 22 {63 - back / 2:g} Q16 {72 - back / 2:g} 3 {76 - back / 2:g}"
        f" Q8 {69 - back / 2:g} 4 {63 - back / 2:g} Q-4 {71 - back / 2:g} -19 {74 - back / 2:g}"
        f" Q-14 {68 - back / 2:g} -17 {63 - back / 2:g} Q-28 {69 - back / 2:g} {13 - h} {72 - back:g}"
        f" C{8 - h} {76 - back:g} {6 - h} 80 {5 - h} 86 C{3 - h} 96 {-h - 2} 102 {-h - 2} 113Z"
    )
    return Hair(
        front=fill(cap, STRANDS)
        + light(sitter, "M-26 58 Q-20 42 0 38 M-9 62 Q0 47 18 43 M14 60 Q22 50 32 48")
        + shade(sitter, "M-18 62 Q-12 48 6 42 M4 62 Q10 52 24 48 M-32 64 Q-30 54 -24 48", 1.8, 0.4)
    )


def side(sitter: Sitter) -> Hair:
    """Parted, and combed over to their left."""
    h, back = sitter.bones.half, 6 * sitter.aged(52)
    cap = (
        f"M{-h - 2} 113 C{-h - 9} 84 {-h - 8} 52 -29 35 Q-24 29 -18 29 C0 17 {h - 12} 22 {h - 4} 44"
        f" C{h + 8} 60 {h + 7} 90 {h + 2} 113 C{h + 2} 102 {h - 3} 96 {h - 4} 86"
        f" C{h - 6} {78 - back:g} {h - 16} {80 - back:g} {h - 26} {77 - back:g} C8 {74 - back:g} -12 68 -23 56"
        f" C-26 66 {14 - h} 70 {9 - h} 78 C{5 - h} 84 {5 - h} 90 {4 - h} 96 C{2 - h} 104 {-h - 1} 106 {-h - 2} 113Z"
    )
    return Hair(
        front=fill(cap, STRANDS)
        + light(sitter, "M-17 48 Q4 64 34 66 M-12 38 Q14 52 40 54 M2 31 Q24 36 40 45")
        + shade(sitter, "M-15 43 Q8 58 36 60 M-5 35 Q18 43 40 49", 1.7, 0.4)
        + shade(sitter, "M-23 57 Q-27 44 -19 31", 2.4, 0.85)
    )


def quiff(sitter: Sitter) -> Hair:
    """Short at the sides, brushed up and over from the forehead."""
    h, back = sitter.bones.half, 5 * sitter.aged(52)
    temple = fill(
        f"M{h + 2} 113 C{h + 6} 84 {h + 3} 56 {h - 14} 46 L{h - 16} 72 C{h - 9} 74 {h - 6} 78 {h - 5} 86"
        f" C{h - 3} 96 {h + 2} 102 {h + 2} 113Z",
        sitter.hair_dark,
    )
    top = (
        f"M{9 - h} {74 - back:g} C{-h} 52 {4 - h} 34 -22 26 Q-12 12 12 12 Q{h - 18} 10 {h - 10} 26"
        f" C{h + 1} 38 {h - 2} 60 {h - 9} {74 - back:g} C{h - 14} {64 - back:g} 26 {63 - back:g} 12 {66 - back:g}"
        f" Q-4 {70 - back:g} -18 {67 - back:g} C-28 {66 - back:g} {18 - h} {66 - back:g} {9 - h} {74 - back:g}Z"
    )
    return Hair(
        front=both(temple)
        + fill(top, STRANDS)
        + light(sitter, "M-27 60 C-28 40 -14 26 12 22 M-10 62 C-8 44 8 32 32 28 M10 60 C14 48 24 40 36 38")
        + shade(sitter, "M-19 61 C-18 42 -4 30 22 24 M0 62 C4 46 16 38 36 33", 1.9, 0.45)
    )


def cropped(sitter: Sitter) -> Hair:
    """Cut close to the skull, fading at the temples."""
    h, back = sitter.bones.half, 6 * sitter.aged(50)
    crown = h * 0.64
    cap = (
        f"M{-h - 1} 100 C{-h - 3} 62 {-crown:g} 38 0 38 C{crown:g} 38 {h + 3} 62 {h + 1} 100"
        f" C{h - 1} 92 {h - 3} 86 {h - 6} 81 C{h - 8} {74 - back:g} {h - 12} {70 - back:g} {h - 19} {70 - back:g}"
        f" C22 {68 - back:g} 14 {69 - back / 2:g} 0 {69 - back / 2:g} C-14 {69 - back / 2:g} -22 {68 - back:g}"
        f" {19 - h} {70 - back:g} C{12 - h} {70 - back:g} {8 - h} {74 - back:g} {6 - h} 81"
        f" C{3 - h} 86 {1 - h} 92 {-h - 1} 100Z"
    )
    fade = both(
        fill(
            f"M{h + 1} 96 C{h + 2} 106 {h + 1} 112 {h} 116 L{h - 4} 104 C{h - 4} 96 {h - 4} 88 {h - 7} 80Z",
            sitter.hair,
            0.45,
        )
    )
    grain = light(
        sitter,
        "M-26 55 l5 -3 M-14 50 l5 -2 M-2 48 h5 M10 49 l5 2 M22 53 l4 3 M-20 62 l5 -2 M-8 58 h5 M5 58 h5 M17 61 l5 2",
        1.8,
        0.35,
    )
    return Hair(front=fill(cap, STRANDS, 0.94) + fade + grain)


def pixie(sitter: Sitter) -> Hair:
    """Short, with a long fringe swept to one side and wisps before the ears."""
    h = sitter.bones.half
    behind = fill(
        f"M{-h - 6} 100 C{-h - 10} 20 {h + 10} 20 {h + 6} 100 C{h + 6} 126 {h - 2} 140 {h - 8} 146 L{8 - h} 146"
        f" C{2 - h} 140 {-h - 6} 126 {-h - 6} 100Z",
        UNDER,
    )
    cap = (
        f"M{-h - 3} 118 C{-h - 11} 84 {-h - 8} 50 -26 33 C-8 20 24 20 38 36 C{h + 9} 50 {h + 9} 88 {h + 5} 124"
        f" Q{h + 1} 132 {h - 2} 136 C{h + 1} 122 {h - 4} 112 {h - 5} 100 C{h - 7} 94 {h - 11} 90 {h - 16} 86"
        f" Q20 86 6 78 Q-8 72 -16 60 Q-22 74 {12 - h} 82 Q{7 - h} 96 {5 - h} 108 Q{4 - h} 120 {1 - h} 130"
        f" Q{-h - 2} 126 {-h - 3} 118Z"
    )
    return Hair(
        behind=behind,
        front=fill(cap, STRANDS)
        + light(sitter, "M-12 52 Q6 70 34 76 M-8 40 Q14 56 40 62 M-26 62 Q-34 70 -40 80")
        + shade(sitter, "M-10 46 Q10 63 38 69 M0 36 Q22 46 40 54 M-20 58 Q-28 68 -38 74", 1.8, 0.45),
    )
