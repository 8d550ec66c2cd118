"""Cues are played where there is a device; where there is none, or it goes, nobody is the wiser."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest

from game.window.sound import Cue, player
from game.window.sound.player import Player
from game.window.sound.recipes import samples_of

PLAYING = """
import sys, time
from game.window.sound import Cue
from game.window.sound.player import Player
player = Player()
player.wake(50)
for cue in Cue:
    player.play(cue, 50)
time.sleep(0.5)
player.renew()
player.play(Cue.BACK, 50)
player.hush()
player.close()
print("played", [thread.name for thread in __import__("threading").enumerate()])
"""


@pytest.fixture
def heard() -> Iterator[Player]:
    """A player, closed in the end."""
    made = Player()
    yield made
    made.close()
    pygame.mixer.quit()


def wait_for(condition: Callable[[], Any]) -> None:
    """Let the other thread get there."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.005)


def busy() -> bool:
    """Whether a device plays something."""
    return pygame.mixer.get_init() is not None and pygame.mixer.get_busy()


def test_a_cue_is_played(heard: Player) -> None:
    """On a device opened for it, in one channel of 16 bits."""
    heard.play(Cue.RING, 50)
    wait_for(busy)
    assert pygame.mixer.get_init() == (22_050, -16, 1)


def test_nothing_is_opened_before_the_first_cue_nor_for_silence(heard: Player) -> None:
    """At volume 0 there is no device, and no thread."""
    for cue in Cue:
        heard.play(cue, 0)
    heard.wake(0)
    heard.hush()
    heard.renew()
    assert pygame.mixer.get_init() is None
    assert "sound" not in [thread.name for thread in threading.enumerate()]


def test_whoever_is_there_finds_the_device_open(heard: Player) -> None:
    """The first key or move of the pointer opens it, and many more ask for nothing twice."""
    for _turn in range(100):
        heard.wake(50)
    wait_for(pygame.mixer.get_init)
    assert not busy()


def test_a_choice_ends_the_ringing(heard: Player) -> None:
    """Long before the telephone would have rung its second time."""
    began = time.monotonic()
    heard.play(Cue.RING, 50)
    wait_for(busy)
    heard.play(Cue.CHOOSE, 50)
    wait_for(lambda: not busy())
    assert time.monotonic() - began < 2


def test_the_volume_is_what_was_asked_for(heard: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the square, as ears hear; the same cue again at another volume."""
    gains: list[float] = []

    class Sound:
        def __init__(self, buffer: bytes) -> None:
            assert len(buffer) > 1_000

        def set_volume(self, gain: float) -> None:
            gains.append(round(gain, 4))

        def play(self) -> None:
            pass

    monkeypatch.setattr(pygame.mixer, "Sound", Sound)
    for volume in (100, 50, 10):
        heard.play(Cue.BACK, volume)
    wait_for(lambda: len(gains) == 3)
    assert gains == [1.0, 0.25, 0.01]


def test_without_a_device_it_is_silent_and_the_device_is_looked_for_seldom(
    heard: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, however many cues come; once more after a minute."""
    tries: list[float] = []
    hours = [0.0]

    def refused(*_arguments: Any, **_options: Any) -> None:
        tries.append(hours[0])
        raise pygame.error("no such device")

    monkeypatch.setattr(pygame.mixer, "init", refused)
    heard._clock = lambda: hours[0]
    for cue in Cue:
        heard.play(cue, 50)
        heard.wake(50)
    wait_for(lambda: heard._orders.empty())
    hours[0] = 61.0
    heard.play(Cue.BACK, 50)
    wait_for(lambda: len(tries) == 2)
    assert tries == [0.0, 61.0]


def test_a_device_that_fails_while_it_plays_costs_nothing_but_the_sound(
    heard: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread lives on, and plays again when there is a device again."""
    heard.play(Cue.BACK, 50)
    wait_for(pygame.mixer.get_init)
    with monkeypatch.context() as broken:
        broken.setattr(pygame.mixer, "Sound", _raises)
        heard.play(Cue.ENDING, 50)
        wait_for(lambda: not heard._is_open)
    heard._closed_until = 0.0
    heard.play(Cue.RING, 50)
    wait_for(busy)


def test_a_device_that_was_pulled_is_let_go_and_the_next_one_opened(heard: Player) -> None:
    """The cue after that is heard on whatever is there then."""
    heard.play(Cue.RING, 50)
    wait_for(busy)
    heard.renew()
    wait_for(lambda: pygame.mixer.get_init() is None)
    heard.play(Cue.RING, 50)
    wait_for(busy)


def test_a_device_nobody_uses_is_let_go(heard: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """Held open, it would cost more than all the rest of an idle game."""
    monkeypatch.setattr(player, "_IDLE", 0.05)
    heard.play(Cue.BACK, 50)
    wait_for(pygame.mixer.get_init)
    wait_for(lambda: pygame.mixer.get_init() is None)


def test_a_cue_that_comes_too_late_is_left_out(heard: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that takes seconds to open must not play all at once what was missed."""
    made: list[Cue] = []

    def noted(cue: Cue) -> array[int]:
        made.append(cue)
        return samples_of(cue)

    monkeypatch.setattr(player, "samples_of", noted)
    hours = [0.0]
    heard._clock = lambda: hours[0]
    opened = pygame.mixer.init

    def slow(*arguments: Any, **options: Any) -> None:
        hours[0] += 5.0
        opened(*arguments, **options)

    monkeypatch.setattr(pygame.mixer, "init", slow)
    heard.play(Cue.RING, 50)
    wait_for(lambda: made)
    wait_for(lambda: heard._orders.empty())
    assert not busy()


def _raises(*_arguments: Any, **_options: Any) -> None:
    raise pygame.error("the device is gone")


@pytest.mark.parametrize("driver", ["dummy", "", "nonsense"])
def test_a_machine_with_or_without_a_device_says_nothing(driver: str) -> None:
    """Not a word on the terminal, whether sound is off screen, cannot be opened, or goes by a driver nobody knows."""
    environ = {**os.environ, "SDL_AUDIODRIVER": driver, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    if not driver:
        del environ["SDL_AUDIODRIVER"]
    done = subprocess.run(
        [sys.executable, "-c", PLAYING], env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "played ['MainThread']\n"
