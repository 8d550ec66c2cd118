"""By whose clock a trainer is told of days and moments."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from game.leaderboard.pages.when import day_of
from game.records.league import seasons
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["iso_day", "known_zones", "minute_of", "usual_zone"]

_FIRST = "Europe/Berlin"
"""Where no season says otherwise yet."""
_PLACES = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


def usual_zone(c: Connection) -> str:
    """The time zone of the season that began last."""
    return next((season.zone for season in seasons.seasons(c)), _FIRST)


@cache
def known_zones() -> tuple[str, ...]:
    """Time zones to choose from: those named after places."""
    return (*sorted(zone for zone in available_timezones() if zone.startswith(_PLACES)), "UTC")


def iso_day(ms: int, zone: str) -> str:
    """The day of a moment, as browsers' fields for days want it in every language."""
    return _at(ms, zone).date().isoformat()


def minute_of(ms: int, zone: str) -> str:
    """Day and time of a moment, where the clock they are told by is named elsewhere."""
    return _("{day} {time}", day=day_of(ms, zone), time=f"{_at(ms, zone):%H:%M}")


def _at(ms: int, zone: str) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(zone))
