"""Everything a part of the portrait is drawn from: the look, the expression, colours and measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.looks.colour import Colour, from_hex, mix

if TYPE_CHECKING:
    from game.looks.portrait.expression import Expression
    from game.looks.portrait.look import Look

__all__ = ["BLACK", "WHITE", "Bones", "Sitter", "Skin", "seated"]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Bones:
    """Measures of a head in units of the portrait (256 wide), from its own middle line."""

    half: int
    """Half its width at the temples."""
    cheek: int
    """Half its width at the height of the mouth."""
    jaw: int
    """How broad the chin runs out."""
    chin: int
    """How far down the chin reaches."""


@dataclass(frozen=True, slots=True)
class Skin:
    """The tones of a skin."""

    tone: Colour
    shade: Colour
    crease: Colour
    """Lines: nose, wrinkles, frown."""
    lip: Colour


_BONES = {
    "oval": Bones(50, 43, 25, 183),
    "round": Bones(53, 48, 33, 179),
    "square": Bones(51, 46, 36, 183),
    "heart": Bones(51, 42, 19, 182),
}
_SKINS = (
    ("#fbe0cd", "#eabb9c", "#b97a60", "#cf7468"),
    ("#f3cba8", "#dca57e", "#a56a49", "#bf6452"),
    ("#dfac80", "#c1885c", "#8a5635", "#a95642"),
    ("#bd8459", "#9b663f", "#673d21", "#944a39"),
    ("#91603f", "#70462c", "#452615", "#95503f"),
    ("#6b4632", "#4d3122", "#2a1610", "#8c5044"),
)
_HAIR = {
    "black": "#29242e",
    "dark-brown": "#3f2c25",
    "brown": "#6a4329",
    "chestnut": "#94542c",
    "blond": "#d8ae5f",
    "red": "#b4492b",
    "grey": "#8d919b",
    "white": "#dcdde1",
}
_CLOTHES = {
    "teal": "#2b6f7d",
    "red": "#a8433f",
    "navy": "#39497a",
    "green": "#55794c",
    "plum": "#794a7b",
    "ochre": "#c2802c",
    "slate": "#414956",
    "sand": "#cdc4b2",
}
_SCARVES = {
    "blue": "#2f5f9e",
    "green": "#2f7466",
    "plum": "#77497f",
    "sand": "#c6b08c",
    "red": "#a83f4c",
    "black": "#3a3942",
}
_EYES = {
    "brown": "#5e3b22",
    "dark": "#33241d",
    "hazel": "#7a5a2a",
    "green": "#4c7046",
    "blue": "#39658c",
    "grey": "#5d6b78",
}


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody as they sit for their portrait."""

    look: Look
    expression: Expression
    bones: Bones
    skin: Skin
    hair: Colour
    cloth: Colour
    scarf: Colour | None
    """The headscarf's colour, None without one."""
    eye: Colour

    @property
    def hair_dark(self) -> Colour:
        """Hair in its own shadow."""
        return mix(self.hair, BLACK, 0.26)

    @property
    def hair_light(self) -> Colour:
        """Hair where light falls on it."""
        return mix(self.hair, WHITE, 0.22)

    @property
    def cloth_dark(self) -> Colour:
        """Cloth in a fold."""
        return mix(self.cloth, BLACK, 0.22)


def seated(look: Look, expression: Expression) -> Sitter:
    """Seat somebody: look up all the tones and measures."""
    tone, shade, crease, lip = (from_hex(text) for text in _SKINS[look.skin - 1])
    if expression.reddens:
        tone, shade = mix(tone, (214, 58, 38), 0.20), mix(shade, (190, 40, 26), 0.20)
    return Sitter(
        look=look,
        expression=expression,
        bones=_BONES[look.face],
        skin=Skin(tone, shade, crease, lip),
        hair=from_hex(_HAIR[look.hair_color]),
        cloth=from_hex(_CLOTHES[look.clothes]),
        scarf=None if look.headscarf is None else from_hex(_SCARVES[look.headscarf]),
        eye=from_hex(_EYES[look.eyes]),
    )
