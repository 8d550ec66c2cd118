"""What is worn on the head besides a headscarf: turban, kippa, beanie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.looks.colour import luminance, mix
from game.looks.portrait import hair as hairs
from game.looks.portrait.hair import Hair
from game.looks.portrait.look import NONE
from game.looks.portrait.pencil import fill, gradient, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["hair_and_headwear", "tones"]

_CLOTH = "hat"
_CROWNS = {
    "bald": 46,
    "receding": 37,
    "cropped": 38,
    "cornrows": 37,
    "fringe": 39,
    "pony": 31,
    "bun": 31,
    "braids": 28,
    "waves": 27,
    "locs": 27,
    "quiff": 12,
    "afro": 16,
    "fade": 18,
    "curly": 22,
}
"""How far down the picture hair begins; on most heads at _CROWN."""
_CROWN = 25
_LIES_FLAT = frozenset(
    {"bald", "receding", "short", "side", "bob", "long", "fringe", "waves", "braids", "locs", "pixie", "cropped"}
)
"""Hair over which a cap can be drawn."""


def tones(sitter: Sitter) -> str:
    """The gradient of the cloth, where there is any."""
    if sitter.headwear == NONE:
        return ""
    return gradient(_CLOTH, 10, 96, mix(sitter.hat, WHITE, 0.15), mix(sitter.hat, BLACK, 0.08))


def hair_and_headwear(sitter: Sitter) -> Hair:
    """The hair, and what is worn on it."""
    match sitter.headwear:
        case "turban":
            return Hair(front=_turban(sitter))
        case "kippa":
            worn = hairs.hair(sitter)
            return worn._replace(front=worn.front + _kippa(sitter))
        case "beanie":
            style = sitter.look.hair if sitter.look.hair in _LIES_FLAT else "cropped"
            worn = hairs.hair(replace(sitter, look=replace(sitter.look, hair=style)))
            return worn._replace(front=worn.front + _beanie(sitter))
    return hairs.hair(sitter)


def _turban(sitter: Sitter) -> str:
    """Cloth wound in layers that meet over the middle of the forehead."""
    h, dark, light = sitter.bones.half, mix(sitter.hat, BLACK, 0.24), mix(sitter.hat, WHITE, 0.2)
    inner = (236, 232, 224) if luminance(sitter.hat) < 0.5 else (150, 60, 60)
    left = (
        f"M{-h - 3} 102 C{-h - 22} 78 {-h - 16} 30 -10 14 C4 10 20 16 26 30 C10 44 -22 58 {6 - h} 88"
        f" C{3 - h} 92 {1 - h} 98 {-h - 3} 102Z"
    )
    right = (
        f"M{h + 3} 102 C{h + 22} 78 {h + 16} 30 10 12 C-8 8 -24 16 -30 28 C-12 44 22 58 {h - 6} 88"
        f" C{h - 3} 92 {h - 1} 98 {h + 3} 102Z"
    )
    return (
        fill("M-20 78 L0 48 L20 78 Q0 68 -20 78Z", inner)
        + fill(right, _CLOTH)
        + stroke(
            f"M{h - 2} 88 C24 60 -4 46 -20 30 M{h + 6} 86 C34 50 8 36 -8 20 M{h + 10} 70 C40 40 22 26 6 15",
            dark,
            2.2,
            0.6,
        )
        + fill(left, _CLOTH)
        + stroke(
            f"M{2 - h} 88 C-26 60 2 46 20 34 M{-h - 6} 86 C-36 50 -8 36 12 24 M{-h - 10} 70 C-42 40 -22 26 2 16",
            dark,
            2.2,
            0.6,
        )
        + stroke(f"M{6 - h} 88 C-22 58 10 44 26 30", dark, 2.4, 0.9)
        + stroke(f"M{-h - 9} 60 C-44 38 -30 26 -14 20", light, 3.4, 0.5)
    )


def _kippa(sitter: Sitter) -> str:
    """A small cap on the crown, as much of it as is seen from the front."""
    top = _CROWNS.get(sitter.look.hair, _CROWN) - 3
    edge = mix(sitter.hat, WHITE, 0.5) if luminance(sitter.hat) < 0.4 else mix(sitter.hat, BLACK, 0.25)
    return (
        fill(f"M-29 {top + 15} C-25 {top - 3} 25 {top - 3} 29 {top + 15} Q0 {top + 9} -29 {top + 15}Z", _CLOTH)
        + stroke(f"M-28 {top + 14} Q0 {top + 8.6:g} 28 {top + 14}", edge, 2.6)
        + stroke(f"M-12 {top + 8} Q-9 {top + 3} -6 {top + 1} M12 {top + 8} Q9 {top + 3} 6 {top + 1}", edge, 1.2, 0.4)
    )


def _beanie(sitter: Sitter) -> str:
    """A knitted cap with a turned-up rim."""
    full = sitter.look.hair == "locs"  # it sits on all of them
    h, dark = sitter.bones.half + 9 * full, mix(sitter.hat, BLACK, 0.2)
    crown = f"M{-h - 6} 70 C{-h - 10} 6 {h + 10} 6 {h + 6} 70Z"
    rim = f"M{-h - 7} 66 Q0 50 {h + 7} 66 Q{h + 11} 76 {h + 6} 88 Q0 70 {-h - 6} 88 Q{-h - 11} 76 {-h - 7} 66Z"
    ribs = " ".join(f"M{x} {61 + abs(x) * 0.09:.1f} V{77 + abs(x) * 0.14:.1f}" for x in range(-48, 49, 8))
    folds = "M-32 56 Q-28 30 -12 22 M-14 53 Q-12 34 -4 22 M32 56 Q28 30 12 22 M14 53 Q12 34 4 22"
    return (
        fill(crown, _CLOTH)
        + stroke(folds, dark, 2, 0.6)
        + fill(rim, mix(sitter.hat, BLACK, 0.1))
        + stroke(ribs, dark, 2, 0.7)
        + stroke(f"M{-h - 5} 67 Q0 51.5 {h + 5} 67", mix(sitter.hat, WHITE, 0.2), 1.8, 0.6)
    )
