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
_WATER: Colour = (122, 196, 232)


def aura(sitter: Sitter) -> str:
    """Sparks of anger, a drop of worry, or nothing."""
    match sitter.expression.mark:
        case "sparks":
            return stroke("M79 44 L89 28 M88 57 L108 47 M66 34 L68 15", _RED, 6.5)
        case "drop":
            x = sitter.bones.half
            return fill(
                f"M{x - 2} 62 C{x - 12} 77 {x - 11} 90 {x - 2} 90 C{x + 7} 90 {x + 8} 77 {x - 2} 62Z", _WATER
            ) + stroke(f"M{x - 6} 80 Q{x - 6} 84.5 {x - 2.5} 85.5", WHITE, 2, 0.9)
    return ""
