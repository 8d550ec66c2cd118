"""The database is made after the files: whatever it was not told or has lost, it finds out."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from game.records import Result, Trouble, open_records, resume
from game.records.database import opening
from game.records.database.connection import Database
from game.records.people import Person
from game.solver import TooManyStates
from tests.records.plays import BAD, BEST, GOOD, all_of, book, debrief_of, kept_play, played

NEWER = "9999"


def set_version(path: Path, version: str) -> None:
    """Have another program's version stand in the database."""
    with Database(path).writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))


def test_a_lost_database_is_made_anew_as_it_was(path: Path, everything: dict[Person, tuple[Result, ...]]) -> None:
    """Result by result, to the millisecond, with everybody's looks."""
    path.unlink()
    records = open_records()
    assert all_of(records) == everything
    assert records.note == ""
    path.write_bytes(b"")
    assert all_of(open_records()) == everything


@pytest.mark.parametrize("damage", ["text", "a page", "half", "foreign", "a column"])
def test_a_damaged_database_is_set_aside_and_made_anew(
    path: Path, everything: dict[Person, tuple[Result, ...]], damage: str
) -> None:
    """However it was damaged; that is told, and once only."""
    whole = path.read_bytes()
    if damage == "text":
        path.write_text("This is no database, but a shopping list: bread, butter." * 100)
    elif damage == "a page":
        path.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    elif damage == "half":
        path.write_bytes(whole[: len(whole) // 2])
    else:
        path.unlink(missing_ok=True) if damage == "foreign" else None
        with sqlite3.connect(path) as connection:
            if damage == "foreign":
                connection.execute("CREATE TABLE recipes (bread TEXT)")
            else:
                connection.execute("ALTER TABLE sessions DROP COLUMN outcome")
        connection.close()
    damaged = path.read_bytes()
    records = open_records()
    assert all_of(records) == everything
    assert "was damaged" in records.note
    assert path.with_name("gastgeber.db.damaged").read_bytes() == damaged
    assert open_records().note == ""


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET id = 'no key' WHERE mode = 'mirror'",
        "UPDATE sessions SET player = 'nobody' WHERE mode = 'graded'",
        "UPDATE players SET settings = '{'",
    ],
)
def test_a_cell_that_holds_what_nobody_put_there_is_damage(
    path: Path, everything: dict[Person, tuple[Result, ...]], change: str
) -> None:
    """SQLite does not notice; whoever reads it is told, and the next start makes the database anew."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(change)
    connection.close()
    told = ""
    try:
        all_of(open_records())
    except Trouble as trouble:
        told = str(trouble)
    records = open_records()
    assert ("is damaged. Start the game again" in told) == ("was damaged" in records.note)
    assert all_of(records) == everything
    assert Database(path).faults() == []


def test_the_database_of_a_newer_program_is_left_alone(
    path: Path, everything: dict[Person, tuple[Result, ...]]
) -> None:
    """Play goes on without it; the newer program finds what was played."""
    set_version(path, NEWER)
    before = path.read_bytes()
    with pytest.raises(Trouble, match=r"newer version of the game, so it is left alone. Nothing is lost"):
        open_records()
    assert path.read_bytes() == before
    lea = next(iter(everything))
    played(lea.id, BEST)
    assert path.read_bytes() == before
    set_version(path, opening.NEWEST)
    assert len(open_records().history(lea.id)) == len(everything[lea]) + 1


def test_what_was_not_kept_is_found_at_the_next_start(path: Path) -> None:
    """By and by, where the caller wants no pause; nothing is found twice."""
    records = open_records()
    lea = records.current().id
    journals = {played(lea, names).name for names in (GOOD, BAD, BEST)}
    assert records.history(lea) == ()
    records = open_records(catches_up=False)
    assert records.history(lea) == ()
    assert list(records.catching_up()) == [3]
    assert list(records.catching_up()) == []
    found = records.history(lea)
    assert {each.journal.name for each in found if each.journal} == journals
    path.unlink()
    assert open_records().history(lea) == found


def test_a_play_that_goes_on_after_its_end_has_no_result_until_it_ends_again() -> None:
    """Rebuilt or not, a history tells what the journals tell."""
    records = open_records()
    lea = records.current().id
    journal = kept_play(records, lea, BAD, mode="practice").journal
    assert journal is not None
    with resume(journal) as kept:
        kept.session.take_back(1)
    assert open_records().history(lea) == ()
    with resume(journal) as kept:
        kept.session.take("plan/send-on", 2)
        result = records.keep(lea, debrief_of(kept.session.journal), journal)
    assert open_records().history(lea) == (result,)
    assert result.was_rewound


def test_a_case_too_large_to_be_solved_has_results_without_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand in the history; it is tried once for all of them, and not at every start."""
    records = open_records()
    lea = records.current().id
    for names in (GOOD, BAD):
        played(lea, names)
    asked = []

    def solve(*_arguments: object) -> None:
        asked.append(1)
        raise TooManyStates(7)

    monkeypatch.setattr("game.solver.solve", solve)
    for result in open_records().history(lea):
        assert (result.score, result.respect, result.lost, result.medal) == (None,) * 4
        assert not result.is_flawless
        assert result.decisions
    assert records.bests(lea) == {}
    assert records.plays(lea) == {"callback": 2}
    open_records()
    assert len(asked) == 1


def test_journals_that_tell_nothing_are_passed_over(home: Path) -> None:
    """Damaged in their head, without the case they were played on, or of a case that is forged."""
    records = open_records()
    lea = records.current().id
    whole = played(lea)
    whole.with_name("torn.jsonl").write_bytes(whole.read_bytes()[:20])
    whole.with_name("other.jsonl").write_bytes(whole.read_bytes().replace(book().revision.encode(), b"0" * 64))
    (whole.parent / "folder.jsonl").mkdir()
    assert len(open_records().history(lea)) == 1
    shutil.rmtree(home / "records" / "revisions")
    (home / "records" / "gastgeber.db").unlink()
    assert open_records().history(lea) == ()
