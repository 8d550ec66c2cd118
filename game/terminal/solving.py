"""What `solve` does: go through all plays of a scenario and print what holds of them."""

from __future__ import annotations

import json as json_format
import sys
from typing import TYPE_CHECKING

from game.loader import resolve, scenario_folders
from game.session.compiler import compile_scenario
from game.solver import TooManyStates, form, report
from game.solver import solve as solve_all
from game.terminal.findings import print_findings
from game.texts import _
from game.texts.figures import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["solve"]


def solve(case: str, *, json: bool = False, states: int, folders: Iterable[Path] = ()) -> int:
    """Print the solution of a case, given by its id or file; the answer is the exit code.

    0: solved, also where plays get stuck; 1: the file is no scenario, or has too many states; 2: there is no such case.
    """
    resolved = resolve(case, scenario_folders(folders))
    reading = resolved.reading
    print_findings(resolved)
    if reading.scenario is None:
        return 1 if resolved.is_there else 2
    try:
        solution = solve_all(compile_scenario(reading.scenario), states)
    except TooManyStates as bound:
        print(_too_many(bound.limit), file=sys.stderr)
        return 1
    if json:
        print(json_format.dumps(form(resolved.id, solution), ensure_ascii=False, indent=2))
    else:
        print("\n".join(report(resolved.id, solution)))
    return 0


def _too_many(limit: int) -> str:
    return _(
        "The case has more than {limit} states, so nothing is said of it. Fewer facts, promises and choices that stay "
        "on offer across scenes make it smaller; `--states` raises the bound.",
        limit=grouped(limit),
    )
