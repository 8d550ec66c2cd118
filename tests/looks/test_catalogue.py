"""The handbook's picture of faces shows every word there is, as it is drawn."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.looks.portrait.look import BEARDS, EARRINGS, GLASSES, HAIR, HEADWEAR, MARKS, NONE, OUTFITS, SCARVES_WORN
from tests.looks.catalogue import PICTURE, paint, words
from tests.window.comparison import differing, halved


def test_every_word_is_shown() -> None:
    """A new word of the format belongs on it, too."""
    said = {*HAIR, *SCARVES_WORN, *HEADWEAR, *GLASSES, *BEARDS, *OUTFITS, *EARRINGS, *MARKS} - {NONE}
    assert said | {"hearing_aid", "wheelchair"} <= words()


def test_the_picture_is_of_today(tmp_path: Path) -> None:
    """To paint it anew: python3 -m tests.looks.catalogue"""
    kept = pygame.image.load(PICTURE)
    painted = paint()
    assert kept.get_size() == painted.get_size()
    places = differing(halved(painted), halved(kept), tmp_path / "differs.png")
    assert not places, f"it differs in {len(places)} places"
