"""What a server tells its operator: one JSON object a line on stderr, and nothing of persons in it.

No names, no tokens, no codes, no addresses unless they were asked for; of a request its route, not its path; of an
error its kind and where it was raised, not its message, which may quote what somebody sent.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["LOGGER", "JsonLines", "log_to"]

LOGGER = logging.getLogger("gastgeber.server")
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}
_OF_OTHERS = ("uvicorn", "uvicorn.error", "asyncio")
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
        return json.dumps(told, ensure_ascii=False, default=str)


def log_to(stream: object = None, level: int = logging.INFO) -> None:
    """Write the server's log to a stream, and what its packages complain of too."""
    handler = logging.StreamHandler(stream or sys.stderr)  # type: ignore[arg-type]
    handler.setFormatter(JsonLines())
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
