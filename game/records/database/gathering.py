"""Many small transactions kept as one: whoever waits for the disk shares the wait.

A commit costs a flush to disk, whatever it holds. Jobs that come within a moment of one another are carried out one
after the other in one transaction, and all are told once it is on disk.
"""

from __future__ import annotations

import queue
import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from game.records.database.connection import Lost
from game.records.database.engines import WRITES
from game.records.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from game.records.database.connection import Database

__all__ = ["Writer"]

T = TypeVar("T")
_Job = tuple["Callable[[Connection], Any]", "Future[Any]"]
_MOST = 64
"""In one transaction: the first must not wait for ever."""


class Writer:
    """The one thread of a process that writes; jobs are carried out in the order in which they come."""

    def __init__(self, database: Database, gather_ms: float = 1.0) -> None:
        self._database = database
        self._seconds = gather_ms / 1000
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_closed = False
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="gastgeber-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[Connection], T]) -> Future[T]:
        """Have a job carried out; its result is there when it is on disk, and what it raises likewise.

        A job takes nothing but the connection and changes nothing but the database: it runs again where its
        transaction met another, or was shared with a job that failed.

        Raises:
            RuntimeError: the writer was closed.
        """
        future: Future[T] = Future()
        with self._gate:
            if self._is_closed:
                raise RuntimeError("the writer is closed")
            self._jobs.put((job, future))
        return future

    def close(self) -> None:
        """Finish what was taken, and take no more."""
        with self._gate:
            if not self._is_closed:
                self._is_closed = True
                self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        is_open = True
        while is_open:
            gathered = [self._jobs.get()]
            if gathered[0] is not None and self._seconds:
                time.sleep(self._seconds)
            while gathered[-1] is not None and len(gathered) < _MOST:
                try:
                    gathered.append(self._jobs.get_nowait())
                except queue.Empty:
                    break
            is_open = gathered[-1] is not None
            jobs = [each for each in gathered if each is not None and each[1].set_running_or_notify_cancel()]
            if jobs:
                self._carry_out(jobs)

    def _carry_out(self, jobs: list[_Job]) -> None:
        try:
            told = self._database.write(lambda connection: [_done(connection, job) for job, _future in jobs])
        except Lost as error:  # alone they would fare no better, or be done twice
            told = [_Told(error=error)] * len(jobs)
        except BaseException as error:  # noqa: BLE001 – it is told to whoever waits
            if len(jobs) > 1:
                for each in jobs:
                    self._carry_out([each])
                return
            told = [_Told(error=error)]
        for (_job, future), each_told in zip(jobs, told, strict=True):
            if each_told.error is None:
                future.set_result(each_told.value)
            else:
                future.set_exception(each_told.error)


class _Told(NamedTuple):
    """What came of a job: what it answered, or what it raised."""

    value: Any = None
    error: BaseException | None = None


def _done(connection: Connection, job: Callable[[Connection], Any]) -> _Told:
    """Carry out a job; what one raises that had written nothing is its own affair, and no others need care."""
    before = connection.info.get(WRITES, 0)
    try:
        return _Told(job(connection))
    except (Trouble, SQLAlchemyError):
        raise
    except Exception as error:
        if connection.info.get(WRITES, 0) != before:
            raise
        return _Told(error=error)
