"""Durations and moments, as they are written and as they are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.times import (
    DAY,
    HOUR,
    MINUTE,
    WEEK,
    WEEKDAYS,
    Moment,
    parse_duration,
    parse_moment,
)
from tests.effort import examples


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 s", 30),
        ("30s", 30),
        ("2 min", 2 * MINUTE),
        ("6  h", 6 * HOUR),
        ("1 day", DAY),
        ("2days", 2 * DAY),
        ("1 week", WEEK),
        ("3 weeks", 3 * WEEK),
        ("0 s", 0),
        ("007 h", 7 * HOUR),
    ],
)
def test_a_duration_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    """With or without a space."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "h",
        "two h",
        "2 hours",
        "-2 h",
        "+2 h",
        "1.5 h",
        "2 H",
        "2 h ",
        " 2 h",
        "2 h 30 min",
        "52001 weeks",
        "9" * 10 + " s",
    ],
)
def test_anything_else_is_no_duration(text: str) -> None:
    """The words are quoted."""
    with pytest.raises(ValueError, match="^" + text.replace("+", r"\+").replace(".", r"\.")):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Monday 00:00", Moment(0, 0)),
        ("Tuesday 17:00", Moment(1, 17 * 60)),
        ("tue 9:05", Moment(1, 9 * 60 + 5)),
        ("SUN  23:59", Moment(6, 23 * 60 + 59)),
    ],
)
def test_a_moment_is_a_weekday_and_a_time(text: str, moment: Moment) -> None:
    """Three letters of the day do, in any case."""
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuesday",
        "17:00",
        "Tues 17:00",
        "Dienstag 17:00",
        "Tuesday 24:00",
        "Tuesday 9:60",
        "Tuesday 9",
        "Tuesday9:00",
        "Tuesday 9:00 am",
    ],
)
def test_anything_else_is_no_moment(text: str) -> None:
    """The words are quoted."""
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_moment(text)


moments = st.builds(Moment, st.integers(0, 6), st.integers(0, 24 * 60 - 1))


@examples(100)
@given(moments)
def test_a_moment_reads_back_as_it_is_written(moment: Moment) -> None:
    """And counts from the start of the week."""
    assert parse_moment(str(moment)) == moment
    assert str(moment).startswith(WEEKDAYS[moment.second // DAY])
