"""Tokens by which a player's browsers and games, and a trainer's, are known; the database holds their hashes alone.

A token has 256 random bits, so a plain hash tells nothing of it; being looked up by its hash, it is compared in a time
that says nothing either.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select

from game.records.database.tables import DEVICES

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Connection
    from sqlalchemy.sql.elements import ColumnElement

__all__ = [
    "TRAINER_MS",
    "counts_at",
    "forget",
    "forget_all",
    "hash_of",
    "let_in_player",
    "let_in_trainer",
    "trainer_at",
]

TRAINER_MS = 12 * 3600 * 1000
"""How long a trainer stays signed in: a working day."""
_BYTES = 32
_LONGEST = 100
"""What is longer is nobody's token, and need not be hashed."""


def let_in_player(c: Connection, player: str, now_ms: int) -> str:
    """A token for another device of a player; it lasts, for nothing else says who a player is."""
    return _issued(c, {"player": player, "expires_ms": None}, now_ms)


def let_in_trainer(c: Connection, trainer: str, now_ms: int) -> str:
    """A token for a trainer who has signed in."""
    return _issued(c, {"trainer": trainer, "expires_ms": now_ms + TRAINER_MS}, now_ms)


def trainer_at(c: Connection, token: str, now_ms: int) -> str | None:
    """Which trainer shows this token; None where it is nobody's, or has expired."""
    asked = select(DEVICES.c.trainer).where(DEVICES.c.token_hash == hash_of(token), counts_at(now_ms))
    found: str | None = c.scalar(asked)
    return found


def counts_at(now_ms: int | BindParameter[int]) -> ColumnElement[bool]:
    """Whether a token has not expired by then."""
    return or_(DEVICES.c.expires_ms.is_(None), DEVICES.c.expires_ms > now_ms)


def forget(c: Connection, token: str) -> None:
    """Let a token count no more: its owner signs out."""
    c.execute(delete(DEVICES).where(DEVICES.c.token_hash == hash_of(token)))


def forget_all(c: Connection, *, player: str | None = None, trainer: str | None = None) -> int:
    """Let none of somebody's tokens count any more; how many there were."""
    whose = DEVICES.c.player == player if player is not None else DEVICES.c.trainer == trainer
    return c.execute(delete(DEVICES).where(whose)).rowcount


def hash_of(token: str) -> str:
    """What the database knows of a token."""
    return hashlib.sha256(token[:_LONGEST].encode(errors="replace")).hexdigest()


def _issued(c: Connection, whose: dict[str, object], now_ms: int) -> str:
    token = secrets.token_urlsafe(_BYTES)
    c.execute(insert(DEVICES).values(token_hash=hash_of(token), created_ms=now_ms, **whose))
    return token
