"""The look of whoever plays: made from the same parts as everybody's, kept in the words of `face:`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from game.looks.portrait.derivation import SAID_OTHERWISE, draw, look_from
from game.looks.portrait.look import EARRINGS, EYES, FACES, GLASSES, HAIR, MARKS, NONE, WORDS, WORN_LONG, Look

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["look_by_chance", "words_of"]

_FORMAT = {trait: key for key, trait in SAID_OTHERWISE.items()}
_YOUNGEST, _YEARS = 19, 48
_SEEN_SELDOM = 6
"""One in so many wears earrings, or has a mark, where chance decides."""


def words_of(look: Look) -> Mapping[str, object]:
    """A look in the words of `face:`, every one of them, so that it does not hang on a name."""
    said = {_FORMAT.get(field.name, field.name): getattr(look, field.name) for field in fields(look)}
    return {key: word for key, word in said.items() if word is not None}


def look_by_chance(token: str) -> Look:
    """Somebody, decided by a token as a face is by its name, but out of more: all hair, glasses, clothes, all ages.

    What says something of faith or body stays for whoever it belongs to: it is never a surprise.
    """
    plain = look_from(None, token)

    def one(trait: str, words: tuple[str, ...]) -> str:
        return words[draw(token, f"chance {trait}") % len(words)]

    hair = one("hair", tuple(style for style in HAIR if style not in ("bald", "receding")))
    traits = {field.name: getattr(plain, field.name) for field in fields(plain)}
    traits |= {
        "hair": hair,
        "face": one("face", FACES),
        "eyes": one("eyes", EYES),
        "glasses": one("glasses", (*(NONE,) * 5, *(kind for kind in GLASSES if kind not in (NONE, "dark")))),
        "beard": NONE if hair in WORN_LONG else plain.beard,
        "outfit": one("outfit", tuple(map(str, WORDS["outfit"]))),
        "age": _YOUNGEST + draw(token, "chance age") % _YEARS,
        "earrings": one("earrings", EARRINGS) if draw(token, "chance rings") % _SEEN_SELDOM == 0 else plain.earrings,
        "mark": one("mark", (NONE,) * _SEEN_SELDOM + (MARKS[1], MARKS[-1])),
    }
    return Look(**traits)
