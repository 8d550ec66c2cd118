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

os.environ["SDL_VIDEODRIVER"] = "dummy"

from benchmarks.figures import Figure, table
from game.loader import find_scenarios, scenario_folders
from game.records import unkept
from game.session.compiler import compile_scenario
from game.window.app import App
from game.window.input import Digit
from game.window.screens.conversation import Conversation
from game.window.settings import Settings

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
from benchmarks.window import window
app = window((1280, 800))
end = time.monotonic() + 2
app.run(until=lambda: time.monotonic() > end)
wall, cpu = time.monotonic(), time.process_time()
end = wall + {seconds}
app.run(until=lambda: time.monotonic() > end)
share = 100 * (time.process_time() - cpu) / (time.monotonic() - wall)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
print(share, most)
"""


def window(size: tuple[int, int]) -> App:
    """A window in the middle of a long conversation."""
    scenario = find_scenarios(scenario_folders()).reading(CASE).scenario
    if scenario is None:
        raise SystemExit(f"{CASE} cannot be read")
    session = unkept(compile_scenario(scenario), CASE, "practice", 1, timers=False).session
    screen = Conversation(session, has_timers=False, on_end=nothing, on_leave=nothing, on_unkept=nothing)
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
    for what, case in (("list of cases", ""), ("named case", f", {CASE!r}")):
        # Twice: the first run warms the caches of bytecode and of the disk.
        cpu = [float(run(_FIRST.format(case=case))) for _run in range(4)][1:]
        best = statistics.median(cpu)
        figures.append(Figure(f"first frame, {what}, CPU", f"{best:.2f} s", f"{FIRST_FRAME} s", best <= FIRST_FRAME))
    return figures


def idling(seconds: float) -> list[Figure]:
    share, most = map(float, run(_IDLE.format(seconds=seconds)).split())
    return [
        Figure(f"idle in a conversation for {seconds:g} s, CPU", f"{share:.3f} %", f"{IDLE} %", share < IDLE),
        Figure("memory at most", f"{most:.0f} MB", f"{MEMORY} MB", most <= MEMORY),
    ]


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the window.")
    parser.add_argument("--seconds", type=float, default=30, help="how long to idle (30 unless said)")
    args = parser.parse_args()
    print(table([*repaints(), *rebuilds(), *first_frames(), *idling(args.seconds)]))


if __name__ == "__main__":
    main()
