"""Days and moments of the world, in words; those of a season by its own clock."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from game.texts import _
from game.texts.figures import day_words

__all__ = ["day_of", "moment_of"]


def day_of(ms: int, zone: str = "UTC") -> str:
    """The day of a moment, milliseconds since 1970."""
    return day_words(_at(ms, zone).date())


def moment_of(ms: int, zone: str = "UTC") -> str:
    """Day and time of a moment, and by which clock."""
    at = _at(ms, zone)
    return _("{day} {time} ({zone})", day=day_words(at.date()), time=f"{at:%H:%M}", zone=zone)


def _at(ms: int, zone: str) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(zone))
