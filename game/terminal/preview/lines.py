"""Lines that are typed, read on a thread, so that whoever waits for one can look after something else meanwhile."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import io
    from typing import TextIO

__all__ = ["TypedLines"]

_MOST = 65_536
"""Bytes read at once; from a terminal a line at a time comes anyway."""


class TypedLines:
    """The lines of a stream; the stream itself must not be read any more.

    It is read below its buffer, whose lock a thread that waits for input would hold while the program ends.
    """

    def __init__(self, stream: TextIO) -> None:
        raw: io.RawIOBase | None = getattr(getattr(stream, "buffer", None), "raw", None)
        self._stream = stream
        self._lines: queue.SimpleQueue[str] | None = None
        if raw is not None:
            self._lines = queue.SimpleQueue()
            threading.Thread(target=self._read, args=(raw, self._lines), name="typed lines", daemon=True).start()

    def next(self, seconds: float) -> str | None:
        """The next line with its end, waited for so long; None where none was typed, empty where none will be.

        A stream that is no file (a test's) is read at once.
        """
        if self._lines is None:
            return self._stream.readline()
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            return None
        if not line:
            self._lines.put("")  # the end stays the end
        return line

    def _read(self, raw: io.RawIOBase, lines: queue.SimpleQueue[str]) -> None:
        encoding = self._stream.encoding or "utf-8"
        rest = b""
        while data := _data(raw):
            *whole, rest = (rest + data).split(b"\n")
            for line in whole:
                lines.put(line.decode(encoding, "replace") + "\n")
        if rest:
            lines.put(rest.decode(encoding, "replace"))
        lines.put("")


def _data(raw: io.RawIOBase) -> bytes:
    """What can be read next; nothing at the end, or where the terminal is gone."""
    try:
        return raw.read(_MOST) or b""
    except (OSError, ValueError):
        return b""
