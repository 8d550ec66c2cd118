"""How often codes and passphrases may be guessed, counted in the database, so that all processes of a server share it.

Wrong guesses count, for a whole room may come through one address: a guess is counted before it is looked at, so that
many at once pass no further than one after another, and given back where it was right. No address is kept: a place is
its hash, with a key of the day that is deleted with it.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from game.records.database.tables import GUESSES
from game.records.database.upserting import put_new
from game.records.league.refused import Refused
from game.records.league.secrets import keyed_hash, secret

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["EVERYWHERE", "MOST", "MOST_EVERYWHERE", "SPAN_MS", "day_secret", "guess", "guessed_right", "place_of"]

SPAN_MS = 10 * 60 * 1000
MOST = 10
"""From one place in ten minutes, whichever ten."""
MOST_EVERYWHERE = 1000
"""From all places together: who guesses from many of them is not to get far either."""
EVERYWHERE = "everywhere"
_DAY_MS = 24 * 3600 * 1000
_IPV6_NETWORK = 64
"""Who has one address of IPv6 has 2**64 of them."""


def guess(c: Connection, place: str, now_ms: int, *, most: int = MOST) -> None:
    """Count a guess from a place, in a transaction of its own that is kept before the guess is looked at.

    Args:
        c: A connection that may write.
        place: Where it came from (`place_of`), or what else is to be counted by itself.
        now_ms: Now, in milliseconds since 1970.
        most: How many may be made in ten minutes.

    Raises:
        Refused: `too-many-guesses`, with `retry_after_s`; let nothing of the transaction be kept then.
    """
    # Everywhere first, always: who waits for a row holds none that others wait for in another order.
    counters = ((EVERYWHERE, MOST_EVERYWHERE), (place, most))
    # Whoever goes on guessing is sent away before anything is written: what was written and is not to be kept would
    # have whatever shares the transaction done again.
    if any(_so_far(c, counted, now_ms) + 1 > limit for counted, limit in counters):
        raise _too_many(now_ms)
    for counted, limit in counters:
        if _counted(c, counted, now_ms) > limit:
            raise _too_many(now_ms)


def guessed_right(c: Connection, place: str, now_ms: int) -> None:
    """Give back a guess that was right."""
    for counted in (EVERYWHERE, place):
        span = next((each for each in _spans(now_ms) if _count(c, counted, each)), None)
        if span is not None:
            where = (GUESSES.c.place == _hidden(c, counted, span), GUESSES.c.span == span)
            c.execute(update(GUESSES).where(*where, GUESSES.c.n > 0).values(n=GUESSES.c.n - 1))


def place_of(address: str) -> str:
    """The place an address belongs to: itself, or in IPv6 the network of its owner."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # a socket in the file system, or a test's client
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is None:
            return str(ipaddress.ip_network((found, _IPV6_NETWORK), strict=False))
        return str(found.ipv4_mapped)
    return address


def day_secret(span: int) -> str:
    """The name of the secret with which the places of a span are hashed."""
    return f"guesses {span * SPAN_MS // _DAY_MS}"


def _counted(c: Connection, place: str, now_ms: int) -> float:
    """Count a guess, and how many ten minutes saw with it, those of the span before being taken as spread evenly.

    It is counted and read at once, so that of two processes the second sees the first one's.
    """
    now = now_ms // SPAN_MS
    hidden = _hidden(c, place, now)
    put_new(c, GUESSES, {"place": hidden, "span": now, "n": 0}, keys=("place", "span"))
    added = update(GUESSES).where(GUESSES.c.place == hidden, GUESSES.c.span == now).values(n=GUESSES.c.n + 1)
    n: int = c.scalars(added.returning(GUESSES.c.n)).one()
    return n + _lately(c, place, now_ms)


def _so_far(c: Connection, place: str, now_ms: int) -> float:
    """How many guesses ten minutes saw, likewise."""
    return _count(c, place, now_ms // SPAN_MS) + _lately(c, place, now_ms)


def _lately(c: Connection, place: str, now_ms: int) -> float:
    """What of the span before counts still."""
    return _count(c, place, now_ms // SPAN_MS - 1) * (1 - now_ms % SPAN_MS / SPAN_MS)


def _too_many(now_ms: int) -> Refused:
    seconds = -(-(SPAN_MS - now_ms % SPAN_MS) // 1000)
    return Refused(
        "too-many-guesses",
        "Too many codes or passphrases were tried here. Wait {minutes} minutes and try again.",
        minutes=-(-seconds // 60),
        retry_after_s=seconds,
    )


def _count(c: Connection, place: str, span: int) -> int:
    asked = select(GUESSES.c.n).where(GUESSES.c.place == _hidden(c, place, span), GUESSES.c.span == span)
    return c.scalar(asked) or 0


def _hidden(c: Connection, place: str, span: int) -> str:
    return keyed_hash(secret(c, day_secret(span)), place)


def _spans(now_ms: int) -> tuple[int, int]:
    """The span of ten minutes that runs, and the one before."""
    return now_ms // SPAN_MS, now_ms // SPAN_MS - 1
