"""A trainer's own pictures stand where they are given; where one cannot be shown, that is said, and somebody drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.loader import find_scenarios, scenario_folders
from game.looks.portrait import Look
from game.trainer.preview import Preview
from game.window.cases import Cases
from game.window.pictures import paint_portrait
from game.window.preview import Rehearsals
from game.window.screens.screen import Screen
from game.window.supplied import NO_PICTURES, Pictured, SuppliedPictures, pictures_of
from game.window.widgets.portrait import Portrait
from tests.window.gallery import SCENARIOS, conversation, debriefing, mirroring, on_stage, play_on, shown

RED, BLUE = (255, 0, 0), (0, 0, 255)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="{}"/></svg>'


_TURNS = ("lobby/deposit", "", "search/kitchen-room")


def is_nearly(found: pygame.Color, wanted: tuple[int, int, int]) -> bool:
    """Whether a colour is another, but for what scaling rounds off."""
    return max(abs(a - b) for a, b in zip(found[:3], wanted, strict=True)) <= 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case's folder of pictures."""
    faces = tmp_path / "faces" / "lost-bag"
    faces.mkdir(parents=True)
    return faces


def test_a_mood_has_its_own_picture_and_the_others_the_one_for_all(folder: Path) -> None:
    """`reto-furious.svg` beside `reto.png`; nobody else has one."""
    (folder / "reto-furious.svg").write_text(SVG.format("red"))
    blue = pygame.Surface((20, 20))
    blue.fill(BLUE)
    pygame.image.save(blue, folder / "reto.png")
    pictures = pictures_of("lost-bag", folder.parent.parent / "lost-bag.yaml")
    furious, calm = pictures.of("reto", -3), pictures.of("reto", 0)
    assert furious is not None
    assert calm is not None
    assert furious.picture(16).get_at((8, 8))[:3] == RED
    assert is_nearly(calm.picture(16).get_at((8, 8)), BLUE)
    assert pictures.of("customer", 0) is None
    assert pictures.notes == []


def test_corners_are_round_like_those_of_drawn_people(folder: Path) -> None:
    """What is painted ends where a drawn portrait ends."""
    (folder / "reto.svg").write_text(SVG.format("red"))
    surface = pygame.Surface((40, 40))
    paint_portrait(surface, surface.get_rect(), SuppliedPictures(folder).likeness("reto", Look()), 0, 12)
    assert surface.get_at((20, 20))[:3] == RED
    assert surface.get_at((0, 0))[:3] == (0, 0, 0)


def test_of_a_tall_picture_the_upper_part_is_shown(folder: Path) -> None:
    """Heads are at the top."""
    tall = pygame.Surface((20, 40))
    tall.fill(BLUE)
    tall.fill(RED, (0, 0, 20, 20))
    pygame.image.save(tall, folder / "reto.png")
    picture = SuppliedPictures(folder).of("reto", 0)
    assert picture is not None
    assert all(is_nearly(picture.picture(10).get_at((5, y)), RED) for y in (0, 8))


def test_a_picture_that_cannot_be_shown_is_told_once_and_the_next_best_taken(folder: Path) -> None:
    """The note names the file and what to do; the person's other picture stands in."""
    (folder / "reto-calm.svg").write_text(SVG.format("teal"))
    (folder / "reto.svg").write_text(SVG.format("red"))
    pictures = SuppliedPictures(folder)
    for _again in range(2):
        shown = pictures.of("reto", 0)
        assert shown is not None
        assert shown.path.endswith("reto.svg")
    assert len(pictures.notes) == 1
    assert "reto-calm.svg" in pictures.notes[0]
    assert "teal" in pictures.notes[0]


def test_a_broken_png_is_no_picture(folder: Path) -> None:
    """Its head is right, its rest is missing: that is only found out by drawing it."""
    whole = folder / "whole.png"
    pygame.image.save(pygame.Surface((20, 20)), whole)
    (folder / "reto.png").write_bytes(whole.read_bytes()[:40])
    pictures = SuppliedPictures(folder)
    assert pictures.of("reto", 0) is None
    assert "reto.png" in pictures.notes[0]


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    """Neither for a case without pictures nor for one without a file."""
    assert pictures_of("lost-bag", tmp_path / "lost-bag.yaml").of("customer", 0) is None
    assert pictures_of("lost-bag", None) is NO_PICTURES


def test_somebody_without_pictures_is_drawn_and_so_is_a_mood_without_one(folder: Path) -> None:
    """Only whom a picture is of has a likeness of their own; `reto-b.svg` is nobody's."""
    (folder / "reto-furious.svg").write_text(SVG.format("red"))
    (folder / "milo-b.svg").write_text(SVG.format("red"))
    pictures = SuppliedPictures(folder)
    assert pictures.likeness("milo", Look()) == Look()
    likeness = pictures.likeness("reto", Look())
    surface, drawn = pygame.Surface((40, 40)), pygame.Surface((40, 40))
    paint_portrait(drawn, drawn.get_rect(), Look(), 0, 12)
    for mood, is_red in ((-3, True), (0, False)):
        paint_portrait(surface, surface.get_rect(), likeness, mood, 12)
        assert (surface.get_at((20, 4))[:3] == RED) is is_red
    assert surface.get_at((20, 20)) == drawn.get_at((20, 20))


def test_every_screen_of_a_case_shows_the_pictures_that_lie_beside_it(tmp_path: Path) -> None:
    """Card, conversation, debrief and mirror; a case without pictures is drawn."""
    case = tmp_path / "lost-reservation.yaml"
    shutil.copy(SCENARIOS / case.name, case)
    faces = tmp_path / "faces" / "lost-reservation"
    faces.mkdir(parents=True)
    (faces / "customer.svg").write_text(SVG.format("red"))
    cases = Cases(find_scenarios([tmp_path]))
    while not cases.is_read:
        cases.read_next()
    told = cases.told("lost-reservation")
    assert told is not None
    assert isinstance(told.customer, Pictured)
    screens = (conversation(), debriefing("lobby/deposit", "", "search/kitchen-room"), mirroring(*_TURNS))
    for screen in screens:
        assert not any(isinstance(each.look, Pictured) for each in portraits(screen))
        screen.pictures = cases.pictures("lost-reservation")
        assert any(isinstance(each.look, Pictured) for each in portraits(screen)), screen.title


def portraits(screen: Screen) -> list[Portrait]:
    """The portraits a screen shows."""
    stage = play_on(on_stage(screen))
    return [widget for widget in stage.tree.walk() if isinstance(widget, Portrait)]


def test_a_preview_shows_them_and_tells_which_cannot_be_shown(tmp_path: Path) -> None:
    """Whoever writes the case is told at once, with the reason."""
    case = tmp_path / "lost-reservation.yaml"
    shutil.copy(SCENARIOS / case.name, case)
    faces = tmp_path / "faces" / "lost-reservation"
    faces.mkdir(parents=True)
    (faces / "customer.svg").write_text(SVG.format("red"))
    (faces / "customer-calm.svg").write_text(SVG.format("teal"))
    preview = Preview(str(case), scenario_folders())
    stage = on_stage(Rehearsals(preview).first())
    assert "customer-calm.svg cannot be shown" in shown(stage)
    assert "teal" in shown(stage)
    assert any(isinstance(each.look, Pictured) for each in stage.tree.walk() if isinstance(each, Portrait))
