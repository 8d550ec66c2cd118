"""Keys that the processes of one server share, so that what the database keeps hashed can be searched by none but them.

They lie in the database, for the processes share nothing else: whoever steals a copy of `codes` alone can do nothing
with it, and whoever steals the whole of it finds codes that have expired before they can be guessed.
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from sqlalchemy import select

from game.records.database.tables import SECRETS
from game.records.database.upserting import put_new

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["KEPT", "keyed_hash", "make_secrets", "secret"]

KEPT = ("codes", "forms")
"""Those made on the first start: for join codes, and for the form tokens of pages."""
_BYTES = 32


def make_secrets(c: Connection) -> None:
    """Make those that are not there yet; call it when a server starts."""
    for name in KEPT:
        secret(c, name)


def secret(c: Connection, name: str) -> bytes:
    """The key of a name; where there is none yet it is made, which needs a connection that may write."""
    asked = select(SECRETS.c.value).where(SECRETS.c.name == name)
    found = c.scalar(asked)
    if found is None:
        put_new(c, SECRETS, {"name": name, "value": secrets.token_bytes(_BYTES)}, keys=("name",))
        found = c.scalars(asked).one()  # ours, or of a process that was quicker
    return bytes(found)


def keyed_hash(key: bytes, text: str) -> str:
    """What stands for a text in the database: HMAC-SHA256, in hexadecimal figures."""
    return hmac.new(key, text.encode(), "sha256").hexdigest()
