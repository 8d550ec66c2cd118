"""Paints the words of `face:` for the handbook, each on somebody who wears it:

    python3 -m tests.looks.catalogue

writes assets/pictures/faces.png. Look at it before you commit it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game import paths
from game.looks.portrait import Frame, Look, portrait
from game.looks.portrait.look import (
    BACKGROUNDS,
    BEARDS,
    CLOTHES,
    EARRINGS,
    GLASSES,
    HAIR,
    HEADWEAR,
    MARKS,
    NONE,
    OUTFITS,
    SCARVES_WORN,
)
from game.window.fonts import font
from game.window.shapes import round_corners

__all__ = ["PICTURE", "paint", "rows", "words"]

PICTURE = paths.assets() / "pictures" / "faces.png"
_COLUMNS = 10
_SIDE, _GAP, _CAPTION, _LABEL = 96, 10, 26, 34
_PAPER, _INK, _MUTE = (250, 249, 246), (28, 34, 46), (85, 92, 107)

_PEOPLE = (
    *((2, "brown"), (5, "black"), (1, "blond"), (4, "black"), (3, "dark-brown"), (6, "black"), (1, "red")),
    *((2, "chestnut"), (6, "black"), (3, "black"), (2, "blond"), (5, "dark-brown"), (4, "dark-brown")),
)
"""Skins, and colours of hair that go with them."""

Shown = tuple[str, Look, Frame]


def rows() -> Iterator[tuple[str, list[Shown]]]:
    """Each key, and its words with somebody who shows them."""
    yield "hair", [(word, _somebody(place, hair=word), "whole") for place, word in enumerate(HAIR)]
    covers = [(word, {"headscarf": "plum", "headscarf_worn": word}) for word in SCARVES_WORN]
    hats = [(word, {"headwear": word, "headwear_color": "ochre"}) for word in HEADWEAR if word != NONE]
    yield (
        "headscarf_worn, headwear",
        [(word, _somebody(place, **said), "whole") for place, (word, said) in enumerate(covers + hats)],
    )
    yield "glasses", [(word, _somebody(place, glasses=word), "head") for place, word in _worn(GLASSES)]
    yield "beard", [(word, _somebody(place, beard=word, hair="short"), "head") for place, word in _worn(BEARDS)]
    yield "outfit", [(word, _somebody(place, outfit=word, hair="bun"), "chest") for place, word in enumerate(OUTFITS)]
    rings = [(word, _somebody(place, earrings=word, hair="bun"), "head") for place, word in _worn(EARRINGS)]
    marks = [(word, _somebody(place, mark=word, hair="short"), "head") for place, word in _worn(MARKS)]
    aids: list[Shown] = [
        ("hearing_aid", Look(skin=3, hair="long", hair_color="black", hearing_aid="left"), "head"),
        ("wheelchair", Look(skin=5, hair="fade", hair_color="black", wheelchair=True, background="sage"), "whole"),
    ]
    yield "earrings, mark, hearing_aid, wheelchair", [*rings, *marks, *aids]  # type: ignore[list-item]
    ages = (8, 20, 35, 50, 65, 75, 85)
    yield "age", [(str(age), _somebody(3, hair="short", hair_color=_grey(age), age=age), "head") for age in ages]


def words() -> set[str]:
    """Every word that is shown."""
    return {word for _key, shown in rows() for word, _look, _frame in shown}


def paint() -> pygame.Surface:
    """All rows, each under its key, each portrait above its word."""
    pygame.font.init()
    step, line = _SIDE + _GAP, _SIDE + _CAPTION
    lines = sum(-(-len(shown) // _COLUMNS) for _key, shown in rows())
    count = sum(1 for _row in rows())
    sheet = pygame.Surface((_COLUMNS * step + _GAP, lines * line + count * _LABEL + _GAP))
    sheet.fill(_PAPER)
    y = 0
    for key, shown in rows():
        sheet.blit(font(19, "bold").render(key, True, _INK), (_GAP, y + 8))
        y += _LABEL
        for place, (word, look, frame) in enumerate(shown):
            x, top = _GAP + place % _COLUMNS * step, y + place // _COLUMNS * line
            svg = portrait(look, 0, frame)
            picture = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (_SIDE, _SIDE))
            sheet.blit(round_corners(picture, 12), (x, top))
            caption = font(15, "semi").render(word, True, _MUTE)
            sheet.blit(caption, (x + (_SIDE - caption.get_width()) // 2, top + _SIDE + 2))
        y += -(-len(shown) // _COLUMNS) * line
    return sheet


def _worn(kinds: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(place, word) for place, word in enumerate(kinds) if word != NONE]


def _somebody(place: int, **said: object) -> Look:
    """Somebody, unlike their neighbours."""
    skin, colour = _PEOPLE[place % len(_PEOPLE)]
    traits = {
        "skin": skin,
        "hair": "side",
        "hair_color": colour,
        "clothes": CLOTHES[place % len(CLOTHES)],
        "background": BACKGROUNDS[place % len(BACKGROUNDS)],
        "age": 28,
    }
    return Look(**{**traits, **said})  # type: ignore[arg-type]


def _grey(age: int) -> str:
    return "white" if age >= 70 else "grey" if age >= 58 else "dark-brown"


if __name__ == "__main__":
    pygame.image.save(paint(), PICTURE)
