"""Erasing a person: nothing of them is left, whenever it is cut off, and nothing of anybody else goes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from game.records import Trouble, begin, last_settings, open_records, resume, shelf
from game.records.records import Records
from game.scenario.model import Label
from game.session.compiler import compile_scenario
from tests.callback import CALLBACK
from tests.records.cutting import cut_off_everywhere
from tests.records.plays import BEST, book, kept_play, played

NAME = "Quirinius Zapfenstreich"
RENAMED = "Wendelgard"
WORDS = {"outfit": "Tupfenschal"}


def busy_person(records: Records) -> str:
    """Somebody of whom there is something everywhere."""
    person = records.add(NAME).id
    records.set_look(person, WORDS)
    records.set_settings(person, {"language": "Zapfensprache"})
    records.choose(person)
    kept_play(records, person, BEST)
    records.keep_closeness(person, "callback", book().revision, 77)
    played(person, ("call/look",))
    records.rename(person, RENAMED)
    return person


def traces(home: Path, *words: str) -> list[Path]:
    """The files and folders in which one of these words stands, or whose path has it."""
    found = []
    for path in home.rglob("*"):
        text = path.read_bytes() if path.is_file() else b""
        if any(word in str(path) or word.encode() in text for word in words):
            found.append(path)
    return found


def words_of(person: str) -> tuple[str, ...]:
    """What nobody may find any more: names, words of theirs, their key as files and the database have it."""
    return NAME, RENAMED, *WORDS.values(), "Zapfensprache", person, person.replace("-", "")


def test_nothing_of_an_erased_person_is_left_in_any_byte(home: Path) -> None:
    """Nor in the database's free pages, nor in one that was set aside; of others everything is."""
    records = open_records()
    other = records.current()
    theirs = kept_play(records, other.id)
    person = busy_person(records)
    (home / "records" / "gastgeber.db.damaged").write_text(f"An older database with {NAME} in it.")
    assert len(traces(home, *words_of(person))) > 3
    records.erase(person)
    assert traces(home, *words_of(person)) == []
    assert records.people() == (other,)
    assert records.current() == other
    assert records.history(other.id) == (theirs,)
    assert last_settings() == {}
    assert theirs.journal is not None
    with resume(theirs.journal) as kept:
        assert kept.book.revision == book().revision


def test_names_are_gone_from_a_database_that_held_many(home: Path) -> None:
    """Whatever was moved between pages meanwhile: what is deleted is overwritten."""
    records = open_records()
    other = records.current()
    everybody = [records.add(f"Xanthippe-{number}-Quux").id for number in range(40)]
    for number, person in enumerate(everybody):
        records.set_settings(person, {"note": f"Xanthippe-note-{number}" * (1 + 37 * (number % 7))})
    for person in everybody:
        records.rename(person, f"{person[-12:]} Xanthippus")
    for person in everybody:
        records.erase(person)
    assert traces(home, "Xanthipp", "Quux", *everybody, *(each.replace("-", "") for each in everybody)) == []
    assert records.people() == (other,)


def test_copies_of_revisions_stay_for_as_long_as_anybody_played_them(home: Path) -> None:
    """A copy that nobody's journal needs any more goes, with its row."""
    records = open_records()
    lea, jo = records.current().id, records.add("Jo").id
    alone = compile_scenario(msgspec.structs.replace(CALLBACK, title=Label("Jo's alone")))
    kept_play(records, lea)
    kept_play(records, jo)
    with begin(alone, "alone", "practice", 7, person=jo):
        pass
    copies = home / "records" / "revisions"
    assert {each.stem for each in copies.iterdir()} == {book().revision, alone.revision}
    records.erase(jo)
    assert {each.stem for each in copies.iterdir()} == {book().revision}
    records.erase(lea)
    assert not copies.exists()
    assert traces(home, book().revision, alone.revision) == []


def test_whoever_was_alone_is_followed_by_somebody_new() -> None:
    """There is always somebody who can play."""
    records = open_records()
    first = records.rename(records.current().id, NAME)
    records.erase(first.id)
    (second,) = records.people()
    assert second.id != first.id
    assert second.name == "Player 1"
    assert records.current() == second
    kept_play(records, second.id)
    assert len(open_records().history(second.id)) == 1


def test_who_is_playing_is_not_erased() -> None:
    """In whatever window; as soon as it is closed they are."""
    records = open_records()
    person = busy_person(records)
    with begin(book(), "callback", "practice", 7, person=person):
        with pytest.raises(Trouble, match="playing in another window"):
            records.erase(person)
        assert records.person(person).name == RENAMED
    records.erase(person)
    assert [each.name for each in records.people()] == ["Player 1"]


def test_what_cannot_be_removed_now_is_removed_at_the_next_start(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person is gone at once."""
    records = open_records()
    person = busy_person(records)

    def fails(_path: object) -> None:
        raise PermissionError(13, os.strerror(13))

    with monkeypatch.context() as closed:
        closed.setattr(shutil, "rmtree", fails)
        with pytest.raises(Trouble, match="erased at the next start"):
            records.erase(person)
        assert [each.name for each in records.people()] == ["Player 1"]
        assert "erased at the next start" in open_records().note
    assert traces(home, *words_of(person))
    assert open_records().note == ""
    assert traces(home, *words_of(person)) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts no process in the midst of another")
def test_an_erasure_that_is_cut_off_is_finished_by_the_next_start(home: Path, tmp_path: Path) -> None:
    """At any step: either nothing was changed, or after the next start nothing is left."""
    records = open_records()
    other = records.current()
    theirs = kept_play(records, other.id)
    person = busy_person(records)
    before = tmp_path / "before"
    shutil.copytree(home, before)
    whole = open_records().history(person)

    def prepare() -> None:
        shutil.rmtree(home)
        shutil.copytree(before, home)

    def check() -> None:
        again = open_records()
        assert again.note == ""
        assert again.history(other.id)[0].score == theirs.score
        if any(each.id == person for each in again.people()):
            assert [each.score for each in again.history(person)] == [each.score for each in whole]
            assert len(shelf(person).unfinished) == 1
        else:
            assert traces(home, *words_of(person)) == []

    assert cut_off_everywhere(prepare, lambda: open_records().erase(person), check) > 20
    assert traces(home, *words_of(person)) == []
