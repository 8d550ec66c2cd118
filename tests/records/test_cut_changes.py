"""Whatever is changed of a person is changed as a whole or not at all, whenever it is cut off."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from game.records import open_records, resume
from game.records.database.connection import Database
from game.records.people import Person, now_ms
from game.records.records import Records
from tests.records.cutting import cut_off_everywhere
from tests.records.plays import all_of, book, debrief_of, kept_play, played

CHANGES: dict[str, Callable[[Records, str], object]] = {
    "rename": lambda records, person: records.rename(person, "Wendelgard"),
    "settings": lambda records, person: records.set_settings(person, {"volume": 4}),
    "look": lambda records, person: records.set_look(person, {"hair": "bun"}),
    "choose": lambda records, person: records.choose(person),
    "add": lambda records, _person: records.add("Jo"),
    "mirror": lambda records, person: records.keep_closeness(person, "callback", book().revision, 3),
    "keep": lambda records, person: _keep(records, person),
}


def _keep(records: Records, person: str) -> None:
    (path,) = paths_of(person, records)
    with resume(path) as kept:
        records.keep(person, debrief_of(kept.session.journal), path)


def paths_of(person: str, records: Records) -> list[Path]:
    """The journals the database was not told of."""
    known = {each.journal for each in records.history(person)}
    result = records.history(person)[0].journal
    assert result is not None
    return [each for each in result.parent.iterdir() if each not in known]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts no process in the midst of another")
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_is_cut_off_is_whole_or_none(home: Path, tmp_path: Path, change: str) -> None:
    """The next start finds the old state or the new one, and nothing half-made; what is left goes after an hour."""
    records = open_records()
    lea = records.set_settings(records.add("Lea").id, {"volume": 3})
    kept_play(records, lea.id)
    played(lea.id)
    start = tmp_path / "start"
    shutil.copytree(home, start)
    do = CHANGES[change]
    before = _state(open_records(catches_up=False))
    _again(start, home)
    do(open_records(catches_up=False), lea.id)
    after = _state(open_records(catches_up=False))
    assert change == "choose" or before != after
    seen = []

    def check() -> None:
        hour = now_ms() / 1000 - 3601
        for draft in home.rglob(".*.draft"):
            os.utime(draft, (hour, hour))
        found = open_records(catches_up=False)
        seen.append(_state(found))
        assert seen[-1] in (before, after)
        assert _names(home) == {each.name for each in found.people()}
        assert Database(home / "records" / "gastgeber.db").faults() == []
        left = {each.name for each in home.rglob(".*")}
        assert left <= {".lock"}
        plays = [each for each in open_records().history(lea.id) if each.mode != "mirror"]
        assert len(plays) == 2

    steps = cut_off_everywhere(lambda: _again(start, home), lambda: do(records, lea.id), check)
    assert steps > 3
    assert {str(each) for each in seen} == {str(before), str(after)}


def _again(start: Path, home: Path) -> None:
    shutil.rmtree(home)
    shutil.copytree(start, home)


def _state(records: Records) -> list[tuple[Person, list[object]]]:
    """What can be compared: keys and moments of what is new are new each time."""
    found: list[tuple[Person, list[object]]] = []
    for person, plays in all_of(records).items():
        told = Person("", person.name, person.look, person.settings)
        found.append((told, [(each.mode, each.closeness or each.score) for each in plays]))
    return [*found, (Person("", records.current().name), [])]


def _names(home: Path) -> set[str]:
    """As the database has them."""
    connection = sqlite3.connect(home / "records" / "gastgeber.db")
    found = {row[0] for row in connection.execute("SELECT pseudonym FROM players")}
    connection.close()
    return found
