"""What a player may ask for at any time: everything that is kept of them, and that nothing is any more.

Both are one transaction. The audit trail holds no players, so it stays whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, or_, select

from game.records.database.tables import (
    BOARDS,
    CODES,
    DEVICES,
    ENTRIES,
    MEMBERS,
    PLAYERS,
    SEASONS,
    SESSIONS,
    STANDINGS,
    STEPS,
    TEAMS,
)
from game.records.league import standings
from game.records.league.audit import lines_about
from game.records.league.releasing import forget_player, reports_about
from game.records.people import now_ms

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

__all__ = ["FORMAT", "erase", "export"]

FORMAT = 1
_MOST_LINES = 1_000_000
_NOT_TOLD = frozenset({"player", "nonce", "seed", "journal", "journal_name", "journal_bytes"})
"""Of a session: its player is who asks, the journal stands there as lines; with nonce and seed a session that is open
could be looked into."""


def export(c: Connection, player: str) -> bytes:
    """Everything that is kept of a player, as one JSON document; docs/operating.md says what stands where.

    What was chosen in a session that is open stands in it as the moments of the choices alone: their names would tell
    of the case what only its end may tell.
    """
    document = {
        "gastgeber_league_export": FORMAT,
        "exported_ms": now_ms(),
        "player": _rows(c, select(PLAYERS).where(PLAYERS.c.id == player))[0],
        "teams": _teams(c, player),
        "devices": _rows(c, select(DEVICES.c.created_ms, DEVICES.c.expires_ms).where(DEVICES.c.player == player)),
        "codes": _rows(c, select(CODES.c.created_ms, CODES.c.expires_ms, CODES.c.left).where(CODES.c.player == player)),
        "boards": _rows(
            c,
            select(SEASONS.c.slug.label("season"), ENTRIES.c.pseudonym, ENTRIES.c.joined_ms)
            .join(SEASONS, SEASONS.c.id == ENTRIES.c.season)
            .where(ENTRIES.c.player == player)
            .order_by(ENTRIES.c.joined_ms),
        ),
        "standings": _rows(
            c,
            select(SEASONS.c.slug.label("season"), BOARDS.c.scope, BOARDS.c.mode, STANDINGS.c.score, STANDINGS.c.team)
            .join(BOARDS, BOARDS.c.id == STANDINGS.c.board)
            .join(SEASONS, SEASONS.c.id == BOARDS.c.season)
            .where(STANDINGS.c.player == player)
            .order_by(STANDINGS.c.board),
        ),
        "sessions": _sessions(c, player),
        "counted_in": [
            {"team": team, "subject": subject, "released_ms": released_ms}
            for team, subject, released_ms in reports_about(c, player)
        ],
        "trainers_deeds": [
            {"at_ms": each.at_ms, "trainer": each.actor_name, "deed": each.deed, "team": each.team}
            for each in lines_about(c, player, limit=_MOST_LINES)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document)) + b"\n"


def erase(c: Connection, player: str) -> None:
    """Let nothing be kept of a player: not on boards, not in their counts and totals, not in lists of who was counted.

    Whoever's transaction it is has the database tidied afterwards (`Database.tidy`), so that nothing is left beside it.
    """
    c.execute(select(PLAYERS.c.id).where(PLAYERS.c.id == player).with_for_update())  # a play that ends now waits
    seasons = select(ENTRIES.c.season).where(ENTRIES.c.player == player)
    stands_in = select(BOARDS.c.season).join(STANDINGS, STANDINGS.c.board == BOARDS.c.id)
    everywhere = select(SEASONS.c.id).where(
        or_(SEASONS.c.id.in_(seasons), SEASONS.c.id.in_(stands_in.where(STANDINGS.c.player == player)))
    )
    for season in c.scalars(everywhere.order_by(SEASONS.c.id)).all():
        standings.withdraw(c, season, player)
    forget_player(c, player)
    for table in (ENTRIES, SESSIONS, MEMBERS, DEVICES, CODES):  # the steps go with their sessions
        c.execute(delete(table).where(table.c.player == player))
    c.execute(delete(PLAYERS).where(PLAYERS.c.id == player))


def _teams(c: Connection, player: str) -> list[dict[str, Any]]:
    columns = MEMBERS.c
    asked = select(columns.team, TEAMS.c.name, columns.from_ms, columns.until_ms, columns.is_named)
    return _rows(
        c, asked.join(TEAMS, TEAMS.c.id == columns.team).where(columns.player == player).order_by(columns.from_ms)
    )


def _sessions(c: Connection, player: str) -> list[dict[str, Any]]:
    """A player's sessions, the first first: each with its journal's lines, or the moments of its steps."""
    steps: dict[str, list[dict[str, int]]] = {}
    asked = select(STEPS.c.session, STEPS.c.n, STEPS.c.ms).join(SESSIONS, SESSIONS.c.id == STEPS.c.session)
    for row in c.execute(asked.where(SESSIONS.c.player == player).order_by(STEPS.c.session, STEPS.c.n)):
        steps.setdefault(row.session, []).append({"n": row.n, "ms": row.ms})
    told = []
    asked_sessions = select(SESSIONS).where(SESSIONS.c.player == player)
    for session in c.execute(asked_sessions.order_by(SESSIONS.c.started_ms, SESSIONS.c.id)).mappings():
        journal = session["journal"]
        lines = None if journal is None else bytes(journal).decode(errors="backslashreplace").splitlines()
        kept = {name: value for name, value in session.items() if name not in _NOT_TOLD}
        told.append({**kept, "journal": lines, "steps": steps.get(session["id"], [])})
    return told


def _rows(c: Connection, asked: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in c.execute(asked).mappings()]
