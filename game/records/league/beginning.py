"""Who may begin a ranked session, of which case, and which attempt it is."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, exists, select

from game.records.database.tables import (
    ASSIGNED_CASES,
    ASSIGNMENTS,
    ENGINE,
    MEMBERS,
    PLAYERS,
    SCENARIOS,
    SEASON_CASES,
    SEASONS,
    SESSIONS,
)
from game.records.database.upserting import put_new
from game.records.league.masks import NONCE_BYTES
from game.records.league.refused import Refused
from game.records.league.seasons import check_runs
from game.records.results import no_grades
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection, Exists

__all__ = ["MOST_ATTEMPTS", "begun"]

MOST_ATTEMPTS = 1_000
"""Of one player at one case in one season, those that do not count among them."""
_SEEDS = 1 << 31
_TRIES = 3
_ATTEMPT = ("season", "player", "revision", "mode", "attempt")
"""Of which there is one."""


# Made once, for making them takes longer than asking them.
_CASE = (
    select(
        SEASONS.c.id,
        SEASONS.c.state,
        SEASONS.c.starts_ms,
        SEASONS.c.ends_ms,
        SEASONS.c.attempts,
        SEASON_CASES.c.revision,
        SCENARIOS.c.withdrawn_ms,
        SCENARIOS.c.engine,
    )
    .select_from(SEASONS)
    .outerjoin(
        SEASON_CASES, and_(SEASON_CASES.c.season == SEASONS.c.id, SEASON_CASES.c.scenario == bindparam("scenario"))
    )
    .outerjoin(SCENARIOS, SCENARIOS.c.revision == SEASON_CASES.c.revision)
    .where(SEASONS.c.slug == bindparam("slug"))
    .order_by(SEASON_CASES.c.place)
)
# Of a player's sessions of a case only the last can be open.
_OWN = (
    select(SESSIONS.c.id, SESSIONS.c.state, SESSIONS.c.attempt)
    .where(
        SESSIONS.c.player == bindparam("player"),
        SESSIONS.c.revision == bindparam("revision"),
        SESSIONS.c.mode == "ranked",
    )
    .order_by(SESSIONS.c.attempt.desc())
    .limit(1)
)
_LAST = _OWN.where(SESSIONS.c.season == bindparam("season"))
_LAST_OUTSIDE = _OWN.where(SESSIONS.c.season.is_(None))


class _Round(NamedTuple):
    """What is played, and where."""

    season: str | None
    attempts: int
    """How many count."""
    scenario: str
    revision: str


def begun(
    c: Connection,
    player: str,
    season: str | None,
    scenario: str,
    language: str | None,
    *,
    has_timers: bool,
    now_ms: int,
) -> str:
    """The key of a player's open session of a case; of a new one, where there is none.

    Args: as `Ranked.begin` has them.

    Raises:
        Refused: there is no such season or case, or it cannot be played now.
    """
    found = _assigned(c, player, scenario, now_ms) if season is None else _of_season(c, season, scenario, now_ms)
    if season is None:  # no constraint keeps two from being begun at once
        c.execute(select(PLAYERS.c.id).where(PLAYERS.c.id == player).with_for_update())
    for _try in range(_TRIES):
        asked = {"player": player, "season": found.season, "revision": found.revision}
        last = c.execute(_LAST_OUTSIDE if season is None else _LAST, asked).first()
        if last is not None and last.state == "open":
            return str(last.id)
        attempt = 1 if last is None else last.attempt + 1
        made = _made(c, player, found, attempt, language, has_timers=has_timers, now_ms=now_ms)
        if made is not None:
            return made
    raise Refused("step-in-flight", "This session is being begun just now. Ask again in a moment.")


def _made(
    c: Connection, player: str, found: _Round, attempt: int, language: str | None, *, has_timers: bool, now_ms: int
) -> str | None:
    """A new session; None where another process begins the same one."""
    if attempt > MOST_ATTEMPTS:
        raise Refused("too-many-attempts", "You have played this case as often as one may.")
    key = uuid7(now_ms)
    row = {
        "id": key,
        "player": player,
        "revision": found.revision,
        "scenario": found.scenario,
        "mode": "ranked",
        "started_ms": now_ms,
        "ended_ms": now_ms,
        "decisions": 0,
        **no_grades(),
        "was_rewound": False,
        "has_timers": has_timers,
        "state": "open",
        "season": found.season,
        "engine": ENGINE,
        "attempt": attempt,
        "counts": attempt <= found.attempts,
        "language": language,
        "seed": secrets.randbelow(_SEEDS),
        "nonce": secrets.token_bytes(NONCE_BYTES),
    }
    return key if put_new(c, SESSIONS, row, keys=_ATTEMPT) else None


def _of_season(c: Connection, slug: str, scenario: str, now_ms: int) -> _Round:
    """A case of a season that runs."""
    found = c.execute(_CASE, {"slug": slug, "scenario": scenario}).first()
    if found is None:
        raise Refused("unknown-season", "There is no such season.")
    check_runs(found.state, found.starts_ms, found.ends_ms, now_ms)
    if found.revision is None:
        raise Refused("unknown-case", "There is no such case in this season.")
    _check(found.withdrawn_ms, found.engine)
    return _Round(found.id, found.attempts, scenario, found.revision)


def _assigned(c: Connection, player: str, scenario: str, now_ms: int) -> _Round:
    """A case that the player's team was given; one that nobody can rehearse while a season is played on it."""
    cases = ASSIGNED_CASES.c
    asked = (
        select(cases.revision, SCENARIOS.c.withdrawn_ms, SCENARIOS.c.engine, SCENARIOS.c.is_open_book)
        .join(ASSIGNMENTS, ASSIGNMENTS.c.id == cases.assignment)
        .join(MEMBERS, MEMBERS.c.team == ASSIGNMENTS.c.team)
        .join(SCENARIOS, SCENARIOS.c.revision == cases.revision)
        .where(MEMBERS.c.player == player, MEMBERS.c.until_ms.is_(None))
        .where(ASSIGNMENTS.c.withdrawn_ms.is_(None), cases.scenario == scenario)
        .order_by(ASSIGNMENTS.c.created_ms.desc())
    )
    found = c.execute(asked).first()
    if found is None:
        raise Refused("unknown-case", "There is no such case among those your team was given.")
    _check(found.withdrawn_ms, found.engine)
    if not found.is_open_book and c.scalar(select(_is_ahead(found.revision, now_ms))):
        raise Refused("case-in-season", "This case is played in a season; begin it there.")
    return _Round(None, 0, scenario, found.revision)


def _is_ahead(revision: str, now_ms: int) -> Exists:
    """Whether a season that is not over has the case."""
    return exists().where(
        SEASON_CASES.c.revision == revision,
        SEASON_CASES.c.season == SEASONS.c.id,
        SEASONS.c.state == "open",
        SEASONS.c.ends_ms > now_ms,
    )


def _check(withdrawn_ms: int | None, engine: int) -> None:
    if withdrawn_ms is not None:
        raise Refused("case-withdrawn", "This case was withdrawn by whoever published it.")
    if engine != ENGINE:
        raise Refused("other-engine", "This case was published for older rules of play; it has to be published anew.")
