"""Beards: under the mouth what grows on the jaw, over it the moustache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import both, fill, stroke
from game.looks.portrait.sitter import BLACK

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Bones, Sitter

__all__ = ["jaw_hair", "moustache"]


def jaw_hair(sitter: Sitter) -> str:
    """What grows on cheeks, jaw and chin."""
    bones = sitter.bones
    match sitter.look.beard:
        case "stubble":
            shadow = mix(mix(sitter.hair, sitter.skin.crease, 0.5), BLACK, 0.3)
            return fill(_full(bones, 0), shadow, 0.2)
        case "beard":
            return fill(_full(bones, 5), sitter.hair) + _strands(sitter, bones.chin - 4)
        case "long":
            return (
                fill(_long(bones), sitter.hair) + fill(_full(bones, 3), sitter.hair) + _strands(sitter, bones.chin + 8)
            )
        case "goatee":
            return fill(_goatee(bones), sitter.hair)
        case "sideburns":
            return both(
                fill(
                    f"M{bones.half + 0.5:g} 98 C{bones.half + 1} 120 {bones.cheek + 5} 134 {bones.cheek + 1} 149"
                    f" Q{bones.cheek - 9} 153 {bones.cheek - 12} 142"
                    f" C{bones.cheek - 6} 132 {bones.half - 7} 114 {bones.half - 7} 98Z",
                    sitter.hair,
                )
            )
    return ""


def moustache(sitter: Sitter) -> str:
    """What grows on the upper lip; rises with a laugh and with a shout."""
    if sitter.look.beard not in ("moustache", "goatee", "beard", "long"):
        return ""
    is_open = sitter.expression.mouth in ("laughing", "shouting")
    low = 147.0 if is_open else 150.0
    lifted = 2.5 if sitter.expression.mouth == "smiling" else 0
    wide = 27 if sitter.look.beard == "moustache" else 24
    path = (
        f"M0 143.5 C6 139.5 19 142 {wide} {low + 2 - lifted} C{wide - 4} {low + 2.5} {wide - 10} {low + 2} 12 {low}"
        f" C8 {low - 1} 4 {low - 1} 0 {low - 2} C-4 {low - 1} -8 {low - 1} -12 {low}"
        f" C{10 - wide} {low + 2} {4 - wide} {low + 2.5} {-wide} {low + 2 - lifted} C-19 142 -6 139.5 0 143.5Z"
    )
    return fill(path, mix(sitter.hair, BLACK, 0.10)) + stroke(
        "M-15 146.5 Q-7 144 -2 146 M15 146.5 Q7 144 2 146", sitter.hair_light, 1.4, 0.5
    )


def _strands(sitter: Sitter, y: float) -> str:
    """Light on a beard."""
    return both(
        stroke(
            f"M6 {y:g} Q10 {y + 3:g} 18 {y - 2:g} M22 {y - 5:g} Q30 {y - 10:g} 34 {y - 20:g}",
            sitter.hair_light,
            1.8,
            0.4,
        )
    )


def _full(bones: Bones, grown: int) -> str:
    """A full beard along the jaw, `grown` beyond it."""
    half, cheek, jaw, chin = bones.half, bones.cheek + grown * 0.4, bones.jaw + grown, bones.chin + grown
    return (
        f"M{half - 0.5:g} 110 C{half} 124 {cheek + 4:g} 138 {cheek:g} 150 C{cheek - 5:g} 164 {jaw} {chin} 0 {chin}"
        f" C{-jaw} {chin} {5 - cheek:g} 164 {-cheek:g} 150 C{-cheek - 4:g} 138 {-half} 124 {0.5 - half:g} 110"
        f" C{7 - half} 122 {10 - half} 134 {15 - half} 140 C{24 - half} 146 -24 142 -13 142.5 Q0 140 13 142.5"
        f" C24 142 {half - 24} 146 {half - 15} 140 C{half - 10} 134 {half - 7} 122 {half - 0.5:g} 110Z"
    )


def _long(bones: Bones) -> str:
    """What hangs from the jaw to the chest."""
    cheek, chin = bones.cheek, bones.chin
    return (
        f"M{-cheek} 150 C{-cheek - 3} 170 {-cheek + 4} {chin + 10} -26 {chin + 24} Q-14 {chin + 36} -4 {chin + 33}"
        f" Q2 {chin + 38} 8 {chin + 32} Q18 {chin + 34} 26 {chin + 22}"
        f" C{cheek - 4} {chin + 10} {cheek + 3} 170 {cheek} 150Z"
    )


def _goatee(bones: Bones) -> str:
    """A beard round mouth and chin."""
    chin = bones.chin + 3
    return (
        f"M-24 150 C-26 158 -25 172 -16 {chin - 3} Q0 {chin + 4} 16 {chin - 3} C25 172 26 158 24 150"
        f" C20 143 8 142 0 144 C-8 142 -20 143 -24 150Z"
    )
