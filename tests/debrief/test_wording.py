from __future__ import annotations

import typing

import pytest

from game.debrief.debrief import Grade, PromiseEnd
from game.debrief.wording import (
    channel_words,
    duration_words,
    end_words,
    grade_words,
    moment_words,
    outcome_words,
)
from game.scenario.model import Channel, Outcome
from game.scenario.times import Moment


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "no time"),
        (1, "1 second"),
        (30, "30 seconds"),
        (90, "1 minute 30 seconds"),
        (3600, "1 hour"),
        (3660, "1 hour 1 minute"),
        (86_400 + 59, "1 day 59 seconds"),
        (518_700, "6 days 5 minutes"),
        (694_861, "1 week 1 day"),
        (14 * 86_400, "2 weeks"),
    ],
)
def test_a_duration_is_told_in_its_two_largest_units(seconds: int, words: str) -> None:
    """What is smaller is left out, never rounded up: a promise's time left is not overstated."""
    assert duration_words(seconds) == words


def test_a_moment_is_told_by_weekday_and_time() -> None:
    """In 24 hours, with two digits."""
    assert moment_words(Moment(6, 9 * 60 + 5)) == "Sunday 09:05"


def test_every_value_has_words_of_its_own() -> None:
    """Of channels, outcomes, grades and promises."""
    for said, values in (
        ([channel_words(channel) for channel in typing.get_args(Channel)], 5),
        ([outcome_words(outcome) for outcome in typing.get_args(Outcome)], 3),
        ([grade_words(grade) for grade in typing.get_args(Grade)], 5),
        ([end_words(end) for end in typing.get_args(PromiseEnd)], 5),
    ):
        assert len(set(said)) == len(said) == values
