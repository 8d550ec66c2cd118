"""How long ago something was, as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import moment_words
from game.scenario.times import Moment
from game.texts import _
from game.texts.figures import day_words

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["greeting_words", "when_words"]

_WEEK = 7
_MORNING, _NOON, _EVENING = 5, 11, 17
"""Hours at which one greets differently."""


def when_words(then: datetime, now: datetime) -> str:
    """A day and, for the last days, the time of day; both times in the reader's own time zone."""
    days = (now.date() - then.date()).days
    time = f"{then:%H:%M}"
    if days == 0:
        return _("today {time}", time=time)
    if days == 1:
        return _("yesterday {time}", time=time)
    if 1 < days < _WEEK:
        return moment_words(Moment(then.weekday(), 60 * then.hour + then.minute))
    return day_words(then)


def greeting_words(name: str, hour: int) -> str:
    """A greeting for the time of the day."""
    if _MORNING <= hour < _NOON:
        return _("Good morning, {name}.", name=name) if name else _("Good morning.")
    if _NOON <= hour < _EVENING:
        return _("Good afternoon, {name}.", name=name) if name else _("Good afternoon.")
    return _("Good evening, {name}.", name=name) if name else _("Good evening.")
