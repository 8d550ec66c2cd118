"""The layers hair is drawn in, its tones, and light and shadow on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.looks.colour import mix
from game.looks.portrait.pencil import gradient, stroke
from game.looks.portrait.sitter import HAIR_SHADOW, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["STRANDS", "UNDER", "Hair", "light", "shade", "tones"]

STRANDS = "hair"
"""The gradient of hair."""
UNDER = "under"
"""The gradient of hair behind the head, in its own shadow."""


class Hair(NamedTuple):
    """Hair, layer by layer, as SVG."""

    behind: str = ""
    over_shoulders: str = ""
    front: str = ""


def tones(sitter: Sitter) -> str:
    """The gradients of hair: light on the crown, its own colour below; darker behind the head."""
    return gradient(STRANDS, 22, 118, mix(sitter.hair, WHITE, 0.14), sitter.hair) + gradient(
        UNDER, 60, 220, mix(sitter.hair, HAIR_SHADOW, 0.46), mix(sitter.hair, HAIR_SHADOW, 0.24)
    )


def light(sitter: Sitter, path: str, width: float = 2.6, opacity: float = 0.42) -> str:
    """Strands that catch the light."""
    return stroke(path, sitter.hair_light, width, opacity)


def shade(sitter: Sitter, path: str, width: float = 2, opacity: float = 0.55) -> str:
    """Where strands part."""
    return stroke(path, sitter.hair_dark, width, opacity)
