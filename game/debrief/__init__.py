"""What a play was worth, and why: points, scores, regrets, and the words that explain them."""

from game.debrief.debrief import (
    Consequence,
    Debrief,
    Decided,
    Feeling,
    Grade,
    Instant,
    Option,
    PromiseEnd,
    Scores,
    Vow,
)
from game.debrief.form import form
from game.debrief.mirror import FEELINGS, Mirror, Turn, closeness, mirror, steps_apart
from game.debrief.parts import Pair, Part, pairs
from game.debrief.review import review
from game.debrief.transcript import transcript

__all__ = [
    "FEELINGS",
    "Consequence",
    "Debrief",
    "Decided",
    "Feeling",
    "Grade",
    "Instant",
    "Mirror",
    "Option",
    "Pair",
    "Part",
    "PromiseEnd",
    "Scores",
    "Turn",
    "Vow",
    "closeness",
    "form",
    "mirror",
    "pairs",
    "review",
    "steps_apart",
    "transcript",
]
