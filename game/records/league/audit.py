"""The audit trail: what trainers did and looked at, kept for good, shown to the members of the teams it is about.

No player stands in it. Each line holds the hash of the one before, so that none can be changed, taken out or put in
without all later ones telling; whoever could write all of them anew is found out by anybody who noted the last hash.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlalchemy import and_, insert, or_, select

from game.records.database.tables import AUDIT, MEMBERS, TEAMS, TRAINERS
from game.records.league.standings import take_turn
from game.records.uuid7 import is_uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.sql.elements import ColumnElement

__all__ = [
    "DEEDS",
    "OPERATOR",
    "AuditLine",
    "ChainFault",
    "chain_faults",
    "last_hash",
    "lines",
    "lines_about",
    "lines_for",
    "note",
]

OPERATOR = "operator"
"""Who has the server's command line."""
DEEDS = (
    "add-trainer",
    "remove-trainer",
    "change-passphrase",
    "bind-identity",
    "sign-in",
    "make-team",
    "rename-team",
    "close-team",
    "give-code",
    "drop-codes",
    "make-season",
    "close-season",
    "publish-case",
    "withdraw-case",
    "give-assignment",
    "withdraw-assignment",
    "see-progress",
    "see-report",
    "see-audit",
)
"""What can be done, by the names under which it is kept; pages word them."""

_EVERYBODY_S = ("make-season", "close-season", "publish-case", "withdraw-case")
"""Deeds that concern all trainers; of what others look at and when they sign in, none of them is told."""
_FIRST = "0" * 64
_PAGE = 50
_BATCH = 1000


class AuditLine(NamedTuple):
    """Something a trainer did or looked at."""

    n: int
    """Counted from 1, without gaps."""
    at_ms: int
    actor: str
    """The trainer's key, or `operator`."""
    actor_name: str | None
    """The trainer's name; None for the operator."""
    deed: str
    team: str | None
    subject: str
    """The key, slug or revision it was about; never a player."""
    hash: str


class ChainFault(NamedTuple):
    """Where the trail is not what was written."""

    n: int
    kind: str
    """`missing` (lines are), `torn` (it does not follow the one before) or `changed`."""


def note(c: Connection, actor: str, deed: str, team: str | None, subject: str, now_ms: int) -> None:
    """Add a line; it is kept if what it tells of is, for both are one transaction.

    Raises:
        ValueError: there is no such deed.
    """
    if deed not in DEEDS:
        raise ValueError(f"{deed!r} is not one of {', '.join(DEEDS)}")
    take_turn(c)  # the same as for boards: with a turn of its own, two that take both could wait for each other
    last = c.execute(select(AUDIT.c.n, AUDIT.c.hash).order_by(AUDIT.c.n.desc()).limit(1)).one_or_none()
    n, before = (1, _FIRST) if last is None else (last.n + 1, last.hash)
    row = {"n": n, "at_ms": now_ms, "actor": actor, "deed": deed, "team": team, "subject": subject}
    c.execute(insert(AUDIT).values(**row, prev_hash=before, hash=_hash(before, list(row.values()))))


def chain_faults(c: Connection) -> list[ChainFault]:
    """Where lines are missing, or changed, or follow another than they say; nothing where the trail is whole."""
    faults = []
    n, before = 0, _FIRST
    asked = select(AUDIT).order_by(AUDIT.c.n).execution_options(yield_per=_BATCH)
    for row in c.execute(asked):
        if row.n != n + 1:
            faults.append(ChainFault(n + 1, "missing"))
        elif row.prev_hash != before:
            faults.append(ChainFault(row.n, "torn"))
        if row.hash != _hash(row.prev_hash, [row.n, row.at_ms, row.actor, row.deed, row.team, row.subject]):
            faults.append(ChainFault(row.n, "changed"))
        n, before = row.n, row.hash
    return faults


def last_hash(c: Connection) -> str:
    """The hash of the last line: noted elsewhere, it vouches for all lines up to it."""
    found: str | None = c.scalar(select(AUDIT.c.hash).order_by(AUDIT.c.n.desc()).limit(1))
    return found or _FIRST


def lines(c: Connection, *, before: int | None = None, limit: int = _PAGE) -> tuple[AuditLine, ...]:
    """Lines of the trail, for the operator, the last first; those before line `before`, where one is named."""
    return _found(c, before, limit)


def lines_for(c: Connection, trainer: str, *, before: int | None = None, limit: int = _PAGE) -> tuple[AuditLine, ...]:
    """What a trainer did, what was done about them and their teams, and by whomever about seasons and cases."""
    theirs = AUDIT.c.team.in_(select(TEAMS.c.id).where(TEAMS.c.trainer == trainer))
    about_them = or_(AUDIT.c.actor == trainer, AUDIT.c.subject == trainer, theirs)
    return _found(c, before, limit, or_(about_them, AUDIT.c.deed.in_(_EVERYBODY_S)))


def lines_about(c: Connection, player: str, *, before: int | None = None, limit: int = _PAGE) -> tuple[AuditLine, ...]:
    """What trainers did and looked at about the teams a player is or was in, while they were; the last first."""
    was_member = and_(
        MEMBERS.c.team == AUDIT.c.team,
        MEMBERS.c.player == player,
        MEMBERS.c.from_ms <= AUDIT.c.at_ms,
        or_(MEMBERS.c.until_ms.is_(None), MEMBERS.c.until_ms >= AUDIT.c.at_ms),
    )
    theirs = AUDIT.c.team.in_(select(MEMBERS.c.team).where(MEMBERS.c.player == player))  # found by the index
    return _found(c, before, limit, theirs, select(MEMBERS.c.player).where(was_member).exists())


def _found(c: Connection, before: int | None, limit: int, *where: ColumnElement[bool]) -> tuple[AuditLine, ...]:
    asked = select(AUDIT).where(*where).order_by(AUDIT.c.n.desc()).limit(limit)
    rows = c.execute(asked if before is None else asked.where(AUDIT.c.n < before)).all()
    actors = {row.actor for row in rows if is_uuid7(row.actor)}
    names = {
        row.id: row.name for row in c.execute(select(TRAINERS.c.id, TRAINERS.c.name).where(TRAINERS.c.id.in_(actors)))
    }
    return tuple(
        AuditLine(row.n, row.at_ms, row.actor, names.get(row.actor), row.deed, row.team, row.subject, row.hash)
        for row in rows
    )


def _hash(before: str, told: list[object]) -> str:
    return hashlib.sha256(msgspec.json.encode([before, *told])).hexdigest()
