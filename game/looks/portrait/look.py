"""What somebody looks like, in words; those of a scenario's `face:` are the ones its format has."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BACKGROUNDS",
    "BEARDS",
    "CLOTHES",
    "EYES",
    "FACES",
    "GLASSES",
    "HAIR",
    "HAIR_COLOURS",
    "NONE",
    "OUTFITS",
    "SCARVES",
    "SKINS",
    "Look",
]

NONE = "none"
"""Said of glasses and beard: they wear none."""

SKINS = (1, 2, 3, 4, 5, 6)
"""From light to dark."""
FACES = ("oval", "round", "square", "heart")
HAIR = (
    "short",
    "side",
    "quiff",
    "bob",
    "long",
    "bun",
    "pony",
    "curly",
    "afro",
    "braids",
    "bald",
    "cropped",
)
HAIR_COLOURS = ("black", "dark-brown", "brown", "chestnut", "blond", "red", "grey", "white")
EYES = ("brown", "dark", "hazel", "green", "blue", "grey")
GLASSES = (NONE, "round", "square")
BEARDS = (NONE, "stubble", "moustache", "goatee", "beard")
OUTFITS = ("collar", "crew", "blazer", "hoodie", "jacket", "dress")
CLOTHES = ("teal", "red", "navy", "green", "plum", "ochre", "slate", "sand")
"""Colours of clothes."""
SCARVES = ("blue", "green", "plum", "sand", "red", "black")
BACKGROUNDS = ("sky", "peach", "lilac", "sage", "rose", "sand")

_WORDS: dict[str, tuple[object, ...]] = {
    "skin": SKINS,
    "face": FACES,
    "hair": HAIR,
    "hair_color": HAIR_COLOURS,
    "eyes": EYES,
    "glasses": GLASSES,
    "beard": BEARDS,
    "outfit": OUTFITS,
    "clothes": CLOTHES,
    "headscarf": (None, *SCARVES),
    "background": BACKGROUNDS,
}


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody's appearance.

    Raises:
        ValueError: a field says a word that is not in its list; the message quotes it.
    """

    skin: int = 2
    face: str = "oval"
    hair: str = "short"
    hair_color: str = "brown"
    eyes: str = "brown"
    glasses: str = NONE
    beard: str = NONE
    outfit: str = "crew"
    clothes: str = "teal"
    headscarf: str | None = None
    """The colour of a headscarf, which hides the hair."""
    background: str = "sky"
    age: int = 35
    earrings: bool = False

    def __post_init__(self) -> None:
        for field, words in _WORDS.items():
            said = getattr(self, field)
            if said not in words:
                raise ValueError(f"{field} {said!r} is not one of {', '.join(map(str, words))}")
        if not 0 <= self.age <= 120:
            raise ValueError(f"age {self.age!r} is not within 0 to 120")
