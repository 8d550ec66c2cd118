"""All plays of a scenario, exactly."""

from game.solver.exploration import TooManyStates
from game.solver.form import form, report
from game.solver.solution import LIMIT, EndingReach, Solution, Totals, Witness, solve

__all__ = ["LIMIT", "EndingReach", "Solution", "TooManyStates", "Totals", "Witness", "form", "report", "solve"]
