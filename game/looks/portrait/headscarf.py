"""The headscarf, in three ways of wearing it: wrapped round the face, laid loosely over the hair, knotted above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.hair import STRANDS, Hair
from game.looks.portrait.pencil import both, ellipse, fill, gradient, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.colour import Colour
    from game.looks.portrait.sitter import Sitter

__all__ = ["headscarf", "tones"]

_CLOTH = "scarf"


def tones(scarf: Colour) -> str:
    """The gradient of the cloth."""
    return gradient(_CLOTH, 20, 210, mix(scarf, WHITE, 0.14), mix(scarf, BLACK, 0.06))


def headscarf(sitter: Sitter, scarf: Colour) -> Hair:
    """The scarf and what hair it shows, in the layers hair has."""
    match sitter.look.headscarf_worn:
        case "loose":
            return _loose(sitter, scarf)
        case "knotted":
            return _knotted(sitter, scarf)
    return Hair(behind=_hanging(sitter, scarf), front=_wrapped(sitter, scarf))


def _hanging(sitter: Sitter, scarf: Colour) -> str:
    """The cloth behind head and neck."""
    half = sitter.bones.half
    return fill(
        f"M{-half - 12} 116 C{-half - 14} 150 {-half - 4} 190 {-half - 14} 230 L{half + 14} 230"
        f" C{half + 4} 190 {half + 14} 150 {half + 12} 116 C{half + 14} 20 {-half - 14} 20 {-half - 12} 116Z",
        mix(scarf, BLACK, 0.3),
    )


def _wrapped(sitter: Sitter, scarf: Colour) -> str:
    """The cloth round the face, with its folds, its end laid over the chest."""
    half, chin = sitter.bones.half, sitter.bones.chin
    dark, light = mix(scarf, BLACK, 0.22), mix(scarf, WHITE, 0.18)
    opening = half - 4
    edge = (
        f"M0 60 C{-opening * 0.62:g} 59 {-opening} 78 {-opening} 110 C{-opening} 150 -26 {chin - 1} 0 {chin - 1}"
        f" C26 {chin - 1} {opening} 150 {opening} 110 C{opening} 78 {opening * 0.62:g} 59 0 60Z"
    )
    # One path that runs round the outside and along the opening: nanosvg knows no mask.
    ring = (
        f"M0 27 C{half + 2} 27 {half + 13} 68 {half + 11} 114 C{half + 12} 150 {half + 6} 178 36 {chin + 18}"
        f" Q0 {chin + 34} -36 {chin + 18} C{-half - 6} 178 {-half - 12} 150 {-half - 11} 114"
        f" C{-half - 13} 68 {-half - 2} 27 0 27Z {edge}"
    )
    inner = f"M{4 - opening} 82 C-34 62 -18 55 0 55 C18 55 34 62 {opening - 4} 82"
    return (
        f'<path d="{ring}" fill-rule="evenodd" fill="url(#{_CLOTH})"/>'
        + stroke(inner, mix(scarf, BLACK, 0.42), 3.4)
        + stroke(edge, dark, 2.2)
        + stroke(
            f"M{half + 4} 74 C{half + 7} 128 {half} 166 26 {chin + 9} M{half - 6} 52"
            f" C{half + 2} 84 {half + 3} 110 {half - 2} 136"
            f" M{-half - 5} 88 C{-half - 6} 140 {-half + 5} 168 -22 {chin + 12} M{6 - half} 54"
            f" Q{-half - 1} 80 {-half} 104",
            dark,
            2.4,
            0.7,
        )
        + stroke("M-34 46 Q-10 32 22 37", light, 4.5, 0.7)
        + fill(
            f"M-40 {chin + 8} Q-2 {chin + 34} 44 {chin + 2} C52 {chin + 24} 44 {chin + 54} 22 264 L-22 264"
            f" C-4 {chin + 62} -26 {chin + 30} -40 {chin + 8}Z",
            mix(scarf, BLACK, 0.07),
        )
        + stroke(f"M-33 {chin + 13} Q2 {chin + 36} 42 {chin + 9}", light, 2.4, 0.5)
        + stroke(
            f"M-37 {chin + 11} Q0 {chin + 39} 43 {chin + 6} M14 {chin + 30} Q18 {chin + 50} 3 260"
            f" M28 {chin + 24} Q32 {chin + 46} 16 262",
            dark,
            2.4,
            0.75,
        )
    )


def _loose(sitter: Sitter, scarf: Colour) -> Hair:
    """Laid over the hair, which shows above the forehead; one end is thrown over the shoulder."""
    half = sitter.bones.half
    dark, light = mix(scarf, BLACK, 0.22), mix(scarf, WHITE, 0.18)
    hair = both(
        fill(
            f"M0 36 C{half} 34 {half + 8} 74 {half + 4} 122 C{half - 2} 104 {half - 8} 92 {half - 17} 84"
            f" C{half - 32} 76 8 70 0 52Z",
            STRANDS,
        )
        + stroke(f"M8 50 Q34 58 {half - 6} 90", sitter.hair_light, 2.4, 0.45)
        + stroke(f"M6 46 Q36 50 {half - 1} 92", sitter.hair_dark, 1.8, 0.5)
    ) + stroke("M0 40 V52", sitter.hair_dark, 2.2, 0.8)
    fall = (
        f"M-1 18 C{half + 4} 16 {half + 20} 58 {half + 15} 112 C{half + 15} 150 {half + 32} 190 {half + 26} 262"
        f" L{half - 18} 262"
        f" C{half - 16} 214 {half + 4} 172 {half + 1} 124 C{half + 2} 84 {half - 14} 48 -1 45Z"
    )
    folds = (
        f"M{half + 2} 84 C{half + 8} 130 {half + 2} 180 {half + 2} 256 M{half + 10} 92"
        f" C{half + 10} 150 {half + 20} 190 {half + 14} 256"
        f" M24 40 Q{half - 4} 54 {half + 5} 96"
    )
    across = fill(
        f"M{half + 16} 168 C{half - 2} 204 16 222 -26 220 C-58 218 -84 214 -96 228 Q-84 254 -40 258"
        f" C10 262 {half + 8} 252"
        f" {half + 30} 222Z",
        _CLOTH,
    ) + stroke(
        f"M{half + 14} 184 C{half - 6} 222 6 236 -72 232 M{half + 22} 206 C{half - 4} 240 0 250 -56 248",
        dark,
        2.4,
        0.65,
    )
    return Hair(
        behind=_hanging(sitter, scarf),
        over_shoulders=across,
        front=hair
        + both(fill(fall, _CLOTH) + stroke(folds, dark, 2.3, 0.6))
        + stroke(
            f"M{-half - 1} 124 C{-half - 2} 84 {14 - half} 48 0 45 C{half - 14} 48 {half + 2} 84 {half + 1} 124",
            dark,
            2.2,
        )
        + stroke("M-36 38 Q-10 24 20 27", light, 4.5, 0.7),
    )


def _knotted(sitter: Sitter, scarf: Colour) -> Hair:
    """Wound round the head and knotted above the forehead; ears and neck are free."""
    half = sitter.bones.half
    dark, light = mix(scarf, BLACK, 0.24), mix(scarf, WHITE, 0.2)
    wrap = (
        f"M{-half - 3} 96 C{-half - 16} 44 -34 14 0 14 C34 14 {half + 16} 44 {half + 3} 96"
        f" C{half - 2} 84 {half - 14} 72 26 68"
        f" Q0 63 -26 68 C{14 - half} 72 {2 - half} 84 {-half - 3} 96Z"
    )
    wing = "M8 34 C20 6 46 2 52 16 C56 28 34 40 8 34Z"
    knot = (
        fill(wing, mix(scarf, BLACK, 0.1))
        + stroke("M14 31 Q30 22 46 18", dark, 2.2, 0.7)
        + fill("M-6 32 C-26 4 -44 8 -44 22 C-42 34 -20 40 -6 32Z", mix(scarf, BLACK, 0.1))
        + stroke("M-10 30 Q-24 20 -38 20", dark, 2.2, 0.7)
        + ellipse(1, 33, 12, 11, mix(scarf, WHITE, 0.06))
        + stroke("M-5 27 Q1 33 -3 41 M5 26 Q10 32 6 41", dark, 2, 0.7)
    )
    return Hair(
        front=fill(wrap, _CLOTH)
        + stroke(
            f"M{-half - 1} 86 C{4 - half} 62 -20 46 -3 38 M{-half - 5} 68 C{2 - half} 44 -24 34 -6 32"
            f" M{half + 1} 86 C{half - 4} 62 20 46 3 38"
            f" M{half + 5} 68 C{half - 2} 44 24 34 6 32 M-26 66 Q-14 52 0 44 M26 66 Q14 52 0 44",
            dark,
            2.3,
            0.6,
        )
        + stroke(f"M{-half - 1} 74 C{8 - half} 52 -26 42 -14 38", light, 3.4, 0.55)
        + knot
    )
