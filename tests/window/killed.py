"""A game that is killed at a place:

    python3 -m tests.window.killed PLACE

plays the window's case as far as that place, under the home the environment names, and kills itself there.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from game.window.input import Zoom
from game.window.screens.debrief import Debriefing
from game.window.screens.mirror import Mirroring
from tests.window.test_journey import Trip

__all__ = ["PLACES"]


def _conversation(trip: Trip) -> None:
    trip.begin("graded")
    trip.take("lobby/listen")


def _ending(trip: Trip) -> None:
    _conversation(trip)
    trip.take("search/honest")


def _debrief(trip: Trip) -> None:
    trip.play_well()


def _mirror(trip: Trip) -> None:
    trip.play_well()
    screen = trip.stage.screen
    assert isinstance(screen, Debriefing)
    assert screen.on_mirror is not None
    screen.on_mirror()
    trip.wait()
    mirroring = trip.stage.screen
    assert isinstance(mirroring, Mirroring)
    mirroring.on_keep(83)


def _settings(trip: Trip) -> None:
    _conversation(trip)
    trip.press("pause", "leave", "settings")
    trip.stage.act(Zoom(1))


PLACES: Mapping[str, Callable[[Trip], None]] = MappingProxyType(
    {
        "conversation": _conversation,
        "ending": _ending,
        "debrief": _debrief,
        "mirror": _mirror,
        "settings": _settings,
    }
)
"""How to get there, by name."""


if __name__ == "__main__":
    pygame.font.init()
    PLACES[sys.argv[1]](Trip())
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
