"""Screens look as they looked: compared with the pictures in tests/window/pictures.

After a wanted change, renew the pictures, and look at each of them before you commit:

    GASTGEBER_RENEW_PICTURES=1 python3 -m pytest tests/window/test_pictures.py
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pygame
import pytest

from game.looks.portrait import portrait
from tests.looks.blind_sheet import FACES
from tests.window.comparison import differing, halved
from tests.window.gallery import SCREENS

PICTURES = Path(__file__).parent / "pictures"
RENEW = "GASTGEBER_RENEW_PICTURES"

SHOWN = [
    ("home", (1280, 800), "light", 100),
    ("home-first", (800, 600), "dark", 150),
    ("cases-filtered", (1280, 800), "contrast", 100),
    ("first-steps", (1280, 800), "light", 100),
    ("first-steps-coach", (800, 600), "dark", 100),
    ("cases", (1280, 800), "light", 100),
    ("cases", (800, 600), "dark", 150),
    ("briefing", (1280, 800), "dark", 100),
    ("opening", (1280, 800), "light", 100),
    ("timed", (1280, 800), "dark", 100),
    ("timed", (800, 600), "light", 100),
    ("timed", (800, 600), "contrast", 200),
    ("ended", (1280, 800), "contrast", 100),
    ("pause", (800, 600), "light", 100),
    ("debrief", (1280, 800), "light", 100),
    ("debrief", (800, 600), "contrast", 150),
    ("debrief-decisions", (1280, 800), "dark", 100),
    ("people", (800, 600), "dark", 100),
    ("person", (1280, 800), "light", 100),
    ("preview", (1280, 800), "light", 100),
    ("preview-findings", (1280, 800), "dark", 100),
    ("preview-findings", (800, 600), "light", 100),
    ("preview-scenes", (800, 600), "contrast", 150),
    ("preview-saved", (800, 600), "light", 100),
    ("settings", (1280, 800), "light", 100),
    ("settings", (800, 600), "contrast", 150),
    ("home-team", (1280, 800), "light", 100),
    ("boards", (1280, 800), "light", 100),
    ("boards-teams", (1280, 800), "dark", 100),
    ("boards-joining", (800, 600), "contrast", 150),
    ("ranked-briefing", (1280, 800), "dark", 100),
    ("ranked-lost", (800, 600), "light", 100),
]


def check(picture: pygame.Surface, name: str, tmp_path: Path) -> None:
    """Compare a picture with its reference, or put it in its place."""
    path, small = PICTURES / f"{name}.png", halved(picture)
    if os.environ.get(RENEW):
        pygame.image.save(small, path)
        return
    marked = tmp_path / f"{name}-differs.png"
    places = differing(small, pygame.image.load(path), marked)
    assert not places, f"{name} differs in {len(places)} places, first at {places[0]}; they are framed in {marked}"


@pytest.mark.parametrize(("screen", "size", "colours", "text"), SHOWN)
def test_a_screen_looks_as_it_looked(
    screen: str, size: tuple[int, int], colours: str, text: int, tmp_path: Path
) -> None:
    """Every screen, in some of the sizes, palettes and text sizes players use."""
    stage = SCREENS[screen](size, colours, text)
    picture = pygame.Surface(size)
    stage.paint(picture)
    check(picture, f"{screen}-{size[0]}x{size[1]}-{colours}-{text}", tmp_path)


def test_people_look_as_they_looked(tmp_path: Path) -> None:
    """Twelve people in six moods, as the blind test of the moods shows them."""
    side = 96
    sheet = pygame.Surface((side * 6, side * len(FACES)))
    for row, look in enumerate(FACES):
        for column, mood in enumerate(range(-3, 3)):
            picture = pygame.image.load_sized_svg(io.BytesIO(portrait(look, mood).encode()), (side, side))
            sheet.blit(picture, (column * side, row * side))
    check(sheet, "people", tmp_path)


def test_a_picture_that_changed_is_noticed_where_it_changed(tmp_path: Path) -> None:
    """One word less on a button is found, and framed where it stood; a faint change of tone is not."""
    picture = pygame.Surface((320, 200))
    picture.fill((242, 239, 233))
    reference = picture.copy()
    picture.fill((238, 236, 230))
    assert not differing(halved(picture), halved(reference), tmp_path / "same.png")
    picture.fill((28, 34, 46), (96, 64, 40, 12))
    places = differing(halved(picture), halved(reference), tmp_path / "differs.png")
    assert pygame.Rect(80, 48, 80, 48).contains(places[0].unionall(places[1:]))
    assert (tmp_path / "differs.png").exists()
