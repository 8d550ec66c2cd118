"""Times, outcomes and standings in words, the same wherever they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.times import DAY, HOUR, MINUTE, WEEK
from game.texts import _

if TYPE_CHECKING:
    from game.debrief.debrief import Grade, PromiseEnd
    from game.scenario.model import Channel, Outcome
    from game.scenario.times import Moment

__all__ = ["channel_words", "duration_words", "end_words", "grade_words", "moment_words", "outcome_words"]

_UNITS_TOLD = 2


def duration_words(seconds: int) -> str:
    """A duration in its two largest units; what is smaller is left out."""
    parts = []
    rest = seconds
    for size, one, many in (
        (WEEK, _("1 week"), _("{count} weeks")),
        (DAY, _("1 day"), _("{count} days")),
        (HOUR, _("1 hour"), _("{count} hours")),
        (MINUTE, _("1 minute"), _("{count} minutes")),
        (1, _("1 second"), _("{count} seconds")),
    ):
        count, rest = divmod(rest, size)
        if count:
            parts.append(one if count == 1 else many.format(count=count))
        if len(parts) == _UNITS_TOLD:
            break
    return " ".join(parts) or _("no time")


def moment_words(moment: Moment) -> str:
    """A weekday and a time of day."""
    weekday = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[moment.weekday]
    return f"{weekday} {moment.minute // 60:02d}:{moment.minute % 60:02d}"


def channel_words(channel: Channel) -> str:
    """How one talks, after a comma."""
    return {
        "phone": _("on the phone"),
        "chat": _("in the chat"),
        "email": _("by e-mail"),
        "counter": _("at the counter"),
        "visit": _("on a visit"),
    }[channel]


def outcome_words(outcome: Outcome) -> str:
    """What an ending means for the business, as a sentence."""
    return {
        "lost": _("The customer leaves."),
        "kept": _("The customer stays."),
        "delighted": _("The customer stays, and brings others."),
    }[outcome]


def grade_words(grade: Grade) -> str:
    """A grade's name."""
    return {
        "best": _("best"),
        "good": _("good"),
        "slip": _("a slip"),
        "mistake": _("a mistake"),
        "blunder": _("a blunder"),
    }[grade]


def end_words(end: PromiseEnd) -> str:
    """How a promise stands, before its text."""
    return {
        "open": _("Still open"),
        "kept": _("Kept"),
        "broken": _("Broken"),
        "released": _("Called off in good time"),
        "never made": _("Never made"),
    }[end]
