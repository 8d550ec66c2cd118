"""Who played last, how it was shown to them and how large: a small file for the first frame, before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from game import paths
from game.records.durable import make_folder, write_whole
from game.records.trouble import Trouble, cause

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "FILE",
    "Last",
    "forget_last",
    "keep_last",
    "keep_last_settings",
    "keep_last_size",
    "last",
    "last_settings",
    "last_size",
]

FILE = "last.json"


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the file."""

    person: str = ""
    """Their id; empty where nobody was chosen yet."""
    settings: dict[str, Any] = msgspec.field(default_factory=dict)
    size: tuple[int, int] | None = None
    """Width and height of the window; None where nobody made it another."""


_DECODER = msgspec.json.Decoder(Last)


def last() -> Last:
    """Who played last; nobody where that is not known, or cannot be read."""
    try:
        return _DECODER.decode((paths.records() / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Last()


def last_settings() -> Mapping[str, Any]:
    """The settings of who played last; nothing where they are not known."""
    return last().settings


def last_size() -> tuple[int, int] | None:
    """How large the window was left; None where that is not known."""
    return last().size


def keep_last_size(size: tuple[int, int]) -> None:
    """Keep how large the window is, for the next start.

    Raises:
        Trouble: it could not be written.
    """
    _keep(msgspec.structs.replace(last(), size=size))


def keep_last_settings(values: Mapping[str, Any]) -> None:
    """Keep settings for the next start's first frame.

    Raises:
        Trouble: they could not be written.
    """
    keep_last(last().person, values)


def keep_last(person: str, settings: Mapping[str, Any]) -> None:
    """Keep who plays, and their settings.

    Raises:
        Trouble: it could not be written.
    """
    _keep(msgspec.structs.replace(last(), person=person, settings=dict(settings)))


def _keep(kept: Last) -> None:
    if kept == last():
        return
    path = paths.records() / FILE
    try:
        make_folder(path.parent)
        write_whole(path, msgspec.json.encode(kept))
    except OSError as error:
        raise Trouble(cause(error, path)) from error


def forget_last() -> None:
    """Forget who played last.

    Raises:
        OSError: the system would not let the file be removed.
    """
    (paths.records() / FILE).unlink(missing_ok=True)
