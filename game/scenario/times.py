"""Durations and moments, as a trainer writes them and as the rules count them."""

from __future__ import annotations

import re
from typing import NewType

import msgspec

__all__ = [
    "DAY",
    "HOUR",
    "MINUTE",
    "WEEK",
    "WEEKDAYS",
    "Duration",
    "Moment",
    "parse_duration",
    "parse_moment",
]

Duration = NewType("Duration", int)
"""Case time in seconds."""

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_UNITS = {"s": 1, "min": MINUTE, "h": HOUR, "day": DAY, "days": DAY, "week": WEEK, "weeks": WEEK}
_DURATION = re.compile(r"([0-9]{1,9})\s*(s|min|h|days?|weeks?)")
_MOMENT = re.compile(r"([A-Za-z]+)\s+([0-9]{1,2}):([0-9]{2})")
_LONGEST = 1000 * 52 * WEEK
_SHORT_NAME = 3


class Moment(msgspec.Struct, frozen=True):
    """A weekday and a time of day, such as Tuesday 17:00; a week's moments come round for ever."""

    weekday: int
    """0 is Monday."""
    minute: int
    """Minutes since midnight."""

    @property
    def second(self) -> int:
        """Seconds since the start of the week, Monday 00:00."""
        return self.weekday * DAY + self.minute * MINUTE

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]} {self.minute // 60:02d}:{self.minute % 60:02d}"


def parse_duration(text: str) -> Duration:
    """Read a whole number and a unit: `30 s`, `2min`, `6 h`, `1 day`, `3 weeks`.

    Raises:
        ValueError: the text is no duration, or longer than a thousand years.
    """
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    seconds = int(found[1]) * _UNITS[found[2]]
    if seconds > _LONGEST:
        raise ValueError(text)
    return Duration(seconds)


def parse_moment(text: str) -> Moment:
    """Read an English weekday (three letters do, in any case) and `hh:mm`.

    Raises:
        ValueError: the text is no moment of a week.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name, hour, minute = found[1].lower(), int(found[2]), int(found[3])
    days = [day for day, full in enumerate(WEEKDAYS) if name in (full.lower(), full[:_SHORT_NAME].lower())]
    if not days or hour > 23 or minute > 59:
        raise ValueError(text)
    return Moment(days[0], hour * 60 + minute)
