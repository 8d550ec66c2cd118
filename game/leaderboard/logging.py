"""What a server tells its operator: one JSON object a line on stderr, and nothing of persons in it.

No names, no tokens, no codes, no addresses unless they were asked for; of a request its route, not its path; of an
error its kind and where it was raised, not its message, which may quote what somebody sent.
"""

from __future__ import annotations

import atexit
import logging
import sys
import threading
import time
import traceback
from collections import deque
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

import msgspec

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["LOGGER", "Gathered", "JsonLines", "log_to"]

LOGGER = logging.getLogger("gastgeber.server")
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}
_OF_OTHERS = ("uvicorn", "uvicorn.error", "asyncio")
_GATHER_SECONDS = 0.2
_FRAMES = 12


class JsonLines(logging.Formatter):
    """A record as one line of JSON: `time`, `level`, `event`, and what else was said of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        own = record.name.startswith(LOGGER.name)
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.msg if own else f"{record.name}: {_kind(record)}",
            "process": record.process,
            **{name: value for name, value in vars(record).items() if own and name not in _OWN},
        }
        if record.exc_info and record.exc_info[0] is not None:
            told["error"] = record.exc_info[0].__name__
            told["raised"] = _places(record.exc_info[2])
        return msgspec.json.encode(told, enc_hook=str).decode()


class Gathered(logging.Handler):
    """Writes lines a moment later, many at once, in a thread of its own; what is amiss at once.

    Who writes waits for the system, and then for its turn among the threads: with each request that would cost more
    than all else that is done for it.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self._stream = stream
        self._lines: deque[str] = deque()
        threading.Thread(target=self._write_on, name="gastgeber-log", daemon=True).start()
        atexit.register(self.flush)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line."""
        self._lines.append(self.format(record) + "\n")
        if record.levelno >= logging.WARNING:
            self.flush()

    def flush(self) -> None:
        """Write what was taken."""
        with self.lock or nullcontext():
            waiting = []
            while self._lines:
                waiting.append(self._lines.popleft())
            if waiting:
                with suppress(OSError, ValueError):  # nobody reads it any more
                    self._stream.write("".join(waiting))
                    self._stream.flush()

    def _write_on(self) -> None:
        while True:
            time.sleep(_GATHER_SECONDS)
            self.flush()


def log_to(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Write the server's log to a stream, and what its packages complain of too."""
    handler = Gathered(stream or sys.stderr)
    LOGGER.handlers[:] = [handler]
    LOGGER.propagate = False
    LOGGER.setLevel(level)
    for name in _OF_OTHERS:
        other = logging.getLogger(name)
        other.handlers[:] = [handler] if name != "uvicorn.error" else []
        other.propagate = name == "uvicorn.error"
        other.setLevel(logging.WARNING)


def _kind(record: logging.LogRecord) -> str:
    """What another package complains of: its own words, without what it fills into them."""
    return str(record.msg)[:200].partition("\n")[0]


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
