"""What somebody has played on a server: a list to choose from, without a word of what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from game.records.database.tables import SCENARIOS, SEASONS, SESSIONS
from game.records.league.finishing import result_from
from game.records.league.played import Attempt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from game.records.league.seasons import Season

__all__ = ["SoFar", "attempts", "so_far"]

_COLUMNS = [column for column in SESSIONS.c if column.name not in ("journal", "nonce")]
"""A list needs no journals."""


def attempts(c: Connection, player: str) -> tuple[Attempt, ...]:
    """A player's sessions, those that were played elsewhere and sent among them; the one that began last first."""
    asked = (
        select(*_COLUMNS, SEASONS.c.slug, SCENARIOS.c.title)
        .outerjoin(SEASONS, SEASONS.c.id == SESSIONS.c.season)
        .join(SCENARIOS, SCENARIOS.c.revision == SESSIONS.c.revision)
        .where(SESSIONS.c.player == player, SESSIONS.c.state.is_not(None))
        .order_by(SESSIONS.c.started_ms.desc(), SESSIONS.c.id.desc())
    )
    return tuple(
        Attempt(
            session=row.id,
            season=row.slug,
            scenario=row.scenario,
            revision=row.revision,
            title=row.title or row.scenario,
            mode=row.mode,
            attempt=row.attempt or 0,
            state=row.state,
            started_ms=row.started_ms,
            ended_ms=row.ended_ms,
            has_timers=bool(row.has_timers),
            result=None if row.state == "open" else result_from(row),
        )
        for row in c.execute(asked)
    )


class SoFar(NamedTuple):
    """How far somebody is with a case of a season."""

    begun: int
    """How many attempts that count."""
    best: int | None
    """The best score of these; None before the first."""
    open_session: str | None
    """The session that was left open, to be taken up again."""


def so_far(played: Iterable[Attempt], season: Season, revision: str) -> SoFar:
    """How far somebody is with a case of a season, by what they played."""
    mine = [
        each for each in played if each.mode == "ranked" and each.season == season.slug and each.revision == revision
    ]
    counted = [each for each in mine if each.attempt <= season.attempts]
    scores = [each.result.score for each in counted if each.result is not None and each.result.score is not None]
    left = next((each.session for each in mine if each.state == "open"), None)
    return SoFar(len(counted), max(scores, default=None), left)
