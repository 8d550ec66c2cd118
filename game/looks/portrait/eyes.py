"""Eyes with their lids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour, mix
from game.looks.portrait.head import FACE
from game.looks.portrait.pencil import ellipse, fill, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["EYE_HEIGHT", "EYE_SIDE", "SIDES", "eyes"]

EYE_SIDE = 22
"""How far from the middle line an eye sits."""
EYE_HEIGHT = 115
SIDES = (-1, 1)
_WIDTH = 11.5
_LASH: Colour = (38, 24, 22)
_BALL: Colour = (253, 251, 247)
_PUPIL: Colour = (22, 16, 15)


def eyes(sitter: Sitter) -> str:
    """Both eyes, open or shut in a laugh."""
    draw = _shut if sitter.expression.lids.is_shut else _open
    return "".join(draw(sitter, side) for side in SIDES)


def _open(sitter: Sitter, side: int) -> str:
    """An open eye: ball, iris and the lid's shadow, then lids over them.

    All is in the face's own coordinates, for the lids are painted with the face's gradient.
    """
    lids, y = sitter.expression.lids, EYE_HEIGHT
    droop = 2.2 * sitter.aged(60)
    high_inner, high_outer = lids.upper_inner, max(2.0, lids.upper_outer - droop)
    upper, lower = _lid(high_inner, high_outer, side), _lid(-lids.lower, -lids.lower, side)
    start, end = _x(side, -1.0), _x(side, 1.0)
    flick = f" l{side * 3:g} -2.2" if sitter.has_lashes else ""
    return (
        fill(
            f"M{start} {y} {upper} {end} {y} {_lid(-lids.lower, -lids.lower, side, is_inward=True)} {start} {y}Z", _BALL
        )
        + _iris(sitter, side)
        + stroke(f"M{start} {y + 1} {upper} {end} {y + 1}", BLACK, 6, 0.16)
        + fill(_lid_cover(side, upper, y - 16), FACE)
        + fill(_lid_cover(side, lower, y + 14), FACE)
        + _folds(sitter, side, high_inner, high_outer)
        + stroke(f"M{start} {y} {upper} {end} {y}{flick}", _LASH, 3.1 if sitter.has_lashes else 2.6)
    )


def _folds(sitter: Sitter, side: int, inner: float, outer: float) -> str:
    """The fold over the lid and the edge below the eye; with the years a bag under it."""
    y, lower, crease = EYE_HEIGHT, sitter.expression.lids.lower, sitter.skin.crease
    drawing = stroke(
        f"M{_x(side, -0.75)} {y - inner - 4.2:g}"
        f" Q{_x(side, 0)} {y - max(inner, outer) - 5.4:g} {_x(side, 0.85)} {y - outer * 0.55 - 3.4:g}",
        crease,
        1.5,
        0.4,
    ) + stroke(
        f"M{_x(side, -0.7)} {y + lower * 0.62 + 1:g} Q{_x(side, 0)} {y + lower + 1.2:g}"
        f" {_x(side, 0.8)} {y + lower * 0.5 + 1:g}",
        crease,
        1.4,
        0.5,
    )
    if bag := sitter.aged(48):
        drawing += stroke(
            f"M{_x(side, -0.75)} {y + 9} Q{_x(side, 0)} {y + 13 + 2 * bag:g} {_x(side, 0.8)} {y + 8}",
            crease,
            1.6,
            round(0.25 + 0.3 * bag, 2),
        )
    return drawing


def _iris(sitter: Sitter, side: int) -> str:
    """Iris and pupil, looking where the expression looks, with a light in them."""
    x, y = side * EYE_SIDE + sitter.expression.gaze[0], EYE_HEIGHT - 0.6 + sitter.expression.gaze[1]
    return (
        ellipse(x, y, 6.9, 6.9, mix(sitter.eye, BLACK, 0.35))
        + ellipse(x, y + 0.6, 5.6, 5.6, sitter.eye)
        + ellipse(x, y + 2.4, 3.8, 2.6, mix(sitter.eye, WHITE, 0.28), 0.55)
        + ellipse(x, y, 3.2, 3.2, _PUPIL)
        + ellipse(x + 2.3, y - 2.5, 1.9, 1.9, WHITE)
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
    lash = stroke(f"M{_x(side, 1)} {y + 3.5:g} l{side * 3:g} -1.6", _LASH, 2.4) if sitter.has_lashes else ""
    return (
        stroke(
            f"M{_x(side, -1)} {y + 3.5:g} C{_x(side, -0.6)} {y - 8.5} {_x(side, 0.6)} {y - 8.5}"
            f" {_x(side, 1)} {y + 3.5:g}",
            _LASH,
            3.7,
        )
        + stroke(
            f"M{_x(side, -0.6)} {y + 9} Q{_x(side, 0)} {y + 6.5:g} {_x(side, 0.7)} {y + 9}",
            sitter.skin.crease,
            1.6,
            0.5,
        )
        + lash
    )
