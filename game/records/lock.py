"""One writer a file: a lock the system itself lets go when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["alone", "try_lock"]

_FAR = 1 << 30
"""Far behind the end: on Windows a locked byte cannot be read by others."""
_FILE = ".lock"
_SECONDS = 5.0
_PAUSE = 0.02
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def try_lock(descriptor: int) -> bool:
    """Lock an open file until it is closed; False where somebody else holds it.

    Where a folder knows no locks at all, as some network folders, the file counts as locked.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


@contextmanager
def alone(folder: Path, seconds: float = _SECONDS) -> Iterator[None]:
    """Be the only one who changes what all windows share in a folder, waiting for others that long.

    Where the folder may only be read, nobody changes anything, and no lock is needed.

    Raises:
        Trouble: somebody else holds it all that time.
        OSError: the system would not let the lock be made.
    """
    try:
        descriptor = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise
        yield
        return
    try:
        end = time.monotonic() + seconds
        while not try_lock(descriptor):
            if time.monotonic() > end:
                raise Trouble(_("Another window of the game is busy with your records. Try again in a moment."))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)
