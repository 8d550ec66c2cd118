"""Codes that are typed or scanned: into a team, or onto another device of the same player.

A code is eight letters of Crockford's alphabet, 40 bits, written ABCD-EFGH; it lives for a short while and can be used
so often. The database holds its hash, keyed, for 40 bits alone could be tried through. How often one may guess is
counted in `guesses`.
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, insert, select, update

from game.records.database.tables import CODES
from game.records.league.refused import Refused, shortened
from game.records.league.secrets import keyed_hash, secret

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = [
    "DEVICE_MS",
    "LONGEST_MS",
    "MOST_USES",
    "TEAM_MS",
    "Code",
    "Target",
    "codes_of",
    "drop_codes",
    "make_code",
    "use",
]

TEAM_MS = 24 * 3600 * 1000
"""How long a code into a team lives, unless it is said otherwise."""
LONGEST_MS = 14 * TEAM_MS
MOST_USES = 500
DEVICE_MS = 10 * 60 * 1000
"""How long a code for another device lives."""
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_LENGTH = 8


class Target(NamedTuple):
    """What a code leads to: a team, or a player's other device."""

    team: str | None
    player: str | None


class Code(NamedTuple):
    """What is known of a code that was given out; what it says is known to nobody but who has it."""

    created_ms: int
    expires_ms: int
    left: int
    """How often it can still be used."""


def make_code(c: Connection, target: Target, *, lifetime_ms: int, uses: int, now_ms: int) -> str:
    """A new code, as it is shown."""
    letters = "".join(secrets.choice(_ALPHABET) for _each in range(_LENGTH))
    c.execute(
        insert(CODES).values(
            code_hash=_hash(c, letters),
            **target._asdict(),
            created_ms=now_ms,
            expires_ms=now_ms + lifetime_ms,
            left=uses,
        )
    )
    return f"{letters[:4]}-{letters[4:]}"


def use(c: Connection, typed: str, now_ms: int) -> Target:
    """Use a code once, however it is typed: small letters, blanks and dashes do not matter, nor O for 0, I and L for 1.

    Raises:
        Refused: there is no such code, it has expired, or it is used up; which of them, nobody is told.
    """
    letters = _letters(typed)
    if letters is not None:
        code_hash = _hash(c, letters)
        counts = (CODES.c.code_hash == code_hash, CODES.c.left > 0, CODES.c.expires_ms > now_ms)
        if c.execute(update(CODES).where(*counts).values(left=CODES.c.left - 1)).rowcount:
            row = c.execute(select(CODES.c.team, CODES.c.player).where(CODES.c.code_hash == code_hash)).one()
            return Target(row.team, row.player)
    raise Refused(
        "unknown-code",
        "The code “{typed}” leads nowhere: it is mistyped, has expired or is used up. Ask for a new one.",
        typed=shortened(typed),
    )


def codes_of(c: Connection, team: str, now_ms: int) -> tuple[Code, ...]:
    """The codes into a team that can still be used, the newest first."""
    asked = select(CODES.c.created_ms, CODES.c.expires_ms, CODES.c.left).where(
        CODES.c.team == team, CODES.c.left > 0, CODES.c.expires_ms > now_ms
    )
    return tuple(Code(*row) for row in c.execute(asked.order_by(CODES.c.created_ms.desc(), CODES.c.code_hash)))


def drop_codes(c: Connection, target: Target) -> int:
    """Let none of the codes to a team, or to a player, count any more; how many there were."""
    whose = CODES.c.team == target.team if target.team is not None else CODES.c.player == target.player
    return c.execute(delete(CODES).where(whose)).rowcount


def _letters(typed: str) -> str | None:
    """The letters of a code as it is hashed; None for what is none."""
    if len(typed) > 4 * _LENGTH:
        return None
    plain = "".join(each for each in unicodedata.normalize("NFKC", typed).upper() if each not in " -‐‑–—\t\r\n")
    plain = plain.translate(_MISREAD)
    return plain if len(plain) == _LENGTH and set(plain) <= set(_ALPHABET) else None


def _hash(c: Connection, letters: str) -> str:
    return keyed_hash(secret(c, "codes"), letters)
