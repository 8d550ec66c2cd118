"""Brows: what tells most of a mood, so they are drawn over everything else in the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour, luminance, mix
from game.looks.portrait.eyes import SIDES
from game.looks.portrait.pencil import fill
from game.looks.portrait.sitter import HAIR_SHADOW

if TYPE_CHECKING:
    from game.looks.portrait.expression import Brow
    from game.looks.portrait.sitter import Sitter

__all__ = ["brows"]


def brows(sitter: Sitter) -> str:
    """Both brows, thick inside and thin outside."""
    colour, strength = _colour(sitter), 0.82 if sitter.has_lashes else 1.08
    return "".join(
        _brow(brow, side, colour, strength) for brow, side in zip(sitter.expression.brows, SIDES, strict=True)
    )


def _brow(brow: Brow, side: int, colour: Colour, strength: float) -> str:
    inner_x, outer_x, middle_x = side * 9.5, side * 35, side * 24
    inner, outer = 95 + brow.inner, 95 + brow.outer
    middle = (inner + outer) / 2 - brow.arch * 1.6
    upper, lower = 3.2 * strength, 3.4 * strength
    return fill(
        f"M{inner_x:g} {inner - upper:g} Q{middle_x:g} {middle - upper:g} {outer_x:g} {outer - 0.7:g}"
        f" Q{outer_x + side * 1.4:g} {outer + 0.2:g} {outer_x:g} {outer + 0.8:g}"
        f" Q{middle_x:g} {middle + lower:g} {inner_x:g} {inner + lower:g}"
        f" Q{inner_x - side * 2.8:g} {inner:g} {inner_x:g} {inner - upper:g}Z",
        colour,
    )


def _colour(sitter: Sitter) -> Colour:
    """Hair, darkened until it stands out on the skin."""
    colour = mix(sitter.hair, HAIR_SHADOW, 0.34)
    while luminance(colour) > 0.38 * luminance(sitter.skin.tone):
        colour = mix(colour, HAIR_SHADOW, 0.15)
    return colour
