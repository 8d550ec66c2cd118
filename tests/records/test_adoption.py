"""What was kept before there were people belongs to the first of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.records import begin, current_person, open_records, resume, shelf
from game.records.folders import adopt, journal_folder, journal_folders, journals_in
from tests.records.cutting import cut_off_everywhere
from tests.records.plays import BAD, BEST, GOOD, book, played

NAMES = {"callback": GOOD, "left": BEST[:2], "other": BAD}


@pytest.fixture
def early(home: Path) -> Path:
    """The journals as they were kept before, one of them damaged, and beside them a copy that was made aside."""
    person = current_person().id
    for case, names in NAMES.items():
        played(person, names, scenario=case)
    folder = home / "records" / "journals"
    journal_folder(person).rename(folder)
    (folder / "broken.jsonl").write_bytes(b"{")
    (folder / "x.jsonl.damaged-1234").write_bytes(b"aside")
    shutil.rmtree(home / "records" / "people")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The files in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.is_dir() else {}


def test_the_first_person_gets_all_of_it(early: Path) -> None:
    """Results, what is to be gone on with, and what is damaged; nobody else does."""
    before = contents(early)
    records = open_records()
    first = records.current().id
    second = records.add("Jo").id
    assert contents(journal_folder(first)) == before
    assert not early.exists()
    assert sorted(each.scenario for each in records.history(first)) == ["callback", "other"]
    assert [each.scenario for each in shelf(first).unfinished] == ["left"]
    assert len(shelf(first).damaged) == 1
    assert records.history(second) == ()
    assert shelf(second) == ((), ())


def test_a_look_at_the_shelf_is_enough(early: Path) -> None:
    """Before any database is opened; and play goes on."""
    found = shelf().unfinished
    assert [each.scenario for each in found] == ["left"]
    assert not early.exists()
    with resume(found[0].path) as kept:
        kept.session.take("plan/promise", 900)


def test_an_older_program_s_later_journals_are_taken_over_too(early: Path) -> None:
    """It writes where it always did."""
    open_records()
    first = current_person().id
    early.mkdir()
    played(first, BEST, scenario="later").rename(early / "later.jsonl")
    assert "later" in {each.scenario for each in open_records().history(first)}
    assert not early.exists()


def test_a_journal_is_never_moved_over_another(early: Path) -> None:
    """Both are found, where they lie."""
    first = current_person().id
    own = played(first, BEST, scenario="mine")
    shutil.copy(own, early / own.name)
    own.write_bytes(own.read_bytes()[:-1])
    before = own.read_bytes()
    adopt()
    assert own.read_bytes() == before
    assert list(contents(early)) == [own.name]
    assert [each.path.parent for each in journals_in(journal_folders(first)) if each.path.name == own.name] != []


def test_what_cannot_be_moved_is_found_where_it_lies(early: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a journal that is open in an older window cannot be moved."""
    before = contents(early)

    def fails(_path: Path, _target: Path) -> None:
        raise PermissionError(13, os.strerror(13))

    with monkeypatch.context() as closed:
        first = current_person().id
        closed.setattr(Path, "rename", fails)
        records = open_records()
        assert [each.scenario for each in shelf().unfinished] == ["left"]
        assert len(records.history(first)) == 2
        assert contents(early) == before
    assert open_records().history(first) == records.history(first)
    assert not early.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts no process in the midst of another")
def test_moving_that_is_cut_off_loses_nothing(early: Path, home: Path, tmp_path: Path) -> None:
    """At any step of the first start: every journal is there once, and all is found at the next start."""
    before = contents(early)
    old = tmp_path / "before"
    shutil.copytree(home, old)

    def prepare() -> None:
        shutil.rmtree(home)
        shutil.copytree(old, home)

    def check() -> None:
        moved = [each for each in home.rglob("*") if each.name in before]
        assert {each.name: each.read_bytes() for each in moved} == before
        assert len(moved) == len(before)
        records = open_records()
        assert len(records.people()) == 1
        assert len(records.history(records.current().id)) == 2
        assert contents(journal_folder(records.current().id)) == before
        assert [each.name for each in (home / "records" / "people").iterdir()] == [records.current().id]

    assert cut_off_everywhere(prepare, open_records, check) > 20


def test_who_begins_a_case_first_owns_what_was_there(early: Path) -> None:
    """The terminal begins before it looks."""
    with begin(book(), "callback", "practice", 7) as kept:
        assert kept.path is not None
    records = open_records()
    assert len(records.people()) == 1
    assert len(records.history(records.current().id)) == 2
    assert not early.exists()
