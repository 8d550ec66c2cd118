"""Finishing a face: what nobody described follows from the name, and is the same on every machine."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

from game.looks.portrait.look import (
    BACKGROUNDS,
    BEARDS,
    CLOTHES,
    EYES,
    FACES,
    GLASSES,
    HAIR,
    HAIR_COLOURS,
    NONE,
    OUTFITS,
    SKINS,
    WORN_LONG,
    Look,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.scenario.model import Face

__all__ = ["SAID_OTHERWISE", "draw", "look_from"]

_Word = TypeVar("_Word")

_GREY_FROM = 58
"""The age from which undescribed hair is grey."""
_WHITE_FROM = 70
_NATURAL = HAIR_COLOURS[:6]
_DARK = ("black", "black", "dark-brown", "brown")
"""Hair guessed for the darker half of the skins."""

# What is guessed must stay as it is, in this order: a word more in one of these lists, and every undescribed person of
# every scenario has another face. Words that came later are drawn for whoever describes them; what says something of
# somebody's faith or body is never guessed.
_GUESSED_HAIR = [style for style in HAIR[:12] if style != "bald"]
_GUESSED_GLASSES = (NONE, NONE, *GLASSES[:3])
_GUESSED_BEARDS = (NONE, NONE, NONE, NONE, *BEARDS[:5])
_GUESSED_OUTFITS = OUTFITS[:6]
SAID_OTHERWISE = {"outfit_color": "clothes", "shape": "face"}
"""Keys of the format whose trait has another name here."""


def look_from(face: Face | None, name: str) -> Look:
    """Complete a scenario's `face:` with what the person's name decides by its hash.

    Describing one trait leaves the derived others as they were, except where traits hang together: hair is
    grey by age, and nobody is guessed to have a beard beside long hair or a headscarf.
    """
    keys = () if face is None else face.__struct_fields__
    said = {SAID_OTHERWISE.get(key, key): trait for key in keys if (trait := getattr(face, key)) is not None}
    look: dict[str, Any] = {**_derived(said, name), **said}
    return Look(**look)


def _derived(said: Mapping[str, Any], name: str) -> dict[str, object]:
    """All traits as the name decides them, given what was said."""
    skin = said.get("skin") or _pick(name, "skin", SKINS)
    age = said["age"] if "age" in said else 22 + draw(name, "age") % 46
    hair = said.get("hair") or _pick(name, "hair", _GUESSED_HAIR)
    is_worn_long = hair in WORN_LONG or "headscarf" in said
    has_earrings = is_worn_long and _pick(name, "earrings", (True, False))
    return {
        "skin": skin,
        "face": _pick(name, "face", FACES),
        "hair": hair,
        "hair_color": _hair_color(name, skin, age),
        "eyes": _pick(name, "eyes", EYES[:3] if skin in SKINS[3:] else EYES),
        "glasses": _pick(name, "glasses", _GUESSED_GLASSES),
        "beard": NONE if is_worn_long else _pick(name, "beard", _GUESSED_BEARDS),
        "outfit": _pick(name, "outfit", _GUESSED_OUTFITS if is_worn_long else _GUESSED_OUTFITS[:-1]),
        "clothes": _pick(name, "clothes", CLOTHES),
        "background": _pick(name, "background", BACKGROUNDS),
        "age": age,
        "earrings": "studs" if has_earrings else NONE,
    }


def _hair_color(name: str, skin: int, age: int) -> str:
    """The colour of hair at an age."""
    if age >= _GREY_FROM:
        return "white" if age >= _WHITE_FROM else "grey"
    return _pick(name, "hair_color", _DARK if skin in SKINS[3:] else _NATURAL)


def _pick(name: str, field: str, words: Sequence[_Word]) -> _Word:
    return words[draw(name, field) % len(words)]


def draw(name: str, field: str) -> int:
    """A number that only the name and the field decide."""
    return int.from_bytes(blake2b(f"{field}\0{name}".encode(), digest_size=6).digest(), "big")
