"""What is kept: people, journals, a copy of every revision that was played, and the database of results."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.records.last import keep_last_settings, keep_last_size, last_settings, last_size
from game.records.people import Person, current_person
from game.records.results import MEDALS, Best, Medal, Result, medal_for
from game.records.sessions import Kept, begin, resume, unkept
from game.records.shelf import Damaged, Shelf, Unfinished, shelf
from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from game.records.records import Records

__all__ = [
    "MEDALS",
    "Best",
    "Damaged",
    "Kept",
    "Medal",
    "Person",
    "Result",
    "Shelf",
    "Trouble",
    "Unfinished",
    "begin",
    "current_person",
    "keep_last_settings",
    "keep_last_size",
    "last_settings",
    "last_size",
    "medal_for",
    "open_records",
    "resume",
    "shelf",
    "unkept",
]


def open_records(*, catches_up: bool = True) -> Records:
    """Open the records; SQLAlchemy is imported only here, which takes a fifth of a second.

    Args:
        catches_up: whether the journals that the database does not know are taken in at once; else the caller does
            it, by and by (`Records.catching_up`).

    Raises:
        Trouble: they cannot be opened, and why; play goes on without, and the next start finds what was played.
    """
    try:
        from game.records.records import open_records as open_them

        return open_them(catches_up=catches_up)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] == "game":
            raise
        raise Trouble(
            _(
                "The package {package} is missing, so there are no results and no bests. Type:\n"
                "    {python} -m pip install {package}",
                package=missing.name,
                python=sys.executable,
            )
        ) from missing
