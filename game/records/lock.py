"""One writer a file: a lock the system itself lets go when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys

__all__ = ["try_lock"]

_FAR = 1 << 30
"""Far behind the end: on Windows a locked byte cannot be read by others."""
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
