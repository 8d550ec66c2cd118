"""What somebody looks like, in words; those of a scenario's `face:` are the ones its format has."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BACKGROUNDS",
    "BEARDS",
    "CLOTHES",
    "EARRINGS",
    "EYES",
    "FACES",
    "GLASSES",
    "HAIR",
    "HAIR_COLOURS",
    "HEADWEAR",
    "HEADWEAR_COLOURS",
    "HEARING_AIDS",
    "MARKS",
    "NONE",
    "OLDEST",
    "OUTFITS",
    "SCARVES",
    "SCARVES_WORN",
    "SKINS",
    "WORDS",
    "WORN_LONG",
    "Look",
]

NONE = "none"
"""Said of glasses, beard and whatever else can be left off: they wear none."""

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
    "pixie",
    "fringe",
    "waves",
    "locs",
    "cornrows",
    "fade",
    "undercut",
    "receding",
)
WORN_LONG = frozenset({"bob", "long", "bun", "pony", "braids", "fringe", "waves"})
"""Hair beside which a beard or bare ears are not guessed, only drawn when asked for."""
HAIR_COLOURS = ("black", "dark-brown", "brown", "chestnut", "blond", "red", "grey", "white")
EYES = ("brown", "dark", "hazel", "green", "blue", "grey")
GLASSES = (NONE, "round", "square", "cat-eye", "rimless", "half-moon", "dark")
BEARDS = (NONE, "stubble", "moustache", "goatee", "beard", "long", "sideburns")
OUTFITS = ("collar", "crew", "blazer", "hoodie", "jacket", "dress", "suit", "turtleneck", "cardigan", "workwear")
CLOTHES = ("teal", "red", "navy", "green", "plum", "ochre", "slate", "sand")
"""Colours of clothes."""
SCARVES = ("blue", "green", "plum", "sand", "red", "black")
SCARVES_WORN = ("wrapped", "loose", "knotted")
HEADWEAR = (NONE, "turban", "kippa", "beanie")
HEADWEAR_COLOURS = (*SCARVES, "white", "ochre")
EARRINGS = (NONE, "studs", "hoops", "drops")
MARKS = (NONE, "freckles", "vitiligo", "scar", "mole")
"""What a skin shows of its own."""
HEARING_AIDS = (NONE, "left", "right", "both")
BACKGROUNDS = ("sky", "peach", "lilac", "sage", "rose", "sand")
OLDEST = 120

WORDS: dict[str, tuple[object, ...]] = {
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
    "headscarf_worn": SCARVES_WORN,
    "headwear": HEADWEAR,
    "headwear_color": HEADWEAR_COLOURS,
    "earrings": EARRINGS,
    "mark": MARKS,
    "hearing_aid": HEARING_AIDS,
    "wheelchair": (False, True),
    "background": BACKGROUNDS,
}
"""What each trait may be, but for the age."""


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
    """The colour of a headscarf, which hides the hair but where it is worn loose."""
    background: str = "sky"
    age: int = 35
    earrings: str = NONE
    headscarf_worn: str = "wrapped"
    headwear: str = NONE
    """What is worn on the head besides; a headscarf leaves no room for it."""
    headwear_color: str = "blue"
    mark: str = NONE
    hearing_aid: str = NONE
    """On which ear, or both; left and right are the person's own."""
    wheelchair: bool = False

    def __post_init__(self) -> None:
        for field, words in WORDS.items():
            said = getattr(self, field)
            if said not in words:
                raise ValueError(f"{field} {said!r} is not one of {', '.join(map(str, words))}")
        if not 0 <= self.age <= OLDEST:
            raise ValueError(f"age {self.age!r} is not within 0 to {OLDEST}")
