"""What is kept for how long: what has served its purpose goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, delete, or_, select, update

from game.records.database.tables import CODES, DEVICES, GUESSES, REPORTS, SECRETS, SESSIONS, STEPS, TEAMS
from game.records.league import guesses, seasons

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["JOURNAL_MS", "Swept", "sweep"]

_DAY_MS = 24 * 3600 * 1000
JOURNAL_MS = 90 * _DAY_MS
"""How long a journal is kept after its end, and an open session after its beginning; results stay."""
_SPANS = 2
"""Of guesses the ten minutes that run, and those before."""


class Swept(NamedTuple):
    """How much of each went."""

    journals: int
    abandoned: int
    """Open sessions that nobody will finish any more."""
    steps: int
    codes: int
    devices: int
    guesses: int
    seasons: int
    """That have come to their end and were closed."""
    reports: int
    """Of teams that were closed long ago."""


def sweep(c: Connection, now_ms: int) -> Swept:
    """Delete what has been kept long enough; call it once an hour or so, from as many processes as there are."""
    columns = SESSIONS.c
    before = now_ms - JOURNAL_MS
    abandoned = update(SESSIONS).where(columns.state == "open", columns.started_ms < before)
    old = and_(columns.state != "open", columns.ended_ms < before, columns.journal.is_not(None))
    # Those of sessions that have come to their end went with it; these are of the abandoned.
    done = delete(STEPS).where(STEPS.c.session.in_(select(columns.id).where(columns.state != "open")))
    closed_long = select(TEAMS.c.id).where(TEAMS.c.closed_ms < before)
    swept = Swept(
        abandoned=c.execute(abandoned.values(state="abandoned", counts=False)).rowcount,
        journals=c.execute(update(SESSIONS).where(old).values(journal=None)).rowcount,
        steps=c.execute(done).rowcount,
        codes=c.execute(delete(CODES).where(or_(CODES.c.expires_ms <= now_ms, CODES.c.left <= 0))).rowcount,
        devices=c.execute(delete(DEVICES).where(DEVICES.c.expires_ms <= now_ms)).rowcount,
        guesses=c.execute(delete(GUESSES).where(GUESSES.c.span <= now_ms // guesses.SPAN_MS - _SPANS)).rowcount,
        seasons=seasons.close_ended(c, now_ms),
        reports=c.execute(delete(REPORTS).where(REPORTS.c.team.in_(closed_long))).rowcount,
    )
    kept = {guesses.day_secret(now_ms // guesses.SPAN_MS - span) for span in range(_SPANS)}
    c.execute(delete(SECRETS).where(SECRETS.c.name.startswith("guesses "), SECRETS.c.name.not_in(kept)))
    return swept
