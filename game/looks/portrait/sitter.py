"""Everything a part of the portrait is drawn from: the look, the expression, colours and measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.looks.colour import Colour, from_hex, mix
from game.looks.portrait.look import NONE, WORN_LONG

if TYPE_CHECKING:
    from game.looks.portrait.expression import Expression
    from game.looks.portrait.look import Look

__all__ = ["BLACK", "HAIR_SHADOW", "WHITE", "Bones", "Sitter", "Skin", "seated"]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
HAIR_SHADOW: Colour = (34, 16, 16)
"""What hair is mixed with where it lies in its own shadow; black would make blond hair green."""


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
    neck: int
    """Half the width of the neck."""
    shoulders: float
    """How broad the shoulders are, beside the broadest."""


@dataclass(frozen=True, slots=True)
class Skin:
    """The tones of a skin."""

    tone: Colour
    shade: Colour
    crease: Colour
    """Lines: nose, wrinkles, frown."""
    lip: Colour
    """The lower lip; the upper one lies in its own shadow."""
    flush: Colour
    """Where blood shows through: blush, anger, cold ears."""


_BONES = {
    "oval": Bones(50, 43, 25, 183, 23, 0.97),
    "round": Bones(53, 48, 33, 179, 25, 1.0),
    "square": Bones(51, 46, 36, 183, 27, 1.0),
    "heart": Bones(51, 42, 19, 182, 22, 0.94),
}
_SKINS = (
    ("#fbe0cd", "#eabb9c", "#b97a60", "#d98a80", "#e8695a"),
    ("#f3cba8", "#dca57e", "#a56a49", "#cb7b6b", "#dc5a44"),
    ("#dfac80", "#c1885c", "#8a5635", "#b66f5a", "#c4513a"),
    ("#bd8459", "#9b663f", "#673d21", "#a05f4d", "#a83e2c"),
    ("#91603f", "#70462c", "#452615", "#98594d", "#8f2f24"),
    ("#6b4632", "#4d3122", "#2a1610", "#8a524a", "#7c2620"),
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
_HEADWEAR = {
    "blue": "#2f5f9e",
    "green": "#2f7466",
    "plum": "#77497f",
    "sand": "#c6b08c",
    "red": "#a83f4c",
    "black": "#3a3942",
    "white": "#eceae4",
    "ochre": "#cf8f35",
}
_EYES = {
    "brown": "#5e3b22",
    "dark": "#33241d",
    "hazel": "#7a5a2a",
    "green": "#4c7046",
    "blue": "#39658c",
    "grey": "#5d6b78",
}
_OVER_EARS = frozenset({"bob", "long", "braids", "fringe", "waves", "locs", "pixie"})
"""Hair that covers the ears."""
_LASHES = 13
"""The age from which lashes are drawn out."""
_GROWN = 16
"""The age from which a head is drawn as that of a grown-up."""


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
    hat: Colour
    """The colour of turban, kippa or beanie."""
    eye: Colour

    @property
    def hair_dark(self) -> Colour:
        """Hair in its own shadow."""
        return mix(self.hair, HAIR_SHADOW, 0.3)

    @property
    def hair_light(self) -> Colour:
        """Hair where light falls on it."""
        return mix(self.hair, WHITE, 0.22)

    @property
    def cloth_dark(self) -> Colour:
        """Cloth in a fold."""
        return mix(self.cloth, BLACK, 0.22)

    @property
    def headwear(self) -> str:
        """What is worn on the head; a headscarf leaves no room for anything else."""
        return NONE if self.scarf is not None else self.look.headwear

    @property
    def has_bare_ears(self) -> bool:
        """Whether neither hair nor cloth covers the ears."""
        if self.scarf is not None:
            return self.look.headscarf_worn == "knotted"
        return self.headwear == "turban" or self.look.hair not in _OVER_EARS

    @property
    def has_lashes(self) -> bool:
        """Whether the lashes are drawn out at the corner of the eye."""
        is_worn_long = self.look.hair in WORN_LONG or self.scarf is not None
        return is_worn_long and self.look.beard == NONE and self.look.age >= _LASHES

    @property
    def youth(self) -> float:
        """How much of a child they are: 1 newly born, 0 from sixteen on."""
        return max(0.0, 1 - self.look.age / _GROWN)

    def aged(self, start: int, end: int = 90) -> float:
        """How far the years have come from one age to another, 0..1."""
        return max(0.0, min(1.0, (self.look.age - start) / (end - start)))


def seated(look: Look, expression: Expression) -> Sitter:
    """Seat somebody: look up all the tones and measures."""
    tone, shade, crease, lip, flush = (from_hex(text) for text in _SKINS[look.skin - 1])
    if expression.reddens:
        tone, shade, lip = mix(tone, flush, 0.27), mix(shade, flush, 0.27), mix(lip, flush, 0.2)
    return Sitter(
        look=look,
        expression=expression,
        bones=_grown(_BONES[look.face], look.age),
        skin=Skin(tone, shade, crease, lip, flush),
        hair=from_hex(_HAIR[look.hair_color]),
        cloth=from_hex(_CLOTHES[look.clothes]),
        scarf=None if look.headscarf is None else from_hex(_HEADWEAR[look.headscarf]),
        hat=from_hex(_HEADWEAR[look.headwear_color]),
        eye=from_hex(_EYES[look.eyes]),
    )


def _grown(bones: Bones, age: int) -> Bones:
    """A head at an age: children have full cheeks, short chins, thin necks and narrow shoulders."""
    left = max(0.0, 1 - age / _GROWN)
    return replace(
        bones,
        cheek=bones.cheek + round(4 * left),
        chin=bones.chin - round(14 * left),
        neck=bones.neck - round(11 * left),
        shoulders=round(bones.shoulders * (1 - 0.45 * left), 3),
    )
