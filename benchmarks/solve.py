"""How fast scenarios are solved.

    python -m benchmarks.solve

hub.yaml is a hub of twelve topics in any order; the shipped cases are what a trainer waits for.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure, table
from game.loader import find_scenarios, read_file
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.solver import solve

HUB = Path(__file__).parent / "hub.yaml"
SHIPPED = Path(__file__).parent.parent / "scenarios"
STATES_PER_SECOND = 100_000
LONGEST = 0.25
ROUNDS = 5


def book_of(path: Path) -> Playbook:
    """The scenario of a file, ready to be solved."""
    scenario = read_file(path).scenario
    if scenario is None:
        sys.exit(f"{path} is no scenario")
    return compile_scenario(scenario)


def solving(book: Playbook) -> tuple[int, float]:
    """States, and CPU seconds: the median of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        states = solve(book).states
        seconds.append(time.process_time() - begin)
    return states, statistics.median(seconds)


def measure() -> list[Figure]:
    """The hub, then each shipped case."""
    states, seconds = solving(book_of(HUB))
    pace = states / seconds
    figures = [
        Figure(
            f"hub.yaml, {states:,} states, per CPU second",
            f"{pace:,.0f}",
            f">= {STATES_PER_SECOND:,}",
            pace >= STATES_PER_SECOND,
        )
    ]
    for path in find_scenarios([SHIPPED]).paths.values():
        states, seconds = solving(book_of(path))
        what = f"{path.name}, {states:,} states, milliseconds"
        figures.append(Figure(what, f"{seconds * 1000:.0f}", f"< {LONGEST * 1000:.0f}", seconds < LONGEST))
    return figures


if __name__ == "__main__":
    print(table(measure()))
