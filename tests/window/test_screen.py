"""A window opens only where somebody sees it."""

from __future__ import annotations

import sys

import pygame
import pytest

from game.window.app import NoDisplay, check_screen


@pytest.fixture(autouse=True)
def after() -> None:
    """Whatever was opened for the test's sake is closed."""
    pygame.display.quit()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have a screen")
def test_a_display_that_is_named_but_not_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """SDL draws off screen then and calls it a success; the game would wait for a player who sees nothing."""
    monkeypatch.setenv("DISPLAY", ":4711")
    for name in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    pygame.display.init()
    with pytest.raises(NoDisplay):
        check_screen(pygame.display.get_driver())
    assert not pygame.display.get_init()


@pytest.mark.parametrize("driver", ["x11", "wayland", "windows", "cocoa"])
def test_a_screen_is_a_screen(monkeypatch: pytest.MonkeyPatch, driver: str) -> None:
    """Nothing is said about those that are seen."""
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    check_screen(driver)


def test_who_asks_for_no_screen_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests draw on SDL's dummy driver."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    check_screen("dummy")
