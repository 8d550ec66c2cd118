"""What should stand on the boards, worked out from sessions, entries and members: the only definition of it.

A board is of a season, a scope and a mode. On a case's board stands the best attempt that counts, the earliest of
equals. On the season's stands the mean of these over all its cases, an unplayed one counting 0, rounded half up, and
reached when the last of them was; nobody stands there who played none. Practice has boards of its own, of plays in
which nothing was taken back. Somebody's team is the one they were in when the season ended, or are in until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    SmallInteger,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from game.records.database.tables import BOARDS, ENTRIES, MEMBERS, SEASON_CASES, SEASONS, SESSIONS, STANDINGS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

__all__ = ["MOST", "PRACTICE", "RANKED", "SEASON", "actual", "expected", "reached_ms", "sort_key"]

SEASON = "season"
"""The scope of a board of all cases of a season; another scope is a case's revision."""
RANKED = "ranked"
PRACTICE = "practice"
MOST = 1000
"""The best score."""
_SHIFT = 43
_MOMENTS = 1 << _SHIFT


def sort_key(score: int, ended_ms: int) -> int:
    """A number that is smaller for whoever stands higher: a better score, and of equals the earlier."""
    return (MOST - score) << _SHIFT | ended_ms


def reached_ms(key: int) -> int:
    """When a standing was reached, from its sort key."""
    return key % _MOMENTS


def expected(*, season: str | None = None, player: bool = False) -> Select[Any]:
    """The rows `season, scope, mode, player, score, sort_key, team` that should be there.

    Args:
        season: of one season alone.
        player: of one season, one player and one mode alone, whose keys are given as parameters when it is asked:
            `of_season`, `of_player`, `of_mode`.
    """
    mode = case((SESSIONS.c.mode == RANKED, literal(RANKED)), else_=literal(PRACTICE))
    best = func.row_number().over(
        partition_by=(SESSIONS.c.season, SESSIONS.c.player, SESSIONS.c.revision, mode),
        order_by=(SESSIONS.c.score.desc(), SESSIONS.c.ended_ms),
    )
    attempts = (
        select(
            SESSIONS.c.season,
            SESSIONS.c.player,
            SESSIONS.c.revision,
            mode.label("mode"),
            SESSIONS.c.score,
            SESSIONS.c.ended_ms,
            best.label("number"),
        )
        .join(
            SEASON_CASES,
            and_(SEASON_CASES.c.season == SESSIONS.c.season, SEASON_CASES.c.revision == SESSIONS.c.revision),
        )
        .join(ENTRIES, and_(ENTRIES.c.season == SESSIONS.c.season, ENTRIES.c.player == SESSIONS.c.player))
        .where(*_counting())
    )
    if player:
        attempts = attempts.where(
            SESSIONS.c.season == bindparam("of_season"),
            SESSIONS.c.player == bindparam("of_player"),
            mode == bindparam("of_mode"),
        )
    elif season is not None:
        attempts = attempts.where(SESSIONS.c.season == season)
    tried = attempts.subquery("tried")
    bests = select(tried).where(tried.c.number == 1).cte("bests")
    return _with_teams(_rows(bests))


def actual(*, season: str | None = None) -> Select[Any]:
    """The rows that are there, in the same columns."""
    asked = select(
        BOARDS.c.season,
        BOARDS.c.scope,
        BOARDS.c.mode,
        STANDINGS.c.player,
        STANDINGS.c.score,
        STANDINGS.c.sort_key,
        STANDINGS.c.team,
    ).join(STANDINGS, STANDINGS.c.board == BOARDS.c.id)
    return asked if season is None else asked.where(BOARDS.c.season == season)


def _counting() -> tuple[ColumnElement[bool], ...]:
    """Which sessions may bring a standing."""
    return (
        SESSIONS.c.state == "finished",
        SESSIONS.c.score.is_not(None),
        SESSIONS.c.was_rewound.is_(False),
        or_(
            and_(SESSIONS.c.mode == RANKED, SESSIONS.c.counts.is_(True)),
            SESSIONS.c.mode.in_(("practice", "graded")),
        ),
    )


def _rows(bests: Any) -> Any:
    """A row for each best attempt, and one for the season; without the teams."""
    how_many = (
        select(SEASON_CASES.c.season, func.count().label("n")).group_by(SEASON_CASES.c.season).subquery("how_many")
    )
    total = cast(func.sum(bests.c.score), BigInteger)
    mean = (2 * total + how_many.c.n) // (2 * how_many.c.n)
    of_cases = select(
        bests.c.season,
        cast(bests.c.revision, Text).label("scope"),
        bests.c.mode,
        bests.c.player,
        bests.c.score,
        bests.c.ended_ms,
    )
    of_seasons = (
        select(
            bests.c.season,
            literal(SEASON, Text).label("scope"),
            bests.c.mode,
            bests.c.player,
            cast(mean, SmallInteger).label("score"),
            func.max(bests.c.ended_ms).label("ended_ms"),
        )
        .join(how_many, how_many.c.season == bests.c.season)
        .group_by(bests.c.season, bests.c.mode, bests.c.player, how_many.c.n)
    )
    return union_all(of_cases, of_seasons).subquery("scored")


def _with_teams(scored: Any) -> Select[Any]:
    team = (
        select(MEMBERS.c.team)
        .where(
            MEMBERS.c.player == scored.c.player,
            MEMBERS.c.from_ms < SEASONS.c.ends_ms,
            or_(MEMBERS.c.until_ms.is_(None), MEMBERS.c.until_ms >= SEASONS.c.ends_ms),
        )
        .order_by(MEMBERS.c.from_ms.desc())
        .limit(1)
        .correlate(scored, SEASONS)
        .scalar_subquery()
    )
    key = (MOST - cast(scored.c.score, BigInteger)) * literal(_MOMENTS, BigInteger) + scored.c.ended_ms
    return select(
        scored.c.season,
        scored.c.scope,
        scored.c.mode,
        scored.c.player,
        scored.c.score,
        key.label("sort_key"),
        team.label("team"),
    ).join(SEASONS, SEASONS.c.id == scored.c.season)
