"""Neck, ears and the face itself, with blush and the lines that age and mood leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour, mix
from game.looks.portrait.pencil import both, ellipse, fill, gradient, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Bones, Sitter

__all__ = ["FACE", "blush", "earrings", "ears", "face", "lines", "neck", "outline", "tones"]

FACE = "face"
"""The gradient of the face; lids are painted with it too, so that they match."""
_LINED_FROM = 45
_WRINKLED_FROM = 60
_GOLD: Colour = (226, 178, 60)


def tones(sitter: Sitter) -> str:
    """The gradient of the face."""
    skin = sitter.skin
    return gradient(FACE, 50, sitter.bones.chin, mix(skin.tone, WHITE, 0.10), mix(skin.tone, skin.shade, 0.42))


def outline(bones: Bones) -> str:
    """The path round the face."""
    half, cheek, jaw, chin = bones.half, bones.cheek, bones.jaw, bones.chin
    crown = half * 0.62
    return (
        f"M{-half} 104 C{-half} 64 {-crown:g} 46 0 46 C{crown:g} 46 {half} 64 {half} 104"
        f" C{half} 122 {cheek + 4} 137 {cheek} 149 C{cheek - 5} 163 {jaw} {chin} 0 {chin}"
        f" C{-jaw} {chin} {5 - cheek} 163 {-cheek} 149 C{-cheek - 4} 137 {-half} 122 {-half} 104Z"
    )


def neck(sitter: Sitter) -> str:
    """The neck with the shadow the chin throws on it."""
    skin, chin = sitter.skin, sitter.bones.chin
    throat = mix(skin.tone, skin.shade, 0.75)
    return fill(
        "M-23 150 L-23 200 C-24 212 -34 214 -44 217 L0 246 L44 217 C34 214 24 212 23 200 L23 150Z", throat
    ) + fill(f"M-23 {chin - 14} Q0 {chin + 30} 23 {chin - 14} L23 160 L-23 160Z", mix(skin.shade, BLACK, 0.20))


def ears(sitter: Sitter) -> str:
    """Both ears, unless hair or scarf covers them."""
    if not has_bare_ears(sitter):
        return ""
    skin, half = sitter.skin, sitter.bones.half
    ear = ellipse(half + 2, 119, 8.5, 13.5, mix(skin.tone, skin.shade, 0.45))
    ear += stroke(f"M{half + 1} 112 Q{half + 7} 113 {half + 5} 122", skin.crease, 2, 0.5)
    return both(ear)


def earrings(sitter: Sitter) -> str:
    """Rings in both ears, in front of open hair."""
    if not sitter.look.earrings or sitter.scarf is not None:
        return ""
    x = sitter.bones.half + (3 if has_bare_ears(sitter) else 1)
    return both(ellipse(x, 139, 4.2, 4.2, _GOLD) + ellipse(x - 1, 137.8, 1.4, 1.4, WHITE, 0.8))


def has_bare_ears(sitter: Sitter) -> bool:
    """Whether the ears can be seen."""
    return sitter.scarf is None and sitter.look.hair not in ("bob", "long", "braids")


def face(sitter: Sitter) -> str:
    """The bare face."""
    return fill(outline(sitter.bones), FACE)


def blush(sitter: Sitter) -> str:
    """Side shadow and blush; over the lids, which would stand out as patches otherwise."""
    expression, bones, skin = sitter.expression, sitter.bones, sitter.skin
    drawing = fill(
        f"M{bones.half} 96 C{bones.half} 122 {bones.cheek + 4} 137 {bones.cheek} 149"
        f" C{bones.cheek - 5} 163 {bones.jaw} {bones.chin} 0 {bones.chin}"
        f" C20 {bones.chin - 6} {bones.cheek - 10} 160 {bones.cheek - 8} 132"
        f" C{bones.cheek - 6} 116 {bones.half - 4} 108 {bones.half} 96Z",
        skin.shade,
        0.45,
    )
    if expression.flush:
        colour = (222, 66, 48) if expression.reddens else mix(skin.lip, (235, 96, 90), 0.5)
        drawing += both(ellipse(29, 139, 12, 8, colour, round(expression.flush * 0.5, 2)))
    return drawing


def lines(sitter: Sitter) -> str:
    """The lines that years and feelings draw, over the skin and under the hair."""
    expression, crease, age = sitter.expression, sitter.skin.crease, sitter.look.age
    drawing = ""
    if age >= _LINED_FROM:
        drawing += both(
            stroke("M23 140 Q30 147 29 157", crease, 1.8, 0.45) + stroke("M15 127 Q22 131 30 126", crease, 1.6, 0.4)
        )
    if age >= _WRINKLED_FROM:
        drawing += both(stroke("M38 112 L44 109 M38 117 L45 118", crease, 1.5, 0.4))
        drawing += stroke("M-15 78 Q0 75 15 78", crease, 1.6, 0.3)
    if expression.has_raised_forehead:
        drawing += stroke("M-13 79 Q0 75 13 79 M-9 85 Q0 82 9 85", crease, 2, 0.5)
    if expression.frown:
        drawing += stroke("M-4 94 Q-6 99 -4 104", crease, 2.2, 0.75)
    if expression.frown > 1:
        drawing += stroke("M4 94 Q6 99 4 104", crease, 2.2, 0.75) + stroke("M-9 116 Q0 112 9 116", crease, 2, 0.5)
    return drawing
