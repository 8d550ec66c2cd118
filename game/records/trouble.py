"""What keeps records from being written or read, in sentences for the user."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Trouble", "cause"]


class Trouble(Exception):
    """Records could not be written or read: what is wrong and what to do, in whole sentences."""


def cause(error: OSError, path: Path) -> str:
    """Why the system would not let a file be written or read, and the mend, in whole sentences."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("There is no room left on the disk for {path}. Make some room.", path=path)
        case errno.EROFS:
            return _("{path} lies on a disk that may only be read.", path=path)
        case errno.EACCES | errno.EPERM:
            return _("You are not allowed to use {path}. Ask for the right to read and write it.", path=path)
        case errno.ENOENT:
            return _("{path} is not there.", path=path)
        case errno.EEXIST | errno.ENOTDIR:
            return _("{path} cannot be made: a file of another kind is in its way. Move that away.", path=path)
        case errno.EISDIR:
            return _("{path} is a folder, not a file.", path=path)
        case _other:
            return _("{path} could not be used: {reason}.", path=path, reason=error.strerror or str(error))
