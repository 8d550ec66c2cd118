"""Glasses: temples under the hair, rims over everything but the brows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from game.looks.colour import Colour
from game.looks.portrait.eyes import EYE_HEIGHT, EYE_SIDE
from game.looks.portrait.look import NONE
from game.looks.portrait.pencil import both, fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.looks.portrait.sitter import Sitter

__all__ = ["rims", "temples"]

_FRAME: Colour = (40, 38, 46)
_METAL: Colour = (128, 126, 138)
_WINE: Colour = (122, 36, 58)
_X, _Y = EYE_SIDE, EYE_HEIGHT + 1


class _Frame(NamedTuple):
    """One kind of glasses; the path is that of their left glass."""

    rim: str
    reach: float
    """From the middle of the eye to where the arm begins."""
    colour: Colour
    width: float
    drop: float = 0
    """How much lower on the nose it sits."""
    glass: tuple[Colour, float] = (WHITE, 0.06)


def _round(radius: float) -> str:
    arc = f"A{radius:g} {radius:g} 0 1 1"
    return f"M{_X - radius:g} {_Y} {arc} {_X + radius:g} {_Y} {arc} {_X - radius:g} {_Y}Z"


_SQUARE = (
    f"M{_X - 16} {_Y - 9} Q{_X - 16} {_Y - 13} {_X - 11} {_Y - 13} L{_X + 13} {_Y - 13}"
    f" Q{_X + 18} {_Y - 13} {_X + 18} {_Y - 8} L{_X + 16} {_Y + 8} Q{_X + 15} {_Y + 13} {_X + 9} {_Y + 13}"
    f" L{_X - 8} {_Y + 13} Q{_X - 14} {_Y + 13} {_X - 15} {_Y + 7}Z"
)
_CAT = (
    f"M{_X - 16} {_Y - 6} Q{_X - 12} {_Y - 12} {_X} {_Y - 12} Q{_X + 12} {_Y - 13} {_X + 23} {_Y - 18}"
    f" Q{_X + 20} {_Y + 2} {_X + 12} {_Y + 10} Q{_X + 4} {_Y + 14} {_X - 6} {_Y + 12}"
    f" Q{_X - 15} {_Y + 9} {_X - 16} {_Y - 6}Z"
)
_OVAL = f"M{_X - 16} {_Y} A16 12.5 0 1 1 {_X + 16} {_Y} A16 12.5 0 1 1 {_X - 16} {_Y}Z"
_HALF = f"M{_X - 14} {_Y} L{_X + 14} {_Y} Q{_X + 14} {_Y + 11} {_X} {_Y + 11} Q{_X - 14} {_Y + 11} {_X - 14} {_Y}Z"
_FRAMES: Mapping[str, _Frame] = MappingProxyType(
    {
        "round": _Frame(_round(16.5), 16.5, _FRAME, 3),
        "square": _Frame(_SQUARE, 17.5, _FRAME, 3.2),
        "cat-eye": _Frame(_CAT, 20, _WINE, 3.4),
        "rimless": _Frame(_OVAL, 16, _METAL, 1.4, 0, (WHITE, 0.2)),
        "half-moon": _Frame(_HALF, 14, _WINE, 2.6, 13, (WHITE, 0.18)),
        "dark": _Frame(_round(17.5), 17.5, _FRAME, 3, 0, ((34, 36, 44), 0.88)),
    }
)


def temples(sitter: Sitter) -> str:
    """The arms that run back to the ears."""
    if sitter.look.glasses == NONE:
        return ""
    frame = _FRAMES[sitter.look.glasses]
    start = EYE_SIDE + frame.reach
    return both(
        stroke(
            f"M{start:g} {EYE_HEIGHT - 4 + frame.drop:g} L{sitter.bones.half + 1} {EYE_HEIGHT - 7}",
            frame.colour,
            min(3, frame.width + 0.4),
        )
    )


def rims(sitter: Sitter) -> str:
    """Both rims, the bridge, and a gleam in each glass."""
    if sitter.look.glasses == NONE:
        return ""
    frame = _FRAMES[sitter.look.glasses]
    x, y = _X, _Y
    gleam = stroke(f"M{x - 8} {y - 4} L{x - 3} {y - 9}", WHITE, 2.4, 0.6) if not frame.drop else ""
    near = min(frame.reach, 16.5)
    bridge = stroke(f"M{near - x:g} {y - 3} Q0 {y - 8} {x - near:g} {y - 3}", frame.colour, frame.width)
    drawing = both(fill(frame.rim, *frame.glass) + stroke(frame.rim, frame.colour, frame.width) + gleam) + bridge
    return f'<g transform="translate(0 {frame.drop:g})">{drawing}</g>' if frame.drop else drawing
