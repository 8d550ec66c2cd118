from __future__ import annotations

import typing
from dataclasses import replace

import pytest

from game.debrief.debrief import Grade, PromiseEnd
from game.debrief.wording import (
    channel_words,
    clock_words,
    dearer_words,
    due_words,
    duration_words,
    end_words,
    grade_words,
    jump_words,
    later_words,
    moment_words,
    outcome_words,
    passed_words,
    total_words,
)
from game.scenario.model import Channel, Outcome
from game.scenario.times import DAY, HOUR, MINUTE, WEEK, Moment
from game.texts import use_language
from tests.debrief.plays import GOOD, LATE, debriefed


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
    use_language("de")
    assert moment_words(Moment(6, 9 * 60 + 5)) == "Sonntag, 09:05\N{NO-BREAK SPACE}Uhr"
    assert clock_words(Moment(6, 9 * 60 + 5)) == "Sonntag, 09:05"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (10 * MINUTE, "10 minutes"),
        (23 * HOUR + 59 * MINUTE, "23 hours 59 minutes"),
        (4 * DAY + 10 * MINUTE, "4 days"),
        (DAY + 11 * HOUR, "1 day"),
        (DAY + 12 * HOUR, "2 days"),
        (11 * DAY, "1 week 4 days"),
    ],
)
def test_time_that_passed_is_told_in_whole_days_from_a_day_on(seconds: int, words: str) -> None:
    """Rounded to the nearest: nobody counts the minutes then."""
    assert passed_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "now", "words"),
    [
        (2 * HOUR, (3, 18 * 60), "2 hours later"),
        (12 * HOUR, (3, 12 * 60), "12 hours later"),
        (2 * HOUR, (3, 60), "2 hours later"),
        (12 * HOUR, (3, 9 * 60), "the next morning"),
        (21 * HOUR + 45 * MINUTE, (2, 9 * 60), "the next morning"),
        (22 * HOUR, (2, 14 * 60), "the next day"),
        (4 * HOUR, (2, 2 * 60), "the next day"),
        (34 * HOUR, (3, 9 * 60), "2 days later"),
        (4 * DAY + 10 * MINUTE, (5, 9 * 60), "4 days later"),
        (7 * DAY - 10 * MINUTE, (0, 0), "1 week later"),
    ],
)
def test_a_jump_over_a_night_is_told_in_days(seconds: int, now: tuple[int, int], words: str) -> None:
    """By the calendar, as people count; a short one by the hours, whatever the clock strikes meanwhile."""
    assert jump_words(seconds, Moment(*now)) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (6 * DAY, "Tuesday 08:36, 6 days left"),
        (6 * DAY + 1, "Tuesday 08:36, in 6 days"),
        (3 * WEEK + HOUR, "Tuesday 08:36, in 3 weeks"),
    ],
)
def test_a_deadline_more_than_six_days_away_says_so(left: int, words: str) -> None:
    """Or it would be taken for the next day of that name."""
    assert due_words(Moment(1, 8 * 60 + 36), left) == words


def test_one_point_is_told_as_one_either_way() -> None:
    """However the number is signed."""
    assert [total_words(points, str(points)) for points in (-2, -1, 0, 1, 2)] == [
        "-2 points",
        "-1 point",
        "0 points",
        "1 point",
        "2 points",
    ]


def test_what_lost_a_point_is_not_called_good() -> None:
    """Other programs still read `good`."""
    assert grade_words("good") == "nearly the best"


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (18, "It would also have left 18 points more to win later."),
        (1, "It would also have left 1 point more to win later."),
        (-2, "Your way still left 2 points more to win later."),
        (0, ""),
    ],
)
def test_what_lies_later_is_told_either_way(later: int, words: str) -> None:
    """More, fewer, or the same."""
    assert later_words(later) == words


def test_a_dimension_below_100_is_explained_only_where_nothing_was_lost() -> None:
    """Elsewhere the lost points explain it."""
    best = debriefed(*GOOD)
    assert best.scores is not None
    assert dearer_words(best) == ""
    assert "would have cost at least as much" in dearer_words(
        replace(best, scores=best.scores._replace(proactivity=99))
    )
    assert dearer_words(debriefed(*LATE)) == dearer_words(debriefed(*GOOD[:2])) == ""


def _words(kind: typing.Any) -> tuple[typing.Any, ...]:
    """The words of a kind of value, whether it is described to editors or not."""
    first = typing.get_args(kind)[0]
    return typing.get_args(first) or typing.get_args(kind)


def test_every_value_has_words_of_its_own() -> None:
    """Of channels, outcomes, grades and promises."""
    for said, values in (
        ([channel_words(channel) for channel in _words(Channel)], 5),
        ([outcome_words(outcome) for outcome in _words(Outcome)], 3),
        ([grade_words(grade) for grade in _words(Grade)], 5),
        ([end_words(end) for end in _words(PromiseEnd)], 5),
    ):
        assert len(set(said)) == len(said) == values
