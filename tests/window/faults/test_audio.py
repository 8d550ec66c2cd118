"""The audio device goes in the midst of a case: the game goes on, silent, until there is one again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.window.sound import Cue
from tests.window.faults.turned import Game, opened


def wait_for(condition: Callable[[], Any]) -> None:
    """Let the thread that plays get there."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.005)


def ring(game: Game) -> None:
    """Something to be heard for seconds."""
    game.app.stage.play_cue(Cue.RING)


def is_playing() -> bool:
    """Whether anything is heard."""
    return pygame.mixer.get_init() is not None and pygame.mixer.get_busy()


def test_a_device_that_is_pulled_ends_the_sound_and_nothing_else() -> None:
    """The next cue is heard on the device that is there then; a microphone that goes changes nothing."""
    with opened() as game:
        game.begin()
        ring(game)
        wait_for(is_playing)
        game.turn(pygame.Event(pygame.AUDIODEVICEREMOVED, which=1, iscapture=1))
        time.sleep(0.05)
        assert is_playing()
        game.turn(pygame.Event(pygame.AUDIODEVICEREMOVED, which=0, iscapture=0))
        wait_for(lambda: pygame.mixer.get_init() is None)
        game.take("lobby/deposit")
        assert (game.decisions, game.told) == (1, "")
        ring(game)
        wait_for(is_playing)
    assert pygame.mixer.get_init() is None


@pytest.mark.parametrize(
    "error", [pygame.error("the device is gone"), OSError("gone"), NotImplementedError("no mixer")]
)
def test_a_machine_without_sound_plays_the_whole_case(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told of it: what is heard can be seen, too."""

    def fail(*_arguments: Any, **_options: Any) -> None:
        raise error

    monkeypatch.setattr(pygame.mixer, "init", fail)
    with opened() as game:
        game.begin("graded")
        for token in ("lobby/listen", "search/honest"):
            ring(game)
            game.take(token)
            assert game.told == ""
        game.press("choice-1")
        assert game.screen == "Debriefing"
        assert "audio" not in game.words.lower()


def test_a_device_that_breaks_while_it_plays_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the mixer raises in its thread stays there."""
    with opened() as game:
        game.begin()
        ring(game)
        wait_for(is_playing)
        with monkeypatch.context() as broken:
            broken.setattr(pygame.mixer, "Sound", _raises)
            game.app.stage.play_cue(Cue.ENDING)
            time.sleep(0.05)
            game.take("lobby/deposit")
            assert (game.decisions, game.told) == (1, "")


def _raises(*_arguments: Any, **_options: Any) -> None:
    raise pygame.error("Audio device disconnected")
