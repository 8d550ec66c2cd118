"""The colours of grades, and the words that all debriefs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.figures import (
    cost_words,
    dimension_words,
    option_words,
    points_by_dimension,
    points_words,
    split_words,
)

if TYPE_CHECKING:
    from game.debrief import Grade
    from game.window.widgets.label import Tone

__all__ = [
    "GRADE_TONES",
    "cost_words",
    "dimension_words",
    "option_words",
    "points_by_dimension",
    "points_words",
    "split_words",
]

GRADE_TONES: dict[Grade, Tone] = {"best": "good", "good": "good", "slip": "warn", "mistake": "bad", "blunder": "bad"}
