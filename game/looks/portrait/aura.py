"""Marks beside the head, so that a mood is told by shape as well as by the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour
from game.looks.portrait.pencil import fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["aura"]

_RED: Colour = (200, 44, 30)
_WATER: Colour = (104, 184, 228)
_GREY: Colour = (74, 70, 92)
_GOLD: Colour = (240, 172, 32)


def aura(sitter: Sitter) -> str:
    """Sparks of anger, a grumble, a drop of worry, sparkles of delight, or nothing; always at their left."""
    match sitter.expression.mark:
        case "sparks":
            return stroke("M91 42 L103 25 M97 58 L120 48 M77 31 L82 10", _RED, 6.5)
        case "grumble":
            return stroke(
                "M86 36 C82 16 108 8 114 24 C119 40 94 50 91 33 C89 18 114 12 118 30 C120 46 98 48 98 33"
                " C99 20 118 24 112 36 C108 43 103 38 106 32",
                _GREY,
                3.2,
            )
        case "drop":
            x = sitter.bones.half + 5
            return fill(f"M{x} 52 C{x - 12} 70 {x - 12} 85 {x} 85 C{x + 12} 85 {x + 12} 70 {x} 52Z", _WATER) + stroke(
                f"M{x - 5.5:g} 73 Q{x - 5.5:g} 79 {x - 1} 80", WHITE, 2.4, 0.9
            )
        case "sparkles":
            return _star(102, 36, 15) + _star(117, 64, 8) + _star(84, 17, 7)
    return ""


def _star(x: float, y: float, reach: float) -> str:
    """A star of four points."""
    near = reach * 0.22
    return fill(
        f"M{x:g} {y - reach:g} Q{x + near:g} {y - near:g} {x + reach:g} {y:g} Q{x + near:g} {y + near:g}"
        f" {x:g} {y + reach:g} Q{x - near:g} {y + near:g} {x - reach:g} {y:g}"
        f" Q{x - near:g} {y - near:g} {x:g} {y - reach:g}Z",
        _GOLD,
    )
