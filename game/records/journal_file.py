"""The file a journal is kept in: one writer, and every line on disk before it counts."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from typing import TYPE_CHECKING

from game.records.durable import sync_folder
from game.records.lock import try_lock
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST_BYTES", "JournalFile", "read_bounded"]

MOST_BYTES = 16 << 20
"""A journal of a thousand decisions has some 60 kilobytes; what is larger than this is none."""
_BINARY = getattr(os, "O_BINARY", 0)  # on Windows alone
_PRIVATE = 0o600
_CHUNK = 1 << 20


class JournalFile:
    """An open journal that nobody else writes."""

    def __init__(self, path: Path, descriptor: int, length: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self._length = length
        self._has_scraps = False
        self._has_links = os.fstat(descriptor).st_nlink > 0  # some systems count none

    @classmethod
    def create(cls, path: Path) -> JournalFile:
        """Make an empty journal, where none of that name is.

        Raises:
            OSError: the system would not let it be made.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE)
        try_lock(descriptor)  # nobody else knows the file yet
        file = cls(path, descriptor, 0)
        try:
            sync_folder(path.parent)
        except OSError:
            file.discard()
            raise
        return file

    @classmethod
    def reopen(cls, path: Path) -> tuple[JournalFile, bytes]:
        """Open a journal to go on with it, and read what it holds.

        Raises:
            Trouble: it is open elsewhere, or is no journal.
            OSError: the system would not let it be opened.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)
        try:
            if not try_lock(descriptor):
                raise Trouble(_("This session is open in another window. Close it there, or go on there."))
            text = read_bounded(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        return cls(path, descriptor, len(text)), text

    def append(self, line: bytes) -> None:
        """Add a line, on disk when this returns.

        Raises:
            Trouble: it could not be written; the journal is as it was before.
        """
        try:
            if self._has_scraps:
                self._cut_back()
            status = os.fstat(self._descriptor)
            if self._has_links and status.st_nlink == 0:
                raise Trouble(_("The journal {path} was deleted while it was written.", path=self.path))
            if status.st_size != self._length:  # what is written behind it now would not be found again
                raise Trouble(_("Another program changed the journal {path} while it was written.", path=self.path))
            self._has_scraps = True  # until all of the line is on disk, whatever interrupts it
            self._write(line)
        except OSError as error:
            # Where this fails too, it is tried again before the next line; a piece without its end counts for nothing.
            with contextlib.suppress(OSError):
                self._cut_back()
            raise Trouble(cause(error, self.path)) from error
        self._length += len(line)
        self._has_scraps = False

    def shorten(self, length: int) -> Path | None:
        """Leave out what stands behind the sound part.

        A torn last line goes; anything else is copied aside first, byte for byte, and the copy's place returned.

        Raises:
            OSError: the system would not let it be written; nothing is lost.
        """
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        text = read_bounded(self._descriptor)
        aside = self._copy_aside(text) if b"\n" in text[length:] else None
        self._length = length
        self._cut_back()
        return aside

    def discard(self) -> None:
        """Let go of the file and remove it: nothing was kept in it."""
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        os.fsync(self._descriptor)

    def _cut_back(self) -> None:
        os.ftruncate(self._descriptor, self._length)
        os.fsync(self._descriptor)
        self._has_scraps = False

    def _copy_aside(self, text: bytes) -> Path:
        aside = self.path.with_name(f"{self.path.name}.damaged-{secrets.token_hex(4)}")
        with aside.open("xb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(aside.parent)
        return aside


def read_bounded(descriptor: int) -> bytes:
    """All that stands in an open file.

    Raises:
        Trouble: it is no plain file, or too large for a journal.
    """
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
        raise Trouble(_("This is no journal: it is too large, or no plain file."))
    parts = []
    while part := os.read(descriptor, _CHUNK):
        parts.append(part)
    return b"".join(parts)
