"""Files and folders that are there after a power cut."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

__all__ = ["make_folder", "remove_drafts", "sync_folder", "write_whole"]

_HOUR = 3600


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there yet.

    Raises:
        OSError: the system would not let it be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Have a folder's list of files written to disk; where a system cannot, it does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_drafts(folder: Path, older_than: float = _HOUR) -> None:
    """Remove what is left of files whose writing was cut off, so many seconds ago or more; a younger one may go on."""
    for draft in folder.glob(".*.draft"):
        with contextlib.suppress(OSError):  # it is gone, or may only be read: it is in nobody's way
            if draft.stat().st_mtime <= time.time() - older_than:
                draft.unlink()


def write_whole(path: Path, content: bytes, *, is_secret: bool = False) -> None:
    """Write a file so that it is there in whole or not at all; a secret one is its owner's alone to read.

    Raises:
        OSError: the system would not let it be written; what was there before still is.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.draft")
    try:
        with open(draft, "xb", opener=_own if is_secret else None) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def _own(path: str, flags: int) -> int:
    """Open a new file that nobody else may read from its first moment on."""
    return os.open(path, flags, 0o600)
