"""The numbers of the shipped cases, pinned as chess programs pin their move counts.

A change of the rules or of the solver must leave every number in pins.json as it is. Whoever changes a case changes
its numbers, and writes them anew, after a look at what has moved:

    python -m tests.solver.pins
    git diff tests/solver/pins.json

The plays, best and worst were also counted by the naive rules, place by place: tests/naive/count.py.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.loader import read_file
from game.session.compiler import compile_scenario
from game.solver import form, solve
from tests.shipped import CASES

__all__ = ["PINS", "cases", "numbers"]

ROOT = Path(__file__).parents[2]
PINS = Path(__file__).parent / "pins.json"
NUMBERS = ("plays", "states", "best", "worst", "endings")


def cases() -> list[Path]:
    """The shipped cases, and those of the benchmarks."""
    return sorted([*CASES.values(), *(ROOT / "benchmarks").glob("*.yaml")], key=lambda path: path.stem)


def numbers(path: Path) -> dict[str, object]:
    """What is pinned of a case."""
    scenario = read_file(path).scenario
    assert scenario is not None, path
    found = form(path.stem, solve(compile_scenario(scenario)))
    return {name: found[name] for name in NUMBERS}


if __name__ == "__main__":
    PINS.write_text(json.dumps({path.stem: numbers(path) for path in cases()}, indent=1) + "\n", encoding="utf-8")
