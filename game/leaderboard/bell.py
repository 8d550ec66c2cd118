"""How processes of a server tell one another that boards have changed; who hears nothing asks now and then."""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from game.leaderboard.logging import LOGGER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.records.database.connection import Database

__all__ = ["Bell", "NoBell", "PostgresBell", "bell_of"]

CHANNEL = "gastgeber_boards"
_MOST_NAMED = 500
"""Boards in one message, which may have 8,000 bytes."""
_LISTEN_SECONDS = 0.25
"""How long what is to be told may wait; what is heard comes at once."""
_PAUSE_SECONDS = 2.0
"""Before a connection that was lost is made anew."""


class Bell(Protocol):
    """Tells other processes, and hears them."""

    def start(self, heard: Callable[[], None]) -> None:
        """From now on call `heard`, in a thread of its own, when another process tells of something."""

    def tell(self, boards: Iterable[int]) -> None:
        """Tell the others that these boards have changed; soon, and all at once."""

    def stop(self) -> None:
        """Tell and hear no more."""


class NoBell:
    """For a process that is alone, or shares a file of SQLite: there the others ask now and then."""

    def start(self, heard: Callable[[], None]) -> None:
        """Hear nothing."""

    def tell(self, boards: Iterable[int]) -> None:
        """Tell nobody."""

    def stop(self) -> None:
        """Do nothing."""


class PostgresBell:
    """LISTEN and NOTIFY, on a connection of its own, outside of the transactions that change boards.

    A NOTIFY within them would make all of them wait for one another at their end.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, heard: Callable[[], None]) -> None:
        """Listen."""
        self._thread = threading.Thread(target=self._stay, args=(heard,), name="gastgeber-bell", daemon=True)
        self._thread.start()

    def tell(self, boards: Iterable[int]) -> None:
        """Notify."""
        for board in boards:
            self._told.put(board)

    def stop(self) -> None:
        """Close the connection."""
        self._is_over.set()
        if self._thread is not None:
            self._thread.join()

    def _stay(self, heard: Callable[[], None]) -> None:
        while not self._is_over.is_set():
            try:
                with self._database.apart() as connection:
                    self._listen(connection, heard)
            except Exception as error:  # noqa: BLE001 – whatever it is: boards are asked now and then meanwhile
                LOGGER.warning("bell lost", exc_info=error)
                self._is_over.wait(_PAUSE_SECONDS)

    def _listen(self, connection: Any, heard: Callable[[], None]) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        heard()  # what happened meanwhile was not heard
        while not self._is_over.is_set():
            for told in connection.notifies(timeout=_LISTEN_SECONDS, stop_after=1):
                if told.pid != connection.info.backend_pid:
                    heard()
            boards = self._waiting()
            if boards:
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, ",".join(map(str, boards))))

    def _waiting(self) -> list[int]:
        boards: set[int] = set()
        with suppress(queue.Empty):
            while len(boards) < _MOST_NAMED:
                boards.add(self._told.get_nowait())
        return sorted(boards)


def bell_of(database: Database) -> Bell:
    """The bell that processes on this database share."""
    return PostgresBell(database) if database.dialect == "postgresql" else NoBell()
