"""The records with a thousand results: opening, reading, keeping, making the database anew; each beside its limit.

    python3 -m benchmarks.records [--results 1000]

Figures are CPU time, so that a slow disk does not count; the limits hold for 1,000 results.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, table
from game.debrief import review
from game.loader import find_scenarios, scenario_folders
from game.paths import HOME_VARIABLE
from game.records import begin, open_records
from game.session.compiler import compile_scenario
from game.session.state import Stop
from game.solver import solve

CASE = "defective-return"
TIMES = 20
LIMITS = {"first": 0.5, "open": 40.0, "bests": 10.0, "history": 100.0, "keep": 20.0, "anew": 10.0}
_FIRST = """
import time
start = time.process_time()
from game.records import open_records
records = open_records()
records.bests(records.current().id)
print(time.process_time() - start)
"""


def measure(results: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        keep = fill(Path(folder), results)
        seconds = cpu(lambda: open_records())
        figures = [figure("making the database anew from the journals", seconds, LIMITS["anew"], "s")]
        records = open_records()
        person = records.current().id
        if len(records.history(person)) != results:
            raise SystemExit(f"{len(records.history(person))} of {results} results were found")
        command = [sys.executable, "-c", _FIRST]
        first = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _run in range(4)][1:]
        figures.append(figure("opening it and reading bests, imports included", min(first), LIMITS["first"], "s"))
        for what, name, doing in (
            ("opening it", "open", open_records),
            ("bests", "bests", lambda: records.bests(person)),
            ("the history", "history", lambda: records.history(person)),
            ("keeping one more", "keep", keep),
        ):
            spent = statistics.median(cpu(doing) for _time in range(TIMES))
            figures.append(figure(f"{what}, median", 1000 * spent, LIMITS[name], "ms"))
        size = (Path(folder) / "records" / "gastgeber.db").stat().st_size
        figures.append(Figure("size of the database", f"{size / 1024:.0f} kB", "", None))
    return figures


def fill(home: Path, results: int) -> Callable[[], object]:
    """Play once, and lay that journal there so many times; what keeps its result is answered."""
    scenario = find_scenarios(scenario_folders()).reading(CASE).scenario
    if scenario is None:
        raise SystemExit(f"{CASE} cannot be read")
    book = compile_scenario(scenario)
    with begin(book, CASE, "graded", 7) as kept:
        while kept.session.view.stop is not Stop.ENDED:
            kept.session.take(kept.session.view.offers[0].token, 1)
        path, debrief = kept.path, review(book, solve(book), kept.session.journal)
    if path is None:
        raise SystemExit(f"nothing can be kept in {home}")
    for number in range(1, results):
        shutil.copy2(path, path.with_name(f"{number}-{path.name}"))
    return lambda: open_records(catches_up=False).keep(path.parent.parent.name, debrief, path)


def cpu(doing: Callable[[], object]) -> float:
    """The seconds of CPU it takes."""
    start = time.process_time()
    doing()
    return time.process_time() - start


def figure(what: str, value: float, limit: float, unit: str) -> Figure:
    return Figure(f"{what}, CPU", f"{value:.2f} {unit}", f"{limit:g} {unit}", value <= limit)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=int, default=1000)
    figures = measure(parser.parse_args().results)
    print(table(figures))
    return 0 if all(each.is_met is not False for each in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
