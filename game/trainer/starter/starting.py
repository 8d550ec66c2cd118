"""Writing a new case, and beside it what an editor needs to complete and explain it."""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import TYPE_CHECKING, Any

from game.records.together import Write, write_together
from game.records.trouble import Trouble, cause
from game.scenario.schema import WRITTEN_BY, schema
from game.texts import _
from game.trainer.starter.place import file_of
from game.trainer.starter.template import filled

if TYPE_CHECKING:
    from pathlib import Path

    from game.trainer.starter.wishes import Wishes

__all__ = ["MODELINE", "SCHEMA_FILE", "as_file", "write", "write_schema"]

SCHEMA_FILE = "scenario.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""By it an editor finds the schema: beside the case, whatever the folder is called and wherever it is copied to."""


def write(wishes: Wishes, folder: Path) -> Path:
    """Write a case into a folder, which is made where it is not there; the answer is its file.

    Raises:
        Trouble: the system would not let it be written, or the file is there already; nothing was changed.
    """
    case = Write(file_of(wishes.name, folder), f"{MODELINE}\n\n{filled(wishes)}".encode(), None)
    write_together([*_renewal(folder / SCHEMA_FILE), case])
    return case.path


def as_file(found: dict[str, Any]) -> bytes:
    """A schema as it stands in a file."""
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def write_schema(found: dict[str, Any], file: Path) -> None:
    """Write a schema into a file, over an older one of this program's.

    Raises:
        Trouble: something else lies there, or the system would not let it be written; nothing was changed.
    """
    try:
        before: bytes | None = _content(file)
    except FileNotFoundError:
        before = None
    except OSError as error:
        raise Trouble(cause(error, file)) from error
    if before is not None and not _is_ours(before):
        raise Trouble(
            _(
                "{file} is there already, and is no schema of this program's. Name another file, or move it away.",
                file=file,
            )
        )
    write_together([Write(file, as_file(found), before)])


def _renewal(file: Path) -> list[Write]:
    """Write the schema where it is missing or out of date; one that somebody else has put there is left alone."""
    before: bytes | None = None
    try:
        before = _content(file)
    except FileNotFoundError:
        pass
    except OSError:
        return []
    wanted = as_file(schema())
    if before == wanted or (before is not None and not _is_ours(before)):
        return []
    return [Write(file, wanted, before)]


def _content(file: Path) -> bytes:
    """What stands in a file; a pipe or a device is not read, for it might never end."""
    kind = file.stat().st_mode
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    return file.read_bytes()


def _is_ours(content: bytes) -> bool:
    """Whether a file holds a schema that this program wrote, in whatever version."""
    return WRITTEN_BY.encode() in content
