"""The maker of avatars: a chapter of parts at a time, each part shown on oneself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.looks.portrait.look import NONE
from game.texts import _
from game.window.screens.people.parts import CHAPTERS, choices, chosen, with_choice
from game.window.screens.people.tile import TILE, Tile
from game.window.screens.people.wording import chapter_words, trait_words, word_for
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.choice_row import Option
from game.window.widgets.label import Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.looks.portrait import Frame, Look
    from game.window.widgets.widget import Widget

__all__ = ["maker"]

_CALM, _PLEASED = 0, 1
_FRAMES: Mapping[str, Frame] = {
    "skin": "head",
    "face": "head",
    "age": "head",
    "mark": "head",
    "beard": "head",
    "glasses": "head",
    "earrings": "head",
    "hearing_aid": "head",
    "eyes": "eyes",
    "outfit": "chest",
    "clothes": "chest",
}
"""Where one has to look closer."""


def maker(
    look: Look, chapter: str, on_chapter: Callable[[str], None], on_look: Callable[[Look], None], *, side: float = TILE
) -> list[Widget]:
    """The chapters to choose from, and a row of tiles, `side` wide, for each part of the one that is open."""
    tabs = [
        Option(words, partial(on_chapter, name), key=f"chapter-{name}", is_chosen=name == chapter)
        for name, words in chapter_words().items()
    ]
    _number(tabs)
    rows = [_row(trait, look, on_look, side) for trait in CHAPTERS[chapter] if choices(trait, look)]
    words = _("What is changed")
    return [Column(words, Flow(words, *tabs, gap=8), role=Role.OPTIONS), *rows]


def _row(trait: str, look: Look, on_look: Callable[[Look], None], side: float) -> Widget:
    """A part: what it is and what is chosen, and below it all there is."""
    label, held = trait_words()[trait], chosen(trait, look)
    bare = replace(look, headscarf=None, headwear=NONE) if trait in ("hair", "hair_color") else look
    mood = _PLEASED if trait == "beard" else _CALM
    tiles = []
    for choice in choices(trait, look):
        change = partial(on_look, with_choice(trait, choice, look))
        tile = Tile(
            word_for(trait, choice),
            with_choice(trait, choice, bare),
            mood,
            change,
            key=f"{trait}-{choice}",
            side=side,
            frame=_FRAMES.get(trait, "whole"),
        )
        tile.is_chosen = choice == held
        tiles.append(tile)
    _number(tiles)
    heading = Label(_("{part}: {choice}", part=label, choice=word_for(trait, held)), size=15, weight="semi")
    return Column(label, heading, Flow(label, *tiles, gap=8), gap=6, role=Role.OPTIONS)


def _number(options: list[Option] | list[Tile]) -> None:
    """Tell each option its place, to be read aloud."""
    for place, option in enumerate(options, 1):
        option.place_in_set = (place, len(options))
