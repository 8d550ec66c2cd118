"""Seasons: which cases at which revisions, from when to when and by whose clock, and how many attempts count."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from game.records.database.tables import SCENARIOS, SEASON_CASES, SEASONS
from game.records.database.upserting import put_new
from game.records.league import audit
from game.records.league.naming import fit_name
from game.records.league.refused import Refused, shortened
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

__all__ = [
    "ATTEMPTS",
    "LEAST_GROUP",
    "Plan",
    "Season",
    "SeasonCase",
    "cases_of",
    "check_not_over",
    "check_runs",
    "close",
    "close_ended",
    "day_end_ms",
    "day_start_ms",
    "fit_cases",
    "fit_day",
    "fit_zone",
    "make",
    "season",
    "seasons",
]

ATTEMPTS = 2
"""How many count, unless it is said otherwise; the best of them."""
LEAST_GROUP = 5
"""Of fewer people nobody is ever told anything."""
_MOST_ATTEMPTS = 10
_MOST_GROUP = 100
_MOST_CASES = 50
_LONGEST_MS = 2 * 366 * 24 * 3600 * 1000
_YEARS = (2000, 2999)
_SLUG = re.compile(r"[a-z0-9](?:-?[a-z0-9]){0,63}")
_LONGEST_SLUG = 64


class SeasonCase(NamedTuple):
    """A case of a season, at a fixed revision."""

    scenario: str
    revision: str
    title: str
    is_open_book: bool
    """Whether it lies on every player's disk, answers and all."""


class Season(NamedTuple):
    """A span of time in which ranked sessions of certain cases count."""

    id: str
    slug: str
    title: str
    starts_ms: int
    ends_ms: int
    """The first moment that belongs to it no more."""
    zone: str
    attempts: int
    min_group: int
    state: str
    """`open` or `closed`."""
    is_open_book: bool
    """Whether one of its cases lies on every player's disk."""

    def runs(self, now_ms: int) -> bool:
        """Whether a session that begins now belongs to it."""
        return self.state == "open" and self.starts_ms <= now_ms < self.ends_ms


class Plan(NamedTuple):
    """What a season is to be."""

    slug: str
    title: str
    first_day: date
    last_day: date
    """It ends with this day."""
    zone: str
    revisions: Sequence[str]
    """In the order in which the cases are shown."""
    attempts: int = ATTEMPTS
    min_group: int = LEAST_GROUP


def make(c: Connection, trainer: str, plan: Plan, now_ms: int) -> Season:
    """Make a season, open from its first day on.

    Raises:
        Refused: something of the plan does not fit; it is quoted.
    """
    slug, title, zone = _fit_slug(plan.slug), fit_name(plan.title), fit_zone(plan.zone)
    fit_day(plan.first_day)
    starts_ms, ends_ms = day_start_ms(plan.first_day, zone), day_end_ms(fit_day(plan.last_day), zone)
    if not now_ms < ends_ms or not starts_ms < ends_ms <= starts_ms + _LONGEST_MS:
        raise Refused(
            "unfit-days",
            "A season that lasts from {first} to {last} cannot be made: it ends after it begins, not in the past, and "
            "within two years.",
            first=plan.first_day,
            last=plan.last_day,
        )
    if not 1 <= plan.attempts <= _MOST_ATTEMPTS:
        raise Refused("unfit-attempts", "Between 1 and {most} attempts can count.", most=_MOST_ATTEMPTS)
    if not LEAST_GROUP <= plan.min_group <= _MOST_GROUP:
        raise Refused(
            "unfit-group",
            "Nothing is told of groups smaller than a number between {least} and {most}; {number} is not.",
            least=LEAST_GROUP,
            most=_MOST_GROUP,
            number=plan.min_group,
        )
    cases = fit_cases(c, plan.revisions)
    key = uuid7(now_ms)
    row = {"id": key, "slug": slug, "title": title, "starts_ms": starts_ms, "ends_ms": ends_ms, "zone": zone}
    row |= {"attempts": plan.attempts, "min_group": plan.min_group, "state": "open", "created_ms": now_ms}
    if not put_new(c, SEASONS, row, keys=("slug",)):
        raise Refused("season-name-taken", "There is a season “{slug}” already. Take another name.", slug=slug)
    rows = [
        {"season": key, "revision": case.revision, "place": place, "scenario": case.scenario}
        for place, case in enumerate(cases)
    ]
    c.execute(insert(SEASON_CASES), rows)
    audit.note(c, trainer, "make-season", None, slug, now_ms)
    return season(c, slug)


def season(c: Connection, slug: str) -> Season:
    """A season by the name in its address.

    Raises:
        Refused: `unknown-season`.
    """
    row = c.execute(_asked().where(SEASONS.c.slug == slug)).one_or_none() if _SLUG.fullmatch(slug) else None
    if row is None:
        raise Refused("unknown-season", "There is no season “{slug}”.", slug=shortened(slug))
    return Season(*row)


def check_runs(state: str, starts_ms: int, ends_ms: int, now_ms: int) -> None:
    """Refuse what belongs to a season that does not run.

    Raises:
        Refused: `season-closed`, `season-not-begun`.
    """
    check_not_over(state, ends_ms, now_ms)
    if now_ms < starts_ms:
        raise Refused("season-not-begun", "The season has not begun yet.")


def check_not_over(state: str, ends_ms: int, now_ms: int) -> None:
    """Refuse what belongs to a season that is over.

    Raises:
        Refused: `season-closed`.
    """
    if state != "open" or now_ms >= ends_ms:
        raise Refused("season-closed", "The season is over; nothing can be played in it any more.")


