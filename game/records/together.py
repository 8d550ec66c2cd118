"""Several files that are all written, or none of them."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING, NamedTuple

from game.records.durable import make_folder, sync_folder, write_whole
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Write", "write_together"]


class Write(NamedTuple):
    """A file that is to be written."""

    path: Path
    content: bytes
    before: bytes | None
    """What stood there when it was decided to write it; None: nothing."""


def write_together(writes: Sequence[Write]) -> None:
    """Write files so that all are there in whole afterwards, or none is and each is as it was.

    All are written as drafts beside their places first, so that a full disk is found out before any file changes.

    Raises:
        Trouble: the system would not let one be written, or one has changed meanwhile; says what has become of them.
    """
    work = _Work()
    path = None
    try:
        for write in writes:
            path = write.path
            work.stage(write)
        for write in writes:
            path = write.path
            work.put(write)
        for folder in {write.path.parent for write in writes}:
            path = folder
            sync_folder(folder)
    except BaseException as error:
        left = work.undo()
        if isinstance(error, OSError) and path is not None:
            raise Trouble(_told(cause(error, path), left)) from error
        if isinstance(error, Trouble):
            raise Trouble(_told(str(error), left)) from error
        raise


class _Work:
    """What was done so far, and how it is undone."""

    def __init__(self) -> None:
        self._drafts: dict[Path, Path] = {}
        self._put: list[Write] = []
        self._folders: list[Path] = []

    def stage(self, write: Write) -> None:
        """Write a file's content to a draft beside it."""
        folder = write.path.parent
        self._folders += [each for each in (folder, *folder.parents) if not each.exists()][::-1]
        make_folder(folder)
        draft = folder / f".{write.path.name}.{secrets.token_hex(4)}.draft"
        self._drafts[write.path] = draft
        with draft.open("xb") as file:
            file.write(write.content)
            file.flush()
            os.fsync(file.fileno())

    def put(self, write: Write) -> None:
        """Put a draft in its place, if what stands there is still what stood there."""
        if _content(write.path) != write.before:
            raise Trouble(_("{path} was changed by somebody else meanwhile.", path=write.path))
        self._drafts[write.path].replace(write.path)
        self._put.append(write)

    def undo(self) -> list[Path]:
        """Put everything back; what could not be is answered."""
        left = []
        for draft in self._drafts.values():
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        for write in reversed(self._put):
            try:
                if write.before is None:
                    write.path.unlink()
                else:
                    write_whole(write.path, write.before)
            except OSError:
                left.append(write.path)
        for folder in reversed(self._folders):
            with contextlib.suppress(OSError):  # something else lies there by now
                folder.rmdir()
        return left


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _told(reason: str, left: Sequence[Path]) -> str:
    if not left:
        return _("{reason} Nothing was changed.", reason=reason)
    return _(
        "{reason} What had been done was undone, but for these files, which are new already: {files}.",
        reason=reason,
        files=", ".join(map(str, left)),
    )
