"""The list of cases with hundreds of them: reading, building, repainting, scrolling, searching.

    python3 -m benchmarks.scenarios [--cases 200]

The cases are copies of the shipped ones under other titles. Runs under SDL's dummy driver, so that what is measured
is the game's own work.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from benchmarks.figures import Figure, table
from game import paths
from game.loader import find_scenarios
from game.loader.shelf import HABITS_FILE
from game.window.cases import Cases
from game.window.input import Wheel
from game.window.progress import Progress
from game.window.screens.scenarios import Scenarios, View
from game.window.settings import Settings
from game.window.stage import Stage

SIZE = (1920, 1080)
LIMIT = 10.0
"""Milliseconds of CPU each of them may take."""
TURNS = 40


def laid_out(folder: Path, count: int) -> None:
    """Copy the shipped cases, again and again, each under a title of its own."""
    shutil.copy(paths.shipped_scenarios() / HABITS_FILE, folder)
    found = find_scenarios([paths.shipped_scenarios()])
    cases = [path.read_text(encoding="utf-8") for path in found.paths.values()]
    for number in range(count):
        text = re.sub(r"(?m)^title: .*$", f"title: Case {number} of many", cases[number % len(cases)], count=1)
        (folder / f"case-{number:03}.yaml").write_text(text, encoding="utf-8")


def nothing(*_values: object) -> None:
    """Nobody leaves here."""


def spent(do: Callable[[], object], turns: int = TURNS) -> float:
    """Milliseconds of CPU, the median of some turns."""
    times = []
    for _turn in range(turns):
        start = time.process_time()
        do()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def measured(cases: Cases) -> list[Figure]:
    """The list of these cases, once all are read."""
    pygame.font.init()
    surface = pygame.Surface(SIZE)
    screen = Scenarios(cases, View(), progress=Progress(), work=lambda: False, on_case=nothing, on_back=lambda: None)
    start = time.process_time()
    stage = Stage(screen, Settings(is_still=True), SIZE)
    first = 1000 * (time.process_time() - start)
    stage.tick(0.0)
    stage.paint(surface)

    def rebuild() -> None:
        screen.has_changed = True
        stage.tick(0.0)

    def scroll() -> None:
        stage.act(Wheel((SIZE[0] // 2, SIZE[1] // 2), -1.0))
        stage.paint(surface)

    figures: list[tuple[str, float, float | None]] = [("building it for the first time", first, None)]
    figures += [
        (what, spent(do), LIMIT)
        for what, do in (
            ("building it anew", rebuild),
            ("repainting", lambda: stage.paint(surface)),
            ("scrolling a step and painting", scroll),
        )
    ]
    return [
        Figure(
            f"{what}, CPU, median" if limit else f"{what}, CPU",
            f"{taken:.2f} ms",
            f"{limit:g} ms" if limit else "",
            taken <= limit if limit else None,
        )
        for what, taken, limit in figures
    ]


def main() -> None:
    """Lay the cases out, read them, measure."""
    parser = argparse.ArgumentParser(description="Measure the list of cases.")
    parser.add_argument("--cases", type=int, default=200, help="how many there are (200 unless said)")
    count = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as folder:
        laid_out(Path(folder), count)
        cases = Cases(find_scenarios([folder]))
        start = time.process_time()
        while not cases.is_read:
            cases.read_next()
        read = 1000 * (time.process_time() - start) / count
        if len(cases.playable()) != count:
            raise SystemExit("some of the cases cannot be played")
        print(f"{count} cases at {SIZE[0]}x{SIZE[1]}")
        print(table([Figure("reading a case, CPU, mean", f"{read:.1f} ms", "", None), *measured(cases)]))


if __name__ == "__main__":
    main()
