"""Eyes with their lids, and brows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour, luminance, mix
from game.looks.portrait.head import FACE
from game.looks.portrait.pencil import ellipse, fill, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.expression import Brow
    from game.looks.portrait.sitter import Sitter

__all__ = ["EYE_HEIGHT", "EYE_SIDE", "brows", "eyes"]

EYE_SIDE = 22
"""How far from the middle line an eye sits."""
EYE_HEIGHT = 115
_WIDTH = 11
_LASH: Colour = (38, 24, 22)
_BALL: Colour = (253, 251, 247)
_PUPIL: Colour = (22, 16, 15)
_SIDES = (-1, 1)


def eyes(sitter: Sitter) -> str:
    """Both eyes, open or shut in a laugh."""
    draw = _shut if sitter.expression.lids.is_shut else _open
    return "".join(draw(sitter, side) for side in _SIDES)


def brows(sitter: Sitter) -> str:
    """Both brows, thick inside and thin outside."""
    colour = _brow_colour(sitter)
    return "".join(_brow(brow, side, colour) for brow, side in zip(sitter.expression.brows, _SIDES, strict=True))


def _open(sitter: Sitter, side: int) -> str:
    """An open eye: ball and iris, then lids over them.

    All is in the face's own coordinates, for the lids are painted with the face's gradient.
    """
    lids, crease, y = sitter.expression.lids, sitter.skin.crease, EYE_HEIGHT
    upper, lower = _lid(lids.upper_inner, lids.upper_outer, side), _lid(-lids.lower, -lids.lower, side)
    start, end = _x(side, -1.0), _x(side, 1.0)
    return (
        fill(
            f"M{start} {y} {upper} {end} {y} {_lid(-lids.lower, -lids.lower, side, is_inward=True)} {start} {y}Z", _BALL
        )
        + _iris(sitter, side)
        + fill(_lid_cover(side, upper, y - 16), FACE)
        + fill(_lid_cover(side, lower, y + 14), FACE)
        + stroke(
            f"M{_x(side, -0.75)} {y - lids.upper_inner - 4.2:g}"
            f" Q{_x(side, 0)} {y - max(lids.upper_inner, lids.upper_outer) - 5.4:g}"
            f" {_x(side, 0.85)} {y - lids.upper_outer * 0.55 - 3.4:g}",
            crease,
            1.5,
            0.35,
        )
        + stroke(
            f"M{_x(side, -0.7)} {y + lids.lower * 0.62 + 1:g} Q{_x(side, 0)} {y + lids.lower + 1.2:g}"
            f" {_x(side, 0.8)} {y + lids.lower * 0.5 + 1:g}",
            crease,
            1.4,
            0.5,
        )
        + stroke(f"M{start} {y} {upper} {end} {y} l{side * 2.4:g} -1.4", _LASH, 2.8)
    )


def _iris(sitter: Sitter, side: int) -> str:
    """Iris and pupil, looking where the expression looks, with a light in them."""
    x, y = side * EYE_SIDE + sitter.expression.gaze[0], EYE_HEIGHT - 0.6 + sitter.expression.gaze[1]
    return (
        ellipse(x, y, 6.4, 6.4, mix(sitter.eye, BLACK, 0.3))
        + ellipse(x, y + 0.5, 5.2, 5.2, sitter.eye)
        + ellipse(x, y, 3, 3, _PUPIL)
        + ellipse(x + 2.2, y - 2.4, 1.8, 1.8, WHITE)
    )


def _lid(inner: float, outer: float, side: int, *, is_inward: bool = False) -> str:
    """The curve of a lid from the corner at the nose outward, or back; heights above the corners, negative below."""
    near = f"{_x(side, -0.5)} {EYE_HEIGHT - inner * 1.3:g}"
    far = f"{_x(side, 0.5)} {EYE_HEIGHT - outer * 1.3:g}"
    return f"C{far} {near}" if is_inward else f"C{near} {far}"


def _lid_cover(side: int, lid: str, edge: float) -> str:
    """What lies between a lid's curve and an edge, a little wider than the eye."""
    start, end = _x(side, -1.1), _x(side, 1.1)
    return f"M{start} {EYE_HEIGHT} {lid} {end} {EYE_HEIGHT} L{end} {edge:g} L{start} {edge:g}Z"


def _x(side: int, share: float) -> str:
    """A place across the eye: -1 the corner at the nose, 1 the outer one."""
    return f"{side * (EYE_SIDE + share * _WIDTH):g}"


def _shut(sitter: Sitter, side: int) -> str:
    """An eye laughed shut: an arch, and the cheek pushed up under it."""
    y = EYE_HEIGHT
    return stroke(
        f"M{_x(side, -1)} {y + 3.5:g} C{_x(side, -0.6)} {y - 8} {_x(side, 0.6)} {y - 8} {_x(side, 1)} {y + 3.5:g}",
        _LASH,
        3.6,
    ) + stroke(
        f"M{_x(side, -0.6)} {y + 9} Q{_x(side, 0)} {y + 6.5:g} {_x(side, 0.7)} {y + 9}", sitter.skin.crease, 1.6, 0.5
    )


def _brow(brow: Brow, side: int, colour: Colour) -> str:
    inner_x, outer_x, middle_x = side * 9.5, side * 35, side * 23
    inner, outer = 95 + brow.inner, 95 + brow.outer
    middle = (inner + outer) / 2 - brow.arch * 1.6
    return fill(
        f"M{inner_x:g} {inner - 3:g} Q{middle_x:g} {middle - 2.6:g} {outer_x:g} {outer - 0.6:g}"
        f" Q{middle_x:g} {middle + 3.6:g} {inner_x:g} {inner + 3.2:g}"
        f" Q{inner_x - side * 2.6:g} {inner:g} {inner_x:g} {inner - 3:g}Z",
        colour,
    )


def _brow_colour(sitter: Sitter) -> Colour:
    """Hair, darkened until it stands out on the skin."""
    colour = mix(sitter.hair, BLACK, 0.3)
    while luminance(colour) > 0.45 * luminance(sitter.skin.tone):
        colour = mix(colour, BLACK, 0.15)
    return colour
