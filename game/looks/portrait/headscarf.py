"""The headscarf: behind the head, round the face, and its end over the shoulder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import fill, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.colour import Colour
    from game.looks.portrait.sitter import Sitter

__all__ = ["scarf_back", "scarf_front"]


def scarf_back(sitter: Sitter, scarf: Colour) -> str:
    """The cloth behind head and neck."""
    half = sitter.bones.half
    return fill(
        f"M{-half - 12} 116 C{-half - 14} 150 {-half - 4} 190 {-half - 14} 230 L{half + 14} 230"
        f" C{half + 4} 190 {half + 14} 150 {half + 12} 116 C{half + 14} 20 {-half - 14} 20 {-half - 12} 116Z",
        mix(scarf, BLACK, 0.28),
    )


def scarf_front(sitter: Sitter, scarf: Colour) -> str:
    """The cloth round the face, with its folds."""
    half, chin = sitter.bones.half, sitter.bones.chin
    dark, light = mix(scarf, BLACK, 0.22), mix(scarf, WHITE, 0.16)
    opening = half - 5
    edge = (
        f"M0 58 C{-opening * 0.66:g} 58 {-opening} 78 {-opening} 112 C{-opening} 152 -24 {chin - 2} 0 {chin - 2}"
        f" C24 {chin - 2} {opening} 152 {opening} 112 C{opening} 78 {opening * 0.66:g} 58 0 58Z"
    )
    # One path that runs round the outside and along the opening: nanosvg knows no mask.
    ring = (
        f"M0 28 C{half + 2} 28 {half + 13} 70 {half + 11} 116 C{half + 11} 150 {half + 4} 178 34 {chin + 18}"
        f" Q0 {chin + 34} -34 {chin + 18} C{-half - 4} 178 {-half - 11} 150 {-half - 11} 116"
        f" C{-half - 13} 70 {-half - 2} 28 0 28Z"
        f" {edge}"
    )
    return (
        f'<path d="{ring}" fill-rule="evenodd" fill="url(#scarf)"/>'
        + stroke(edge, dark, 2.4)
        + stroke(
            f"M{half + 3} 84 C{half + 6} 130 {half - 2} 166 24 {chin + 9} M{-half - 4} 96"
            f" C{-half - 4} 140 {-half + 6} 168 -20 {chin + 12}",
            dark,
            2.6,
            0.8,
        )
        + stroke("M-34 46 Q-8 32 22 38", light, 4, 0.8)
        + fill(
            f"M-40 {chin + 8} Q-2 {chin + 34} 44 {chin + 2} C50 {chin + 24} 40 {chin + 54} 18 262 L-16 262"
            f" C-2 {chin + 62} -24 {chin + 30} -40 {chin + 8}Z",
            mix(scarf, BLACK, 0.08),
        )
        + stroke(
            f"M-36 {chin + 12} Q0 {chin + 38} 42 {chin + 10} M16 {chin + 30} Q18 {chin + 50} 4 258", dark, 2.6, 0.8
        )
    )
