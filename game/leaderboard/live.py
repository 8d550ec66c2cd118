"""Boards as they change: whoever follows one is sent a snapshot when it is another, as server-sent events.

After something was written, or another process told of a change, a moment is waited so that many changes become one;
then the versions of all boards are asked, and each board that changed and is followed is read once and sent to all who
follow it. Behind both it asks every few seconds, for what nobody told.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec
from sqlalchemy import select
from starlette.responses import StreamingResponse

from game.leaderboard import showing
from game.leaderboard.logging import LOGGER
from game.leaderboard.problems import Problem
from game.online.messages import PeopleBoard, TeamsBoard
from game.records.database.tables import BOARDS
from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from sqlalchemy import Connection
    from starlette.responses import Response

    from game.leaderboard.bell import Bell
    from game.leaderboard.metrics import Metrics
    from game.leaderboard.showing import Board

__all__ = ["MOST_OF_ONE", "MOST_STREAMS", "Live", "Snapshot"]

MOST_STREAMS = 1000
"""In one process; each is a connection that stays open."""
MOST_OF_ONE = 50
"""Of whoever follows, so that nobody takes them all: windows left open, and displays behind one address."""
GATHER_SECONDS = 0.3
POLL_SECONDS = 5.0
HEARTBEAT_SECONDS = 15.0
"""How often a stream says something, so that nobody between takes it for dead."""
_LIFETIME_SECONDS = 3600.0
"""Then the browser connects anew, and is asked again who it is."""
_RETRY = b"retry: 3000\n\n"
_STILL_HERE = b": still here\n\n"

_Told = TypeVar("_Told")


class Snapshot(msgspec.Struct, frozen=True):
    """A board as all who follow it are sent it."""

    people: PeopleBoard
    teams: TeamsBoard


class _Followed:
    """A board that somebody follows."""

    def __init__(self) -> None:
        self.version = -1
        self.event = b""
        self.changed = asyncio.Event()
        self.followers = 0

    def publish(self, version: int, event: bytes) -> None:
        """Send it to all."""
        self.version, self.event = version, event
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()


class Reader(Protocol):
    """Asks the database without keeping the event loop; a `Site` does."""

    async def read(self, ask: Callable[[Connection], _Told]) -> _Told:
        """What it answers."""


class Live:
    """The boards that are followed at one process."""

    def __init__(self, reader: Reader, bell: Bell, metrics: Metrics) -> None:
        self._reader = reader
        self._bell = bell
        self._metrics = metrics
        self._boards: dict[Board, _Followed] = {}
        self._versions: dict[int, int] = {}
        self._stirred = asyncio.Event()
        self._has_written = False
        self._is_closed = False
        self._closed = asyncio.Event()
        self._streams: Counter[str] = Counter()
        """By who follows."""

    # --- what stirs it ------------------------------------------------------------------------------------------------

    def written(self) -> None:
        """Something was written in this process; perhaps a board has changed."""
        self._has_written = True
        self._stirred.set()

    def close(self) -> None:
        """End all streams; whoever follows them connects again, elsewhere or later."""
        self._is_closed = True
        self._closed.set()

    async def run(self) -> None:
        """Keep all streams up to date, until cancelled."""
        loop = asyncio.get_running_loop()

        def heard() -> None:
            loop.call_soon_threadsafe(self._stirred.set)

        self._bell.start(heard)
        try:
            while True:
                await self._rest()
                try:
                    await self._look()
                except Trouble:
                    LOGGER.warning("boards cannot be read", exc_info=True)
        finally:
            await asyncio.to_thread(self._bell.stop)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._stirred.wait()
            await asyncio.sleep(GATHER_SECONDS)
        except TimeoutError:
            pass
        self._stirred.clear()

    async def _look(self) -> None:
        """Find out what changed, tell other processes, and send it to whoever follows it."""
        has_written, self._has_written = self._has_written, False
        if not self._boards and not has_written:
            return
        found = await self._reader.read(_versions)
        changed = [board for board, version in found.items() if self._versions.get(board) != version]
        self._versions = found
        if has_written and changed:
            self._bell.tell(changed)
        if changed:
            for board, followed in list(self._boards.items()):
                await self._refresh(board, followed)

    async def _refresh(self, board: Board, followed: _Followed) -> None:
        """Read a board if it is another, and send it."""

        def read(c: Connection) -> tuple[int, bytes] | None:
            found = showing.find(c, board)
            version = showing.version_of(c, found)
            if version == followed.version:
                return None
            snapshot = Snapshot(showing.people(c, found), showing.teams(c, found))
            return version, _event(version, msgspec.json.encode(snapshot))

        told = await self._reader.read(read)
        if told is not None:
            followed.publish(*told)
            self._metrics.snapshots.inc()

    # --- who follows --------------------------------------------------------------------------------------------------

    async def follow(self, board: Board, who: str, last_event: str | None = None) -> Response:
        """A stream of snapshots of a board.

        Args:
            board: which.
            who: whoever follows it, as their streams are counted.
            last_event: the last one that was received (`Last-Event-ID`); if the board is still that one, it is not sent
                again.

        Raises:
            Refused: there is no such board.
            Problem: too many are followed already.
        """
        if self._is_closed or self._streams.total() >= MOST_STREAMS or self._streams[who] >= MOST_OF_ONE:
            sentence = _("Too many boards are followed live at the moment. Load the page now and then.")
            raise Problem(503, "too-many-streams", sentence, {"Retry-After": "30"})
        followed = self._boards.get(board) or _Followed()
        await self._refresh(board, followed)
        followed = self._boards.setdefault(board, followed)
        return StreamingResponse(
            self._events(board, followed, who, last_event),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _events(
        self, board: Board, followed: _Followed, who: str, last_event: str | None
    ) -> AsyncIterator[bytes]:
        seen = int(last_event) if last_event and last_event.isascii() and last_event.isdecimal() else None
        ends = asyncio.get_running_loop().time() + _LIFETIME_SECONDS
        with self._counted(board, followed, who):
            yield _RETRY
            while not self._is_closed and asyncio.get_running_loop().time() < ends:
                changed = followed.changed
                if followed.version != seen:
                    seen = followed.version
                    yield followed.event
                elif not await self._wait(changed):
                    yield _STILL_HERE

    async def _wait(self, changed: asyncio.Event) -> bool:
        """Whether something changed, or all is to end, before it is time to say that one is still here."""
        waiting = [asyncio.ensure_future(changed.wait()), asyncio.ensure_future(self._closed.wait())]
        try:
            done, _pending = await asyncio.wait(waiting, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            return bool(done)
        finally:
            for each in waiting:
                each.cancel()

    @contextmanager
    def _counted(self, board: Board, followed: _Followed, who: str) -> Iterator[None]:
        self._streams[who] += 1
        followed.followers += 1
        self._metrics.streams.inc()
        try:
            yield
        finally:
            self._streams[who] -= 1
            if not self._streams[who]:
                del self._streams[who]
            followed.followers -= 1
            self._metrics.streams.dec()
            if not followed.followers:
                self._boards.pop(board, None)


def _versions(c: Connection) -> dict[int, int]:
    return {row.id: row.changes for row in c.execute(select(BOARDS.c.id, BOARDS.c.changes))}


def _event(version: int, told: bytes) -> bytes:
    return b"id: %d\nevent: board\ndata: %s\n\n" % (version, told)
