"""A dimension in which nobody can win, or nobody can lose, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the title: it is said of the whole case."""
    if case.solution is None or case.solution.best is None or case.solution.worst is None:
        return
    for dimension in DIMENSIONS:
        best, worst = getattr(case.solution.best, dimension), getattr(case.solution.worst, dimension)
        variant = _variant(best, worst)
        if variant is not None:
            values = {"variant": variant, "dimension": dimension, "best": best, "worst": worst}
            yield case.tell("dimension-one-sided", ("title",), values)


def _variant(best: int, worst: int) -> str | None:
    """The most and the least any play has in the dimension, judged."""
    if best == worst:
        return "flat"
    if best <= 0:
        return "no-win"
    return "no-loss" if worst >= 0 else None
