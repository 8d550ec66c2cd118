"""A look at the records that changes nothing, for whoever asks whether they are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game import paths
from game.records.database.connection import Damage, Database
from game.records.database.opening import FILE, condition
from game.records.database.rows import result_count
from game.records.people import people

if TYPE_CHECKING:
    from pathlib import Path

    from game.records.database.opening import Condition

__all__ = ["Examined", "examine_records"]


class Examined(NamedTuple):
    """What was found."""

    database: Path
    condition: Condition
    people: int
    results: int
    """In the database; those it does not know yet are not counted."""
    faults: tuple[str, ...]
    """What SQLite says is wrong, in its own words."""


def examine_records() -> Examined:
    """Look at everything; nothing is made, mended or moved.

    Raises:
        Trouble: the records may not be read.
    """
    path = paths.records() / FILE
    found = condition(path)
    everybody = len(people())
    if found in ("missing", "damaged"):
        return Examined(path, found, everybody, 0, ())
    database = Database(path)
    try:
        faults = tuple(database.faults())
        with database.reading() as connection:
            results = result_count(connection)
    except Damage:
        return Examined(path, "damaged", everybody, 0, ())
    return Examined(path, found, everybody, results, faults)
