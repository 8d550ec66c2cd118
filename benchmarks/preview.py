"""The preview: from a save to the picture of it, and to all its findings; each beside its limit.

    python3 -m benchmarks.preview

Each shipped case is played half way, saved with one word changed, and saved again. What the system needs to tell of
a save is not in it, nor the moment until the window next looks: a tenth of a second at rest, a sixtieth while one
plays. Runs under SDL's dummy driver, so that what is measured is the program's own work.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"

from benchmarks.figures import Figure, table
from game.loader import find_scenarios, scenario_folders
from game.trainer.preview import Preview
from game.window.app import App
from game.window.screens.preview import Rehearsal
from game.window.settings import Settings

SAVES = 15
SIZE = (1920, 1080)
LIMIT = 300
"""Milliseconds from a save to its picture, with the time until a window at rest looks: ten times a second it wakes,
and every other time it looks."""
REST = 200


def main() -> None:
    print(table([figure for name in find_scenarios(scenario_folders()).paths for figure in saves(name)]))


def saves(name: str) -> list[Figure]:
    """A case saved several times."""
    text = find_scenarios(scenario_folders()).paths[name].read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, "utf-8")
        preview = Preview(str(path), scenario_folders())
        preview.finish_examination()
        ways = sorted(preview.find_ways().to.values(), key=len)
        preview.go(ways[len(ways) // 2])
        app = window(preview)
        quiet, busy, found = [], [], []
        for number in range(SAVES):
            path.write_text(text.replace("title: ", f"title: {number} ", 1), "utf-8")
            quiet.append(shown(app, number))
            app.stage.tick(float(number))  # the findings are looked for from now on, beside the play
            path.write_text(text.replace("title: ", f"title: {number} again ", 1), "utf-8")
            busy.append(shown(app, number))
            start = time.perf_counter()
            preview.finish_examination()
            found.append(1000 * (time.perf_counter() - start))
        decisions = len(preview.decisions)
        app.close()
    said = f"{name}, {decisions} decisions in"
    walls = [wall for wall, _cpu in quiet]
    whole = statistics.median(walls) + REST
    return [
        Figure(
            f"{said}: read, replayed, painted, CPU", f"{statistics.median(cpu for _, cpu in quiet):.0f} ms", "", None
        ),
        Figure(f"{said}: the same by the clock", f"{statistics.median(walls):.0f} ms", "", None),
        Figure(f"{said}: shown by a window at rest", f"{whole:.0f} ms", f"{LIMIT} ms", whole < LIMIT),
        Figure(
            f"{said}: while findings are looked for", f"{statistics.median(wall for wall, _ in busy):.0f} ms", "", None
        ),
        Figure(f"{said}: all findings known after", f"{statistics.median(found):.0f} ms", "", None),
    ]


def shown(app: App, number: int) -> tuple[float, float]:
    """Milliseconds until a save is painted: by the clock, and of CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    app.stage.tick(float(number))
    app.paint()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


def window(preview: Preview) -> App:
    """A window on a preview, painted once."""
    if preview.kept is None:
        raise SystemExit(f"{preview.name} cannot be played")
    screen = Rehearsal(preview, preview.kept, on_end=nothing, on_leave=nothing)
    app = App(screen, Settings(is_still=True), size=SIZE)
    app.stage.tick(0.0)
    app.paint()
    return app


def nothing() -> None:
    """Nobody leaves here."""


if __name__ == "__main__":
    main()
