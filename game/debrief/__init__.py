"""What a play was worth, and why: points, scores, regrets, and the words that explain them."""

from game.debrief.debrief import (
    Consequence,
    Debrief,
    Decided,
    Feeling,
    Grade,
    Option,
    PromiseEnd,
    Scores,
    Vow,
)
from game.debrief.form import form
from game.debrief.review import review
from game.debrief.transcript import transcript

__all__ = [
    "Consequence",
    "Debrief",
    "Decided",
    "Feeling",
    "Grade",
    "Option",
    "PromiseEnd",
    "Scores",
    "Vow",
    "form",
    "review",
    "transcript",
]
