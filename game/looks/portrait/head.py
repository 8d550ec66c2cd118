"""Neck, ears and the face itself, with blush and the lines that mood leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import both, ellipse, fill, gradient, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Bones, Sitter

__all__ = ["FACE", "blush", "ear", "ears", "face", "lines", "neck", "outline", "tones"]

FACE = "face"
"""The gradient of the face; lids are painted with it too, so that they match."""


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
    """The neck with the shadow the chin throws on it; with the years its cords show."""
    skin, chin, half = sitter.skin, sitter.bones.chin, sitter.bones.neck
    throat = mix(skin.tone, skin.shade, 0.7)
    drawing = fill(
        f"M{-half} 150 L{-half} 198 C{-half - 1} 212 -36 214 -48 217 L0 250 L48 217"
        f" C36 214 {half + 1} 212 {half} 198 L{half} 150Z",
        throat,
    ) + fill(
        f"M{-half} {chin - 14} Q0 {chin + 32} {half} {chin - 14} L{half} 160 L{-half} 160Z",
        mix(skin.shade, BLACK, 0.16),
    )
    if years := sitter.aged(55):
        drawing += both(
            stroke(f"M{half - 12} {chin + 9} Q{half - 13} 208 5 222", skin.crease, 1.8, round(0.5 * years, 2))
        )
    return drawing


def ears(sitter: Sitter) -> str:
    """Both ears, unless hair or scarf covers them."""
    return both(ear(sitter)) if sitter.has_bare_ears else ""


def ear(sitter: Sitter) -> str:
    """Their left ear."""
    skin, half = sitter.skin, sitter.bones.half
    grown = 2.5 * sitter.aged(55)
    tone = mix(skin.tone, skin.shade, 0.4)
    return ellipse(half + 1.5, 119 + grown / 2, 8.2 + grown / 4, 13 + grown, mix(tone, skin.flush, 0.08)) + stroke(
        f"M{half} 111.5 Q{half + 6.5:g} 110.5 {half + 5.5:g} 120 Q{half + 4.5:g} 125 {half + 1} 127",
        skin.crease,
        1.9,
        0.5,
    )


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
        0.34,
    )
    if expression.flush:
        strength = 0.20 * expression.flush
        drawing += both(
            "".join(
                ellipse(30, 138, 13 * grown, 9 * grown, skin.flush, round(strength, 2)) for grown in (1, 0.78, 0.55)
            )
        )
    return drawing


def lines(sitter: Sitter) -> str:
    """The creases that feelings draw, over the skin and under the hair."""
    expression, crease = sitter.expression, sitter.skin.crease
    drawing = ""
    if expression.has_raised_forehead:
        drawing += stroke("M-15 79 Q0 74.5 15 79 M-10 85.5 Q0 82 10 85.5", crease, 2, 0.55)
    if expression.frown:
        drawing += stroke("M-4 93 Q-6.5 98 -4 104", crease, 2.3, 0.75)
    if expression.frown > 1:
        drawing += stroke("M4 93 Q6.5 98 4 104", crease, 2.3, 0.75) + stroke("M-9 116 Q0 112 9 116", crease, 2, 0.5)
    return drawing
