"""What an avatar is made of: the parts in their chapters, and a look with one of them changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.looks.portrait.look import (
    BACKGROUNDS,
    BEARDS,
    CLOTHES,
    EARRINGS,
    EYES,
    FACES,
    GLASSES,
    HAIR_COLOURS,
    HEADWEAR_COLOURS,
    HEARING_AIDS,
    MARKS,
    NONE,
    OUTFITS,
    SCARVES,
    SKINS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.looks.portrait import Look

__all__ = ["CHAPTERS", "choices", "chosen", "with_choice"]

CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "face": ("skin", "face", "eyes", "age", "mark"),
    "hair": ("hair", "hair_color", "beard"),
    "head": ("cover", "cover_color"),
    "glasses": ("glasses", "earrings", "hearing_aid"),
    "clothes": ("outfit", "clothes"),
    "around": ("background", "wheelchair"),
}
"""Which traits are chosen together."""
_AGES = (20, 35, 48, 60, 72, 85)
_HAIR = (
    *("short", "side", "quiff", "cropped", "pixie", "fade", "undercut", "receding", "bald"),
    *("bob", "fringe", "long", "waves", "bun", "pony", "braids", "curly", "afro", "locs", "cornrows"),
)
"""What is alike side by side."""
_WORN = ("wrapped", "loose", "knotted")
_COVERS = (NONE, *_WORN, "turban", "kippa", "beanie")


def choices(trait: str, look: Look) -> Sequence[object]:
    """What can be chosen for a trait, given the rest."""
    if trait == "cover_color":
        if look.headscarf is not None:
            return SCARVES
        return () if look.headwear == NONE else HEADWEAR_COLOURS
    known: Mapping[str, Sequence[object]] = {
        "skin": SKINS,
        "face": FACES,
        "eyes": EYES,
        "age": _AGES,
        "mark": MARKS,
        "hair": _HAIR,
        "hair_color": HAIR_COLOURS,
        "beard": BEARDS,
        "cover": _COVERS,
        "glasses": GLASSES,
        "earrings": EARRINGS,
        "hearing_aid": HEARING_AIDS,
        "outfit": OUTFITS,
        "clothes": CLOTHES,
        "background": BACKGROUNDS,
        "wheelchair": (False, True),
    }
    return known[trait]


def chosen(trait: str, look: Look) -> object:
    """What a look has of a trait; of the ages the nearest."""
    match trait:
        case "cover":
            return look.headscarf_worn if look.headscarf is not None else look.headwear
        case "cover_color":
            return look.headscarf if look.headscarf is not None else look.headwear_color
        case "age":
            return min(_AGES, key=lambda age: abs(age - look.age))
    return getattr(look, trait)


def with_choice(trait: str, choice: object, look: Look) -> Look:
    """A look with one trait changed; a scarf and a hat take each other's place, and keep the colour."""
    match trait:
        case "cover":
            colour = str(chosen("cover_color", look))
            if choice in _WORN:
                scarf = colour if colour in SCARVES else SCARVES[0]
                return replace(look, headscarf=scarf, headscarf_worn=str(choice), headwear=NONE)
            return replace(look, headscarf=None, headwear=str(choice), headwear_color=colour)
        case "cover_color":
            worn = "headscarf" if look.headscarf is not None else "headwear_color"
            return replace(look, **{worn: str(choice)})  # type: ignore[arg-type]
    return replace(look, **{trait: choice})  # type: ignore[arg-type]
