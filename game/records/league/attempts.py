"""What somebody has played on a server: a list to choose from, without a word of what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from game.records.database.tables import SCENARIOS, SEASONS, SESSIONS
from game.records.league.finishing import result_from
from game.records.league.played import Attempt

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["attempts"]

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
