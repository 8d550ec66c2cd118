from __future__ import annotations

import pygame
import pytest
from pygame import Rect

from game.window.canvas import Canvas
from game.window.input import Digit
from game.window.motion import STILL, Motion
from game.window.screens.screen import Screen
from game.window.settings import Settings
from game.window.stage import Stage
from game.window.theme import Theme
from game.window.widgets.widget import Widget
from tests.window.gallery import conversation, mirroring

SIZE = (320, 240)


@pytest.mark.parametrize(("now", "share"), [(0.0, 0.0), (1.0, 0.0), (2.0, 0.5), (3.0, 1.0), (9.0, 1.0)])
def test_a_motion_goes_from_nothing_to_all(now: float, share: float) -> None:
    """Before it began there is nothing of it, after its end all; eased, the middle is the middle."""
    motion = Motion(1.0, 2.0)
    assert motion.share(now) == share
    assert motion.eased(now) == share
    assert motion.is_over(now) == (share == 1.0)


def test_what_is_still_is_over_at_any_time() -> None:
    """Also before the first tick."""
    assert STILL.is_over(float("-inf"))
    assert STILL.share(0.0) == 1.0


def staged(*, is_still: bool) -> tuple[Stage, pygame.Surface]:
    """A stage whose screen was painted."""
    stage = Stage(conversation(), Settings(is_still=is_still), SIZE)
    stage.tick(0.0)
    picture = pygame.Surface(SIZE)
    stage.paint(picture)
    return stage, picture


def test_a_screen_fades_into_the_next() -> None:
    """At first the former picture is seen, at the end nothing of it; then nothing is painted any more."""
    stage, picture = staged(is_still=False)
    former = picture.copy()
    stage.show(mirroring("lobby/listen"))
    stage.paint(picture)
    assert picture.get_at((160, 20)) == former.get_at((160, 20))
    assert pygame.image.tobytes(picture, "RGB") == pygame.image.tobytes(former, "RGB")
    assert stage.is_moving
    stage.tick(0.09)
    assert stage.needs_paint
    stage.paint(picture)
    between = pygame.image.tobytes(picture, "RGB")
    stage.tick(0.2)
    stage.paint(picture)
    after = pygame.image.tobytes(picture, "RGB")
    assert len({pygame.image.tobytes(former, "RGB"), between, after}) == 3
    assert not stage.is_moving
    stage.tick(1.0)
    assert not stage.needs_paint


def test_nothing_fades_where_nothing_is_to_move() -> None:
    """The next screen stands there at once."""
    stage, picture = staged(is_still=True)
    stage.show(mirroring("lobby/listen"))
    stage.paint(picture)
    at_once = pygame.image.tobytes(picture, "RGB")
    stage.tick(1.0)
    stage.paint(picture)
    assert pygame.image.tobytes(picture, "RGB") == at_once


def test_a_window_of_another_size_shows_nothing_of_the_former_picture() -> None:
    """A fade ends with the picture it came from."""
    stage, picture = staged(is_still=False)
    stage.show(mirroring("lobby/listen"))
    stage.resize((400, 300), 1.0)
    larger = pygame.Surface((400, 300))
    stage.paint(larger)
    at_once = pygame.image.tobytes(larger, "RGB")
    stage.tick(1.0)
    stage.paint(larger)
    assert pygame.image.tobytes(larger, "RGB") == at_once
    assert picture.get_size() == SIZE


def test_what_is_pressed_during_a_fade_counts() -> None:
    """The new screen takes it, although the old one can still be seen."""
    stage, _ = staged(is_still=False)
    screen = mirroring("lobby/listen")
    stage.show(screen)
    stage.act(Digit(4))
    assert screen.guesses == [0]


class Beat(Widget):
    """Shows how much of its motion is over as a shade of grey."""

    def __init__(self) -> None:
        super().__init__("beat")
        self.motion = Motion(1.0, 1.0)

    def paint(self, canvas: Canvas) -> None:
        """Paint the shade, as wide as the window lets it."""
        canvas.surface.fill([round(100 * self.motion.share(canvas.now))] * 3)


class Around(Widget):
    """A beat in the middle of a window."""

    def place(self, theme: Theme, rect: Rect) -> None:
        """Take the window; the beat takes a little of it."""
        self.rect = rect
        self.children[0].place(theme, Rect(100, 80, 40, 20))


class Beating(Screen):
    """Shows nothing else."""

    title = "Beating"

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # the same at any size
        """The beat, in its place."""
        return Around("around", Beat())


def test_only_what_moves_is_painted_again_and_again() -> None:
    """Round it nothing is touched, until something else changes."""
    stage = Stage(Beating(), Settings(), SIZE)
    stage.tick(1.0)
    picture = pygame.Surface(SIZE)
    stage.paint(picture)
    picture.fill((255, 0, 255), (0, 0, 50, 50))
    stage.tick(1.5)
    assert stage.needs_paint
    stage.paint(picture)
    assert picture.get_at((120, 90))[:3] == (50, 50, 50)
    assert picture.get_at((10, 10))[:3] == (255, 0, 255)
    stage.needs_paint = True
    stage.paint(picture)
    assert picture.get_at((10, 10))[:3] == (50, 50, 50)


def test_a_motion_that_ends_between_two_pictures_comes_to_rest() -> None:
    """However late the next picture is; after that nothing is painted."""
    stage = Stage(Beating(), Settings(), SIZE)
    stage.tick(1.0)
    picture = pygame.Surface(SIZE)
    stage.paint(picture)
    stage.tick(9.0)
    assert stage.needs_paint
    stage.paint(picture)
    assert picture.get_at((120, 90))[:3] == (100, 100, 100)
    stage.tick(9.5)
    assert not stage.needs_paint


def test_another_surface_is_painted_as_a_whole() -> None:
    """It shows nothing yet."""
    stage = Stage(Beating(), Settings(), SIZE)
    stage.tick(1.0)
    stage.paint(pygame.Surface(SIZE))
    stage.tick(1.5)
    other = pygame.Surface(SIZE)
    stage.paint(other)
    assert other.get_at((10, 10))[:3] == (50, 50, 50)
