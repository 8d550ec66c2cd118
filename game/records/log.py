"""The log: what went wrong unexpectedly, without a word of the player's.

A message is written as it stands in the program; of what is filled into it, and of what an exception says, only the
figures and the kinds are written, for names, typed words and the path of somebody's home may stand there.
"""

from __future__ import annotations

import errno
import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths

if TYPE_CHECKING:
    from io import TextIOWrapper
    from types import TracebackType

    _Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

__all__ = ["keep_log", "note"]

_LOGGER = logging.getLogger("game")
_MOST_BYTES = 200_000
_OLDER_FILES = 2


def keep_log() -> None:
    """Let every room's warnings go to the log file; the file is made when the first one comes."""
    if any(isinstance(handler, _LogFile) for handler in _LOGGER.handlers):
        return
    _LOGGER.addHandler(_LogFile())
    _LOGGER.propagate = False


def note(error: BaseException) -> Path | None:
    """Note an unexpected error; the answer is the file to send in, or nothing where none could be written."""
    keep_log()
    _LOGGER.error(f"Unexpected error; Python {platform.python_version()}, {platform.system()}", exc_info=error)
    written = [handler.is_written for handler in _LOGGER.handlers if isinstance(handler, _LogFile)]
    return paths.log_file() if all(written) else None


class _LogFile(RotatingFileHandler):
    """The log file, made when it is first needed; a game goes on where it cannot be written."""

    def __init__(self) -> None:
        super().__init__(paths.log_file(), maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True)
        self.is_written = True
        self.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's name
        self.is_written = False


class _Discreet(logging.Formatter):
    """Words a record without what may be somebody's."""

    def format(self, record: logging.LogRecord) -> str:
        harmless = logging.makeLogRecord(record.__dict__)
        harmless.exc_text = None  # another handler may have left its wordy traceback there
        arguments = record.args
        if isinstance(arguments, dict):
            harmless.args = {name: _harmless(value) for name, value in arguments.items()}
        elif arguments:
            harmless.args = tuple(map(_harmless, arguments))
        return super().format(harmless)

    def formatException(self, ei: _Caught) -> str:  # noqa: N802 - logging's name
        return "\n".join(_traceback(ei[1])) if ei[1] else ""


def _harmless(value: object) -> object:
    return value if isinstance(value, (int, float)) else f"<{type(value).__name__}>"


def _traceback(error: BaseException) -> list[str]:
    """The lines of a traceback, the oldest error first, without what the errors say."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_traceback(earlier), "which led to"] if earlier else []
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {_shortened(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line}" for frame in frames]
    number = error.errno if isinstance(error, OSError) else None
    return [*lines, type(error).__name__ + (f" {errno.errorcode.get(number, number)}" if number else "")]


def _shortened(file: str) -> str:
    """A file's path from the program's folder on, or the end of it; never the way there."""
    path = Path(file)
    inside = path.is_relative_to(paths.program())
    return path.relative_to(paths.program()).as_posix() if inside else "/".join(path.parts[-2:])
