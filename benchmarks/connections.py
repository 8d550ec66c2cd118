"""Many connections that ask a server on this machine, each the next question when it has the last one's answer.

Plain HTTP/1.1 over asyncio's streams: whatever a client library would spend on a request would be counted as the
server's, for both share the computer.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["Answer", "Connection", "Taken", "percentile", "side_by_side"]

_HOST = "127.0.0.1"


class Answer(NamedTuple):
    """What came back."""

    status: int
    body: bytes


class Connection:
    """One connection that is kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> Connection:
        """Connect to a port of this machine."""
        return cls(*await asyncio.open_connection(_HOST, port))

    async def ask(self, method: str, path: str, body: bytes = b"", token: str = "") -> Answer:
        """Ask, and wait for the whole answer."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {_HOST}", f"Content-Length: {len(body)}"]
        lines += ["Content-Type: application/json"] * bool(body) + [f"Authorization: Bearer {token}"] * bool(token)
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        first, *fields = head.decode("latin-1").split("\r\n")
        length = next((int(each[15:]) for each in fields if each.lower().startswith("content-length:")), 0)
        return Answer(int(first.split()[1]), await self._reader.readexactly(length))

    def close(self) -> None:
        """Close it."""
        self._writer.close()


class Taken(NamedTuple):
    """How long a round of questions took."""

    seconds: float
    """From the first question to the last answer."""
    spent: list[float]
    """By question, in milliseconds."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.spent) / self.seconds


async def side_by_side(
    asking: Callable[[int, float, list[float]], Awaitable[None]], many: int, seconds: float
) -> Taken:
    """Have so many connections ask at once for so long.

    Args:
        asking: what one of them does: given its number, the moment to stop (by time.perf_counter) and a list to which
            it adds how long each answer took.
        many: how many.
        seconds: for how long.
    """
    spent: list[float] = []
    start = time.perf_counter()
    await asyncio.gather(*(asking(number, start + seconds, spent) for number in range(many)))
    return Taken(time.perf_counter() - start, spent)


def percentile(values: list[float], of_hundred: float) -> float:
    """The value that so many of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * of_hundred / 100))]
