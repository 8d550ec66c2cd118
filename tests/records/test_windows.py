"""Several windows opened at once on the same records, whatever state these are in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.records import Result, current_person, open_records
from game.records.database.connection import Database
from game.records.people import Person
from tests.records.cutting import forked
from tests.records.plays import BEST, all_of, kept_play

WINDOWS = 4

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts no process in the midst of another")


def windows() -> list[int]:
    """Each opens the records, and keeps a play; the answer is how they ended."""

    def play() -> None:
        records = open_records()
        kept_play(records, records.current().id, BEST)
        records.set_settings(records.current().id, {"volume": 3})

    children = [forked(play) for _window in range(WINDOWS)]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def test_a_first_start_of_several_windows(home: Path) -> None:
    """One person, one database, every play."""
    assert windows() == [0] * WINDOWS
    records = open_records()
    assert len(records.people()) == 1
    assert len(records.history(current_person().id)) == WINDOWS
    assert Database(home / "records" / "gastgeber.db").faults() == []


@pytest.mark.parametrize("state", ["lost", "damaged", "empty"])
def test_a_database_that_several_windows_find_wanting(
    path: Path, everything: dict[Person, tuple[Result, ...]], state: str
) -> None:
    """It is made anew by one of them; nobody's play is lost, whichever database it was kept in first."""
    if state == "lost":
        path.unlink()
    else:
        path.write_bytes(b"" if state == "empty" else b"damaged" * 1000)
    assert windows() == [0] * WINDOWS
    after = {each.id: plays for each, plays in all_of(open_records()).items()}
    for person, plays in everything.items():
        assert set(map(_key, plays)) <= set(map(_key, after[person.id]))
    assert sum(map(len, after.values())) == sum(map(len, everything.values())) + WINDOWS
    assert Database(path).faults() == []


def _key(result: Result) -> tuple[str, int | None]:
    return result.session, result.score
