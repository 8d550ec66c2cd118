"""Noses, one to each form of face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import fill, stroke

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["nose"]

_RIDGE = {
    "oval": "M3 117 C6 126 10 132 8 137 C6 141 -3 141 -6 138",
    "round": "M-8 136 C-8 141 -3 140 0 141.5 C3 140 8 141 8 136",
    "square": "M2 114 C5 124 12 132 10 138 C7 142 -4 142 -8 138",
    "heart": "M2 122 C4 129 7 134 5.5 137.5 C3 140.5 -3 140 -5 137.5",
}


def nose(sitter: Sitter) -> str:
    """The nose: its ridge as a line, its shade and light."""
    skin = sitter.skin
    return fill("M0 116 C6 126 12 133 9 139 C5 143 -5 143 -9 139 C-4 139 0 132 0 116Z", skin.shade, 0.35) + stroke(
        _RIDGE[sitter.look.face], mix(skin.shade, skin.crease, 0.7), 2.8
    )
