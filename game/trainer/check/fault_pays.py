"""A choice that costs points and is a best choice all the same: what follows makes up for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import DIMENSIONS
from game.scenario.parts import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each such choice at its first negative points.

    A fault is a choice whose own points are negative in total. It pays where its regret is 0 although a choice that
    costs nothing was on offer beside it: then what follows is worth at least as much more as the fault cost, and the
    debrief calls the fault best. What a broken promise costs is no fault of the choice that lets it break.
    """
    found = {fault.choice: fault for fault in (case.settled.faults if case.settled else ())}
    for path, name, move in moves(case.scenario):
        fault = found.get(name)
        if fault is None:
            continue
        key = next(dimension for dimension in DIMENSIONS if getattr(move, dimension) < 0)
        values: dict[str, str | int] = {"name": name, "other": fault.other, "cost": fault.cost, "gain": fault.gain}
        if fault.gain:
            values["variant"] = "more"
        yield case.tell("fault-pays", (*path, key), values, witness=fault.way)