def seasons(c: Connection) -> tuple[Season, ...]:
    """All seasons, the one that began last first."""
    return tuple(Season(*row) for row in c.execute(_asked().order_by(SEASONS.c.starts_ms.desc(), SEASONS.c.id)))


def cases_of(c: Connection, season: str) -> tuple[SeasonCase, ...]:
    """The cases of a season, by its key, in the order in which they are shown."""
    asked = (
        select(SEASON_CASES.c.scenario, SEASON_CASES.c.revision, SCENARIOS.c.title, SCENARIOS.c.is_open_book)
        .join(SCENARIOS, SCENARIOS.c.revision == SEASON_CASES.c.revision)
        .where(SEASON_CASES.c.season == season)
        .order_by(SEASON_CASES.c.place)
    )
    return tuple(_case(*row) for row in c.execute(asked))


def close(c: Connection, trainer: str, slug: str, now_ms: int) -> Season:
    """Close a season: nothing that is played from now on counts in it, and its boards stay as they are.

    Raises:
        Refused: `unknown-season`, `season-closed`.
    """
    closed = _closed(c, season(c, slug), trainer, now_ms)
    if closed is None:
        raise Refused("season-closed", "The season “{slug}” is closed already.", slug=slug)
    return closed


def close_ended(c: Connection, now_ms: int) -> int:
    """Close the seasons whose last day has passed; how many there were."""
    ended = _asked().where(SEASONS.c.state == "open", SEASONS.c.ends_ms <= now_ms).order_by(SEASONS.c.id)
    found = [Season(*row) for row in c.execute(ended)]
    return sum(_closed(c, each, audit.OPERATOR, now_ms) is not None for each in found)


def _closed(c: Connection, found: Season, actor: str, now_ms: int) -> Season | None:
    """A season after it was closed; None where somebody else was quicker."""
    # Whose team somebody is in on that day, they stay in on the boards.
    ends_ms = min(found.ends_ms, max(found.starts_ms, now_ms))
    closed = update(SEASONS).where(SEASONS.c.id == found.id, SEASONS.c.state == "open")
    if not c.execute(closed.values(state="closed", ends_ms=ends_ms)).rowcount:
        return None
    audit.note(c, actor, "close-season", None, found.slug, now_ms)
    return found._replace(state="closed", ends_ms=ends_ms)


# --- what fits --------------------------------------------------------------------------------------------------------


def fit_cases(c: Connection, revisions: Sequence[str]) -> tuple[SeasonCase, ...]:
    """The cases of these revisions, if they can be played and none is there twice.

    Raises:
        Refused: `no-cases`, `too-many-cases`, `unknown-case`, `case-twice`.
    """
    if not revisions:
        raise Refused("no-cases", "Choose at least one case.")
    if len(revisions) > _MOST_CASES:
        raise Refused("too-many-cases", "{most} cases at most can be chosen.", most=_MOST_CASES)
    columns = SCENARIOS.c
    asked = select(columns.revision, columns.scenario, columns.title, columns.is_open_book)
    asked = asked.where(columns.yaml.is_not(None), columns.published_ms.is_not(None), columns.withdrawn_ms.is_(None))
    known = {row.revision: row for row in c.execute(asked)}
    cases: dict[str, SeasonCase] = {}
    for each in revisions:
        row = known.get(each)
        if row is None:
            raise Refused("unknown-case", "There is no case at the revision “{revision}”.", revision=shortened(each))
        if row.scenario in cases:
            raise Refused("case-twice", "The case “{scenario}” was chosen twice.", scenario=row.scenario)
        cases[row.scenario] = _case(row.scenario, row.revision, row.title, row.is_open_book)
    return tuple(cases.values())


def fit_zone(zone: str) -> str:
    """A time zone by IANA's name, if there is one.

    Raises:
        Refused: `unknown-zone`.
    """
    try:
        return ZoneInfo(zone).key
    except (KeyError, ValueError, OSError):  # its name is looked up as a file's
        raise Refused(
            "unknown-zone", "“{zone}” is no time zone. Zones are named like Europe/Berlin.", zone=shortened(zone)
        ) from None


def fit_day(day: date) -> date:
    """A day that clocks can be set by, in every time zone.

    Raises:
        Refused: `unfit-day`.
    """
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise Refused("unfit-day", "{day} is not in this age.", day=day)
    return day


def day_start_ms(day: date, zone: str) -> int:
    """When a day begins in a time zone, in milliseconds since 1970."""
    return int(datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).timestamp()) * 1000


def day_end_ms(day: date, zone: str) -> int:
    """The first moment after a day in a time zone."""
    return day_start_ms(day + timedelta(days=1), zone)


def _fit_slug(slug: str) -> str:
    if len(slug) > _LONGEST_SLUG or not _SLUG.fullmatch(slug):
        raise Refused(
            "unfit-slug",
            "“{slug}” cannot stand in an address. Take small letters a to z, figures and single dashes between them, "
            "{most} at most.",
            slug=shortened(slug),
            most=_LONGEST_SLUG,
        )
    return slug


def _asked() -> Select[Any]:
    columns = SEASONS.c
    is_open_book = (
        select(SEASON_CASES.c.revision)
        .join(SCENARIOS, SCENARIOS.c.revision == SEASON_CASES.c.revision)
        .where(SEASON_CASES.c.season == columns.id, SCENARIOS.c.is_open_book)
        .exists()
    )
    return select(
        columns.id,
        columns.slug,
        columns.title,
        columns.starts_ms,
        columns.ends_ms,
        columns.zone,
        columns.attempts,
        columns.min_group,
        columns.state,
        is_open_book,
    )


def _case(scenario: str, revision: str, title: str | None, is_open_book: bool | None) -> SeasonCase:
    return SeasonCase(scenario, revision, title or scenario, bool(is_open_book))
