"""Points turned into scores, regret into grades; the formulas of docs/scenario-format.md, "Score"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.debrief import Scores

if TYPE_CHECKING:
    from game.debrief.debrief import Grade
    from game.session.points import Points
    from game.session.state import State, Step
    from game.solver import Solution, Totals

__all__ = ["DIMENSION_FULL", "grade", "regret", "score", "scores"]

DIMENSION_FULL = 100
SCENARIO_FULL = 1000

_GRADES: tuple[tuple[int, Grade], ...] = ((0, "best"), (1, "good"), (3, "slip"), (5, "mistake"))
"""The greatest regret of each grade; what is beyond is a blunder."""


def score(points: int, worst: int, best: int, full: int) -> int:
    """floor(full · (points − worst) / (best − worst) + 1/2), exactly; full where best = worst."""
    span = best - worst
    return full if span == 0 else (2 * full * (points - worst) + span) // (2 * span)


def scores(points: Points, worst: Totals, best: Totals) -> Scores:
    """The scores of a complete play."""
    return Scores(
        score(points.respect, worst.respect, best.respect, DIMENSION_FULL),
        score(points.proactivity, worst.proactivity, best.proactivity, DIMENSION_FULL),
        score(points.follow_through, worst.follow_through, best.follow_through, DIMENSION_FULL),
        score(points.total, worst.total, best.total, SCENARIO_FULL),
    )


def grade(regret: int | None) -> Grade:
    """The grade of a decision; one into a trap, or inside it, is a blunder."""
    if regret is None:
        return "blunder"
    return next((name for most, name in _GRADES if regret <= most), "blunder")


def regret(solution: Solution, before: State, step: Step) -> int | None:
    """How much of the best total a decision gave away; None into a trap and inside one."""
    attainable, left = solution.value(before), solution.value(step.after)
    return None if attainable is None or left is None else attainable - step.points.total - left
