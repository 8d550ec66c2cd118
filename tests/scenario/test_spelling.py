"""Conditions in a trainer's words."""

from __future__ import annotations

import pytest

from game.scenario.conditions import parse_condition
from game.scenario.spelling import spelt


@pytest.mark.parametrize(
    "words",
    [
        "fact",
        "not fact",
        "open callback and kept callback or broken callback",
        "(one or two) and not (three and four)",
        "taken scene/choice and seen scene",
        "mood >= -1",
        "mood of desk != 2",
        "elapsed > 2 days and elapsed <= 90 min and elapsed < 1 week and elapsed = 0 s and elapsed >= 1 h",
    ],
)
def test_a_condition_is_spelt_as_it_is_written(words: str) -> None:
    """So that a trainer finds it in the file; parentheses stand where they are needed."""
    assert spelt(parse_condition(words, "customer"), "customer") == words


def test_a_mood_tells_whose_it_is_where_somebody_else_is_faced() -> None:
    """A plain mood is that of whom the scene faces."""
    condition = parse_condition("mood > 0", "customer")
    assert spelt(condition, "desk") == "mood of customer > 0"
    assert parse_condition(spelt(condition, "desk"), "desk") == condition
