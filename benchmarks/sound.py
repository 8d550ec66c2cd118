"""Sound: what making and playing it costs, and how long the window's loop waits for it; each beside its limit.

    python3 -m benchmarks.sound

Runs on SDL's dummy device, so that what is measured is the game's own work.
"""

from __future__ import annotations

import os
import time

os.environ["SDL_AUDIODRIVER"] = os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from benchmarks.figures import Figure, table
from game.window.sound import Cue
from game.window.sound.player import Player
from game.window.sound.recipes import samples_of

TURN = 1 / 60
WORK = 0.003
"""Seconds of CPU a turn of the loop takes."""
STUTTER = 10.0
"""Milliseconds a turn may come late because a sound is made."""
IDLE_SECONDS = 6


def main() -> None:
    figures = [*_making(), _lateness(), *_idling()]
    print(table(figures))


def _making() -> list[Figure]:
    """CPU that making a cue takes; it is made once, when it is first wanted."""
    taken = {}
    for cue in Cue:
        before = time.thread_time()
        samples_of(cue)
        taken[cue] = (time.thread_time() - before) * 1000
    slowest = max(taken, key=lambda cue: taken[cue])
    return [
        Figure(f"making the slowest cue ({slowest.value})", f"{taken[slowest]:.1f} ms", "", None),
        Figure(f"making all {len(taken)} cues", f"{sum(taken.values()):.0f} ms", "", None),
    ]


def _lateness() -> Figure:
    """How late the latest turn of a loop is while all cues are made beside it, one after the other."""
    player = Player()
    player.wake(50)
    _turns(20)
    usual = max(_turns(60))
    for cue in Cue:
        player.play(cue, 50)
    late = max(0.0, max(_turns(60)) - usual) * 1000
    player.close()
    return Figure("the loop waits while all cues are made", f"{late:.1f} ms", f"{STUTTER:.0f} ms", late <= STUTTER)


def _turns(count: int) -> list[float]:
    """How long turns of a loop like the window's take."""
    taken = []
    for _turn in range(count):
        began = time.perf_counter()
        while time.perf_counter() - began < WORK:
            pass
        time.sleep(TURN - WORK)
        taken.append(time.perf_counter() - began)
    return taken


def _idling() -> list[Figure]:
    """What a device costs while it is held, and once it was let go."""
    player = Player()
    player.wake(50)
    while pygame.mixer.get_init() is None:
        time.sleep(0.01)
    held = _share()
    player.renew()
    while pygame.mixer.get_init() is not None:
        time.sleep(0.01)
    free = _share()
    player.close()
    return [
        Figure("a device that is held, somebody being there", f"{held:.2f} %", "", None),
        Figure("a device that was let go, nobody being there", f"{free:.2f} %", "0.05 %", free <= 0.05),
    ]


def _share() -> float:
    """The share of one core the process takes while it waits."""
    wall, cpu = time.monotonic(), time.process_time()
    time.sleep(IDLE_SECONDS)
    return 100 * (time.process_time() - cpu) / (time.monotonic() - wall)


if __name__ == "__main__":
    main()
