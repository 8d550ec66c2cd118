"""All plays of a scenario, exactly."""

from game.solver.best_plays import Fault
from game.solver.exploration import TooManyStates
from game.solver.form import form, report
from game.solver.pits import Pit
from game.solver.solution import LIMIT, EndingReach, Solution, Totals, Witness, solve
from game.solver.survey import Asked, Decision, Fate, Offer, Survey, Way, survey

__all__ = [
    "LIMIT",
    "Asked",
    "Decision",
    "EndingReach",
    "Fate",
    "Fault",
    "Offer",
    "Pit",
    "Solution",
    "Survey",
    "TooManyStates",
    "Totals",
    "Way",
    "Witness",
    "form",
    "report",
    "solve",
    "survey",
]
