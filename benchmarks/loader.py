"""How fast a scenario is read, beside what libyaml alone takes to compose the same text.

    python -m benchmarks.loader

The file has 500 scenes: those of a shipped case, over and over under new names.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.figures import Figure, table
from game.loader import read_habits, read_text

SHIPPED = Path(__file__).parent.parent / "scenarios"
CASE = SHIPPED / "party-host.yaml"
SCENES = 500
TIMES = 4.0
ROUNDS = 15


def long_case() -> tuple[str, int]:
    """The shipped case with its scenes repeated until there are at least 500, and how many there are."""
    head, body = CASE.read_text(encoding="utf-8").split("\nscenes:\n")
    names = re.findall(r"^  ([\w-]+):$", body, re.MULTILINE)
    used = re.compile(
        rf"(?:(?<=goto: )|(?<=to: )|(?<=seen )|(?<=taken )|(?<=start: )|(?<=- )|(?<=^  ))"
        rf"(?:{'|'.join(map(re.escape, names))})(?=:?$|[/ )])",
        re.MULTILINE,
    )
    copies = -(-SCENES // len(names))
    scenes = "\n".join(used.sub(rf"\g<0>-n{copy}", body) for copy in range(copies))
    head = used.sub(r"\g<0>-n0", head)
    return f"{head}\nscenes:\n{scenes}", copies * len(names)


def seconds_of(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measure() -> list[Figure]:
    """Composing and reading by turns, so that both meet the same moments of the machine."""
    text, scenes = long_case()
    habits = read_habits(SHIPPED / "habits.yaml").habits
    if faults := read_text(text, "long.yaml", habits).diagnostics:
        sys.exit(f"the long case is no scenario: {faults[0].message} (line {faults[0].span.line})")
    rounds = [
        (
            seconds_of(lambda: yaml.compose(text, Loader=yaml.CLoader)),
            seconds_of(lambda: read_text(text, "long.yaml", habits)),
        )
        for _ in range(ROUNDS)
    ]
    composing, reading = (statistics.median(column) for column in zip(*rounds, strict=True))
    times = reading / composing
    size = f"{scenes} scenes, {len(text.encode()) / 1024:.0f} KiB"
    return [
        Figure(f"yaml.compose with libyaml, {size}, milliseconds", f"{composing * 1000:.0f}", "", None),
        Figure("reading the same text, milliseconds", f"{reading * 1000:.0f}", "", None),
        Figure("reading, times composing", f"{times:.2f}", f"<= {TIMES:.0f}", times <= TIMES),
    ]


if __name__ == "__main__":
    print(table(measure()))
