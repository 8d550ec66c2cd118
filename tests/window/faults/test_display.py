"""The display changes under the game, goes away, or is too large for the memory there is."""

from __future__ import annotations

import time
from typing import Any

import pygame
import pytest

from game.window import pictures
from game.window.app import App
from game.window.input import Zoom
from game.window.memory import let_go
from tests.window.faults.turned import Game, opened
from tests.window.gallery import SCREENS

SIZES = ((1, 1), (3, 700), (320, 200), (7680, 4320), (1280, 800))


def resize(game: Game, size: tuple[int, int]) -> None:
    """Give the window another size, as a system does that asks nobody."""
    game.app.window.minimum_size = (1, 1)
    game.app.window.size = size
    game.turn(pygame.Event(pygame.WINDOWSIZECHANGED))


def test_a_window_of_any_size_is_played_in() -> None:
    """From one pixel to 8K and back in mid-play, at any text size: choices count, and in the end all is as before."""
    with opened() as game:
        game.begin()
        before = game.words
        for size in SIZES:
            resize(game, size)
            assert game.app.stage.size == size
            game.turn(pygame.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
            game.app.stage.act(Zoom(1))
            game.turn(pygame.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
            assert "Pause" in game.told
            game.turn(pygame.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
        for _step in range(4):
            game.app.stage.act(Zoom(-1))
        resize(game, (800, 600))
        assert game.words == before
        resize(game, (320, 200))
        game.take("lobby/deposit")
        assert game.decisions == 1


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", [100, 200])
def test_every_screen_can_be_painted_however_small_it_is(screen: str, text: int) -> None:
    """A window manager may leave a pixel or two of a window."""
    stage = SCREENS[screen]((800, 600), "light", text)
    for size, density in (((1, 1), 1.0), ((2, 900), 1.0), ((900, 2), 2.0), ((160, 120), 3.0), ((320, 200), 1.0)):
        stage.resize(size, density)
        stage.tick(0.0)
        stage.paint(pygame.Surface(size))
        assert stage.tree.rect.size == size


def test_a_window_that_moves_to_another_display_takes_its_density(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many pixels a point: all letters are twice as large, and what is pressed is still what is meant."""
    densities = [1.0]
    monkeypatch.setattr(App, "_density", lambda _app: densities[0])
    with opened() as game:
        game.begin()
        resize(game, (1600, 1200))
        small = game.app.stage.theme.px(100)
        densities[0] = 2.0
        game.turn(pygame.Event(pygame.WINDOWDISPLAYCHANGED))
        assert game.app.stage.theme.px(100) >= 1.5 * small
        choice = next(widget for widget in game.app.stage.tree.walk() if widget.key == "choice-1")
        x, y = choice.rect.center
        game.turn(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x // 2, y // 2), button=1, touch=False))
        assert game.decisions == 1


class Window:
    """A window whose surface is gone for a while."""

    def __init__(self, window: pygame.Window, error: Exception) -> None:
        self._window = window
        self._error = error
        self.is_gone = True

    def flip(self) -> None:
        """Show what was painted."""
        if self.is_gone:
            raise self._error
        self._window.flip()

    def get_surface(self) -> pygame.Surface:
        """What to paint on."""
        if self.is_gone:
            raise self._error
        return self._window.get_surface()

    @property
    def size(self) -> tuple[int, int]:
        """Its size in points."""
        return self._window.size

    @size.setter
    def size(self, size: tuple[int, int]) -> None:
        self._window.size = size

    def __getattr__(self, name: str) -> Any:
        return getattr(self._window, name)


ERRORS = [pygame.error("Window surface is invalid, please call SDL_GetWindowSurface()"), MemoryError()]


@pytest.mark.parametrize("error", ERRORS, ids=["surface", "memory"])
def test_a_surface_that_is_lost_is_asked_for_again(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile the game is played on, and what happened is told once there is a picture again."""
    with opened() as game:
        game.begin()
        window = Window(game.app.window, error)
        monkeypatch.setattr(game.app, "window", window)
        resize(game, (1000, 700))
        game.take("lobby/deposit")
        assert game.decisions == 1
        window.is_gone = False
        game.wait()
        assert game.app.stage.size == (1000, 700)
        assert game.told == "The picture was gone for a moment. Nothing is lost."
        assert not game.app.stage.needs_paint


@pytest.mark.parametrize("error", ERRORS, ids=["surface", "memory"])
def test_a_display_that_stays_away_ends_the_game_with_everything_kept(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After ten seconds; the play can be gone on with."""
    game = Game()
    game.begin()
    game.take("lobby/deposit")
    window = Window(game.app.window, error)
    monkeypatch.setattr(game.app, "window", window)
    hours = [time.monotonic()]
    monkeypatch.setattr(time, "monotonic", lambda: hours[0])
    game.turn(pygame.Event(pygame.WINDOWEXPOSED))
    hours[0] += 9
    game.turn()
    hours[0] += 2
    with pytest.raises(type(error)):
        game.turn()
    game.close()
    with opened() as again:
        assert again.kept_decisions() == [1]


@pytest.mark.parametrize("error", [pygame.error("Out of memory"), MemoryError()], ids=["pygame", "python"])
def test_a_picture_for_which_there_is_no_memory_is_left_out(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is told once, not at every turn; with memory again the picture is there."""

    def fail(*_arguments: Any) -> Any:
        raise error

    with opened() as game:
        game.begin()
        full = game.app.surface.copy()
        let_go()
        with monkeypatch.context() as short:
            short.setattr(pictures, "drawn", fail)
            game.turn(pygame.Event(pygame.WINDOWEXPOSED))
            game.wait()
            assert game.told.startswith("There is too little memory for all pictures.")
            game.take("lobby/deposit")
            assert game.decisions == 1
            game.app.stage.tick(time.monotonic() + 60)
            game.app.paint()
            game.wait()
            assert game.told == ""
        game.press("take-back")
        game.turn(pygame.Event(pygame.WINDOWEXPOSED))
        assert game.app.surface.get_at(_face(game)) == full.get_at(_face(game))


def _face(game: Game) -> tuple[int, int]:
    portrait = next(each for each in game.app.stage.tree.walk() if type(each).__name__.startswith("Portrait"))
    return portrait.rect.center
