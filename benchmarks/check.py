"""How long a trainer waits for the checker.

    python -m benchmarks.check

The shipped cases have 27 to 30 scenes and are as rich as cases get; two hundred of such, each with words of its own,
are looked at on one core. A watched file's answer is the longest pause between two glances, reading and checking it.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, table
from game.loader.shelf import HABITS_FILE
from game.trainer.check.checking import GLANCE, Request, check, watch

SHIPPED = Path(__file__).parent.parent / "scenarios"
MANY = 200
LONGEST = 10.0
"""CPU seconds for all of them."""
ANSWER = 0.3
"""Seconds from a save to the answer."""


def lay_out(folder: Path) -> None:
    """Two hundred cases, no two alike."""
    habits = (SHIPPED / HABITS_FILE).read_bytes()
    (folder / HABITS_FILE).write_bytes(habits)
    cases = [path for path in sorted(SHIPPED.glob("*.yaml")) if path.name != HABITS_FILE]
    for number in range(MANY):
        case = cases[number % len(cases)]
        text = case.read_text(encoding="utf-8").replace("title: ", f"title: {number} ", 1)
        (folder / f"case-{number}.yaml").write_text(text, encoding="utf-8")


def checking(folder: Path) -> float:
    """CPU seconds of one check of all."""
    begin = time.process_time()
    code = check(Request([str(folder)], [], is_strict=True), io.StringIO(), io.StringIO())
    if code:
        sys.exit("the cases are not clean")
    return time.process_time() - begin


def answering(case: Path) -> float:
    """Seconds from the save of a watched file to the answer, the pause before the next glance counted in full."""
    out = io.StringIO()
    saved = answered = 0.0

    def wait(_seconds: float) -> None:
        nonlocal saved, answered
        if saved:
            answered = time.perf_counter()
            raise KeyboardInterrupt
        case.write_text(case.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
        saved = time.perf_counter()

    _until_stopped(lambda: watch(Request([str(case)], []), out, out, wait))
    return answered - saved + GLANCE


def _until_stopped(run: Callable[[], object]) -> None:
    try:
        run()
    except KeyboardInterrupt:
        return


def measure() -> list[Figure]:
    """All of them once; then each kind, watched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        seconds = checking(folder)
        figures = [Figure(f"check of {MANY} cases, CPU seconds", f"{seconds:.1f}", f"< {LONGEST:g}", seconds < LONGEST)]
        for number in range(3):
            slowest = max(answering(folder / f"case-{number}.yaml") for _ in range(5))
            kind = sorted(SHIPPED.glob("*-*.yaml"))[number].name
            figures.append(
                Figure(
                    f"watched {kind}, milliseconds to the answer",
                    f"{slowest * 1000:.0f}",
                    f"< {ANSWER * 1000:.0f}",
                    slowest < ANSWER,
                )
            )
    return figures


if __name__ == "__main__":
    print(table(measure()))
