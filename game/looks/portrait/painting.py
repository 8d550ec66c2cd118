"""The portrait: background, then the person from back to front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.looks.colour import from_hex
from game.looks.portrait import hair, head, headscarf, headwear, outfit
from game.looks.portrait.aura import aura
from game.looks.portrait.beard import jaw_hair, moustache
from game.looks.portrait.brows import brows
from game.looks.portrait.expression import expression_of
from game.looks.portrait.eyes import EYE_HEIGHT, eyes
from game.looks.portrait.glasses import rims, temples
from game.looks.portrait.mouth import mouth
from game.looks.portrait.nose import nose
from game.looks.portrait.pencil import ellipse, gradient
from game.looks.portrait.sitter import seated
from game.looks.portrait.worn import earrings, hearing_aid, wheelchair
from game.looks.portrait.years import skin_mark, wrinkles

if TYPE_CHECKING:
    from game.looks.portrait.look import Look
    from game.looks.portrait.sitter import Sitter

__all__ = ["SIDE", "Frame", "portrait"]

SIDE = 256
"""Width and height of the portrait in its own units."""

Frame = Literal["whole", "head", "eyes", "chest"]
"""How much of somebody a picture shows."""
_FRAMES: dict[Frame, tuple[int, int, int]] = {
    "whole": (0, 0, SIDE),
    "head": (52, 44, 152),
    "eyes": (80, 76, 96),
    "chest": (50, 100, 156),
}
"""Left, top and side of what is shown."""
_BACKGROUNDS = {
    "sky": ("#d3e7ee", "#a4c9d8"),
    "peach": ("#f8e3cd", "#ebc09a"),
    "lilac": ("#e4dff2", "#bdb2e0"),
    "sage": ("#dbe9d5", "#abc9a1"),
    "rose": ("#f6dada", "#e4a9ac"),
    "sand": ("#ece7da", "#cdc3a9"),
}


def portrait(look: Look, mood: int, frame: Frame = "whole") -> str:
    """Draw somebody, or a part of them, in a mood (-3..3) as a square SVG.

    The picture fills its square; whoever shows it rounds the corners.

    Raises:
        ValueError: the mood lies outside -3..3.
    """
    sitter = seated(look, expression_of(mood))
    left, top, side = _FRAMES[frame]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {side} {side}" width="{SIDE}" height="{SIDE}">'
        f"<defs>{_gradients(sitter)}</defs>"
        f'<rect width="{SIDE}" height="{SIDE}" fill="url(#wall)"/>'
        f'<g transform="translate({SIDE // 2} {_framing(sitter):g})">'
        f"{_glow(sitter)}{wheelchair(sitter)}{_person(sitter)}{aura(sitter)}</g></svg>"
    )


def _framing(sitter: Sitter) -> float:
    """How far down in the picture somebody is seen: lower who sits in a wheelchair, and children."""
    return (16 if sitter.look.wheelchair else 0) + 18 * sitter.youth


def _gradients(sitter: Sitter) -> str:
    top, bottom = (from_hex(text) for text in _BACKGROUNDS[sitter.look.background])
    drawing = gradient("wall", 0, SIDE, top, bottom) + head.tones(sitter) + hair.tones(sitter) + outfit.tones(sitter)
    if sitter.scarf is not None:
        return drawing + headscarf.tones(sitter.scarf)
    return drawing + headwear.tones(sitter)


def _glow(sitter: Sitter) -> str:
    """A lighter disc on the wall that lifts the head off it."""
    return ellipse(0, 118, 104, 104, from_hex(_BACKGROUNDS[sitter.look.background][0]), 0.4)


def _person(sitter: Sitter) -> str:
    """The person, layer over layer; what belongs to the head leans with it."""
    if sitter.scarf is None:
        behind, over, front = headwear.hair_and_headwear(sitter)
    else:
        behind, over, front = headscarf.headscarf(sitter, sitter.scarf)
    features = (
        head.ears(sitter)
        + head.face(sitter)
        + skin_mark(sitter)
        + _small(sitter, eyes(sitter), EYE_HEIGHT, 0.3, 7)
        + head.blush(sitter)
        + wrinkles(sitter)
        + jaw_hair(sitter)
        + head.lines(sitter)
        + _small(sitter, nose(sitter), 136, -0.42, 2)
        + moustache(sitter)
        + _small(sitter, mouth(sitter), 152, -0.22, -2)
        + temples(sitter)
        + front
        + hearing_aid(sitter)
        + earrings(sitter)
        + rims(sitter)
        + _small(sitter, brows(sitter), 95, -0.12, 7)
    )
    return (
        _leaning(sitter, behind)
        + _shrugging(sitter, head.neck(sitter) + outfit.outfit(sitter))
        + _leaning(sitter, over)
        + _leaning(sitter, features)
    )


def _small(sitter: Sitter, drawing: str, height: int, growth: float, fall: int) -> str:
    """A feature as children have it: drawn larger or smaller round a height, and further down in a high forehead.

    `growth` and `fall` are those of somebody newly born: a share, and units of the portrait.
    """
    if not sitter.youth:
        return drawing
    scale, fallen = 1 + growth * sitter.youth, fall * sitter.youth
    return f'<g transform="translate(0 {height + fallen:g}) scale({scale:g}) translate(0 {-height})">{drawing}</g>'


def _leaning(sitter: Sitter, drawing: str) -> str:
    """What leans with the head; it comes to hang a little with the years."""
    if not drawing:
        return ""
    expression = sitter.expression
    lift = expression.lift + 6 * sitter.aged(68)
    return f'<g transform="translate(0 {lift:g}) rotate({expression.tilt:g} 0 208)">{drawing}</g>'


def _shrugging(sitter: Sitter, drawing: str) -> str:
    """What moves with the shoulders; those of children sit right below their short chins."""
    shrug = sitter.expression.shrug - 16 * sitter.youth
    return f'<g transform="translate(0 {shrug:g})">{drawing}</g>' if shrug else drawing
