"""The layers hair is drawn in, and its tones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.looks.colour import mix
from game.looks.portrait.pencil import gradient
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["STRANDS", "Hair", "tones"]

STRANDS = "hair"
"""The gradient of hair."""


class Hair(NamedTuple):
    """Hair, layer by layer, as SVG."""

    behind: str = ""
    over_shoulders: str = ""
    front: str = ""


def tones(sitter: Sitter) -> str:
    """The gradient of hair: light on the crown, its own colour below."""
    return gradient(STRANDS, 20, 110, mix(sitter.hair, WHITE, 0.13), sitter.hair)
