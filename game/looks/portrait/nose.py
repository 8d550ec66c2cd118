"""Noses, one to each form of face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import both, fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["nose"]

_RIDGE = {
    "oval": "M3 118 C6 127 9.5 132 8 136.5 C6 141 -3 141 -6 138",
    "round": "M-8 135 C-8 141 -3 140 0 141.5 C3 140 8 141 8 135",
    "square": "M2.5 115 C5 125 11.5 132 9.5 137.5 C7 142 -4 142 -8 138",
    "heart": "M2 123 C4 130 7 134 5.5 137.5 C3 140.5 -3 140 -5 137.5",
}


def nose(sitter: Sitter) -> str:
    """The nose: its ridge as a line, its shade and light."""
    skin = sitter.skin
    wings = {"round": "M10.5 133 Q13.5 137 9.5 140", "square": "M12 134 Q14.5 138 11 140.5"}.get(sitter.look.face, "")
    return (
        fill("M0 116 C6 126 12 133 9 139 C5 143 -5 143 -9 139 C-4 139 0 132 0 116Z", skin.shade, 0.4)
        + stroke("M-2 118 Q-1 127 -2.5 132", mix(skin.tone, WHITE, 0.35), 3, 0.3)
        + (both(stroke(wings, skin.crease, 1.8, 0.35)) if wings else "")
        + stroke(_RIDGE[sitter.look.face], mix(skin.shade, skin.crease, 0.7), 2.7)
    )
