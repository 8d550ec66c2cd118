"""Files that are read in whole: bounded, without waiting for a pipe, and with a sentence for what is in the way."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from game.records.trouble import cause
from game.texts import _
from game.trainer.sharing.form import Refused

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NotThere", "read_file"]

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotThere(Refused):
    """There is nothing of this name, or nothing that can be read at all."""


def read_file(path: Path, largest: int) -> bytes:
    """All that stands in a file.

    Raises:
        NotThere: there is none, or the system would not let it be read.
        Refused: it is too large.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
    except OSError as error:
        raise NotThere(cause(error, path)) from error
    except ValueError as error:  # a zero byte in the name
        raise NotThere(_("There is no file of that name.")) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotThere(_("{path} is no ordinary file, but a folder, a device or a pipe.", path=path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise NotThere(cause(error, path)) from error
    finally:
        os.close(descriptor)
    if len(content) > largest:
        size = largest // (1024 * 1024)
        raise Refused(_("{path} is larger than {size} MiB, which is more than it may be.", path=path, size=size))
    return content
