"""The window: repainting, the first picture, idling, memory; each beside its limit.

    python3 -m benchmarks.window [--seconds 30]

Runs under SDL's dummy driver, so that what is measured is the game's own work.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

os.environ["SDL_VIDEODRIVER"] = "dummy"

from benchmarks.figures import Figure, table
from game.loader import find_scenarios, scenario_folders
from game.records import unkept
from game.session.compiler import compile_scenario
from game.window.app import App
from game.window.input import Digit
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from tests.window.gallery import SCREENS

CASE = "defective-return"
DECISIONS = 6
REPAINTS = 60
LIMITS = {(1920, 1080): 4.0, (3840, 2160): 12.0}
"""Milliseconds of CPU a repaint may take, by size."""
FIRST_FRAME = 0.6
IDLE = 0.3
MEMORY = 200

_FIRST = """
import time
from game.window.app import App
def once(app):
    app.paint()
    print(time.process_time())
App.run = once
from game.__main__ import main
main(["play"{case}])
"""
_IDLE = """
import resource, sys, time
import pygame
from game.window.app import App
from game.window.settings import Settings
from tests.window.gallery import SCREENS
pygame.font.init()
app = App(SCREENS[{screen!r}]((1280, 800)).screen, Settings(), size=(1280, 800))
end = time.monotonic() + {settling}
app.run(until=lambda: time.monotonic() > end)
wall, cpu = time.monotonic(), time.process_time()
end = wall + {seconds}
app.run(until=lambda: time.monotonic() > end)
share = 100 * (time.process_time() - cpu) / (time.monotonic() - wall)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
print(share, most)
"""
_LARGE = """
import resource, sys
from benchmarks.window import window
app = window((3840, 2160))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))
"""
_SETTLING = 12
"""Seconds in which lines appear and motions come to rest, and the loop calms down."""
_AT_ONCE = 6
"""Windows that idle side by side: what each of them takes is its own time of the processor."""
_RUNNING = "timed"
"""A screen on which time runs: it is measured, and held against no limit."""


def window(size: tuple[int, int]) -> App:
    """A window in the middle of a long conversation."""
    scenario = find_scenarios(scenario_folders()).reading(CASE).scenario
    if scenario is None:
        raise SystemExit(f"{CASE} cannot be read")
    session = unkept(compile_scenario(scenario), CASE, "practice", 1, timers=False).session
    screen = Conversation(
        session, has_timers=False, on_end=nothing, on_leave=nothing, on_unkept=nothing, on_anew=nothing
    )
    app = App(screen, Settings(is_still=True), size=size)
    for second in range(DECISIONS):
        app.stage.tick(float(second))
        app.stage.act(Digit(1))
        app.stage.tick(float(second))
        app.paint()
    return app


def nothing() -> None:
    """Nobody leaves here."""


def repaints() -> list[Figure]:
    figures = []
    for size, limit in LIMITS.items():
        app = window(size)
        spent = []
        for _repaint in range(REPAINTS):
            start = time.process_time()
            app.stage.paint(app.surface)
            spent.append(1000 * (time.process_time() - start))
        app.close()
        median = statistics.median(spent)
        what = f"repaint of the conversation at {size[0]}x{size[1]}, CPU, median"
        figures.append(Figure(what, f"{median:.2f} ms", f"{limit:g} ms", median <= limit))
    return figures


def rebuilds() -> list[Figure]:
    app = window((1920, 1080))
    spent = []
    for _rebuild in range(REPAINTS):
        start = time.process_time()
        app.stage.screen.has_changed = True
        app.stage.tick(99.0)
        spent.append(1000 * (time.process_time() - start))
    app.close()
    return [Figure("building its tree anew, CPU, median", f"{statistics.median(spent):.2f} ms", "", None)]


def first_frames() -> list[Figure]:
    figures = []
    for what, case in (("home", ""), ("named case", f", {CASE!r}")):
        # Twice: the first run warms the caches of bytecode and of the disk.
        cpu = [float(run(_FIRST.format(case=case))) for _run in range(4)][1:]
        best = statistics.median(cpu)
        figures.append(Figure(f"first frame, {what}, CPU", f"{best:.2f} s", f"{FIRST_FRAME} s", best <= FIRST_FRAME))
    return figures


def idling(seconds: float) -> list[Figure]:
    """What every screen takes while nothing happens, and the memory of all of them and of a window at 4K."""
    with ThreadPoolExecutor(_AT_ONCE) as windows:
        codes = [_IDLE.format(screen=name, settling=_SETTLING, seconds=seconds) for name in SCREENS]
        found = [tuple(map(float, line.split())) for line in windows.map(run, codes)]
    figures = []
    for name, (share, _most) in zip(SCREENS, found, strict=True):
        is_held = name != _RUNNING
        what = f"idle for {seconds:g} s, {name}, CPU"
        figures.append(
            Figure(what, f"{share:.3f} %", f"{IDLE} %" if is_held else "", share < IDLE if is_held else None)
        )
    most = max(most for _share, most in found)
    return [*figures, Figure("memory at most, 1280x800", f"{most:.0f} MB", f"{MEMORY} MB", most <= MEMORY)]


def memory() -> list[Figure]:
    most = float(run(_LARGE))
    return [Figure("memory, a conversation at 3840x2160", f"{most:.0f} MB", f"{MEMORY} MB", most <= MEMORY)]


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the window.")
    parser.add_argument("--seconds", type=float, default=30, help="how long to idle (30 unless said)")
    args = parser.parse_args()
    print(table([*repaints(), *rebuilds(), *first_frames(), *idling(args.seconds), *memory()]))


if __name__ == "__main__":
    main()
