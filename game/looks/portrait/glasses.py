"""Glasses: temples under the hair, rims over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour
from game.looks.portrait.eyes import EYE_HEIGHT, EYE_SIDE
from game.looks.portrait.look import NONE
from game.looks.portrait.pencil import both, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["rims", "temples"]

_FRAME: Colour = (40, 38, 46)
_REACH = {"round": 16.5, "square": 17.5}


def temples(sitter: Sitter) -> str:
    """The arms that run back to the ears."""
    if sitter.look.glasses == NONE:
        return ""
    start = EYE_SIDE + _REACH[sitter.look.glasses]
    return both(stroke(f"M{start:g} {EYE_HEIGHT - 4} L{sitter.bones.half + 1} {EYE_HEIGHT - 7}", _FRAME, 3))


def rims(sitter: Sitter) -> str:
    """Both rims, the bridge, and a gleam in each glass."""
    if sitter.look.glasses == NONE:
        return ""
    x, y = EYE_SIDE, EYE_HEIGHT + 1
    if sitter.look.glasses == "round":
        rim = f"M{x - 16.5:g} {y} A16.5 16.5 0 1 1 {x + 16.5:g} {y} A16.5 16.5 0 1 1 {x - 16.5:g} {y}Z"
    else:
        rim = (
            f"M{x - 16} {y - 9} Q{x - 16} {y - 13} {x - 11} {y - 13} L{x + 13} {y - 13}"
            f" Q{x + 18} {y - 13} {x + 18} {y - 8}"
            f" L{x + 16} {y + 8} Q{x + 15} {y + 13} {x + 9} {y + 13} L{x - 8} {y + 13}"
            f" Q{x - 14} {y + 13} {x - 15} {y + 7}Z"
        )
    gleam = stroke(f"M{x - 8} {y - 5} L{x - 4} {y - 9}", WHITE, 2.2, 0.65)
    return both(f'<path d="{rim}" fill="#ffffff" fill-opacity=".1"/>{stroke(rim, _FRAME, 3.2)}{gleam}') + stroke(
        f"M{16.5 - x} {y - 3} Q0 {y - 8} {x - 16.5} {y - 3}", _FRAME, 3
    )
