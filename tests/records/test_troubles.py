"""The database on a full disk, in a folder that may only be read, in use elsewhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game import paths
from game.records import Result, Trouble, open_records
from game.records.database.connection import Database
from game.records.people import Person
from game.records.records import Records
from tests.records.disk import full_disk
from tests.records.plays import all_of, kept_play


def test_a_full_disk_is_told_and_nothing_is_half_kept(path: Path) -> None:
    """Neither row nor card; the result of a play is found again when there is room."""
    records = open_records()
    lea = records.current()
    with full_disk():
        with pytest.raises(Trouble, match=r"no room left on the disk for .*gastgeber\.db"):
            records.set_settings(lea.id, {"words": "x" * 100_000})
        untold = 0
        while untold < 3:
            try:
                kept_play(records, lea.id)
            except Trouble as trouble:
                assert "no room left" in str(trouble)  # noqa: PT017 – how many are kept before is not known
                untold += 1
        full = open_records()
        assert "no room left" in full.note
        assert full.history(lea.id) == records.history(lea.id)
    assert open_records(catches_up=False).current() == lea
    journals = len(list(path.parent.glob("people/*/journals/*")))
    assert len(open_records().history(lea.id)) == journals
    assert Database(path).faults() == []


def test_another_window_that_writes_is_waited_for_and_told_if_it_takes_too_long(path: Path) -> None:
    """Reading goes on meanwhile; what could not be kept is found later."""
    records = open_records()
    lea = records.current().id
    kept_play(records, lea)
    patient = Records(Database(path, busy_seconds=0.05))
    with Database(path).writing():
        assert len(patient.history(lea)) == 1
        with pytest.raises(Trouble, match=r"in use by another window or program\. Try again"):
            kept_play(patient, lea)
        with pytest.raises(Trouble, match="in use by another window"):
            patient.rename(lea, "Lea")
    assert records.current().name == "Player 1"
    assert len(open_records().history(lea)) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows goes by other rights than chmod's")
def test_records_that_may_only_be_read_are_read(
    path: Path, everything: dict[Person, tuple[Result, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And whatever is to be written is told."""
    lea = next(iter(everything)).id
    with tempfile.TemporaryDirectory() as open_to_all:  # a test's own folder is closed to others
        home = Path(open_to_all)
        home.chmod(0o755)
        shutil.copytree(path.parent, home / "records")
        monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
        before = all_of(open_records())
        assert {each.id: len(plays) for each, plays in before.items()} == {
            each.id: len(plays) for each, plays in everything.items()
        }
        _close(home / "records")
        with _nobody():
            records = open_records()
            assert all_of(records) == before
            with pytest.raises(Trouble, match=r"cannot be written\. Ask for the right"):
                records.rename(lea, "Lea")
            with pytest.raises(Trouble, match="Ask for the right"):
                records.add("Lea")
            with pytest.raises(Trouble, match="Ask for the right"):
                records.erase(lea)
            assert all_of(records) == before
        for folder in (home / "records").rglob("*"):
            folder.chmod(0o755)
        (home / "records").chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows goes by other rights than chmod's")
def test_a_folder_in_which_nothing_can_be_made_is_told(home: Path) -> None:
    """Whether it is closed or something lies in its place."""
    home.mkdir()
    home.chmod(0o555)
    with _nobody(), pytest.raises(Trouble, match="not allowed to use"):
        open_records()
    home.chmod(0o755)
    (home / "records").write_text("in the way")
    with pytest.raises(Trouble, match="in its way"):
        open_records()
    (home / "records").unlink()
    records = open_records()
    (home / "records" / "gastgeber.db").unlink()
    (home / "records" / "gastgeber.db").mkdir()
    with pytest.raises(Trouble, match=r"gastgeber\.db"):
        open_records()
    with pytest.raises(Trouble, match=r"gastgeber\.db"):
        records.history(records.current().id)


def _close(folder: Path) -> None:
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)


@contextmanager
def _nobody() -> Iterator[None]:
    """Without root's rights, for whom every folder is open."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_disk_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the words for what happened, whatever was to be done."""
    records = open_records()

    def fails(*_arguments: object, **_more: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    lea = records.current().id
    monkeypatch.setattr(sqlite3.dbapi2, "connect", fails)
    with pytest.raises(Trouble, match="disk could not read or write"):
        records.bests(lea)


def test_connections_are_set_for_safety(path: Path) -> None:
    """No write-ahead log, commits on disk when they return, what is deleted overwritten, references held."""
    open_records()
    with Database(path).reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")
        }
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    assert sorted(each.name for each in path.parent.iterdir()) == [".lock", "gastgeber.db", "people"]
