"""Who plays here: cards in folders, who played last, names that are none's."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from game.records import Trouble, begin, current_person, keep_last_settings, last_settings, open_records, shelf
from game.records.lock import alone
from game.records.people import LONGEST_NAME, folder_of, people
from tests.records.cutting import forked
from tests.records.plays import book, played


def test_a_first_start_makes_a_person_with_a_neutral_name() -> None:
    """No names are asked for; who plays can take another."""
    records = open_records()
    (person,) = records.people()
    assert records.current() == person == current_person()
    assert person.name == "Player 1"
    assert (person.look, person.settings) == (None, {})
    assert records.rename(person.id, "  Lea \t Huber ").name == "Lea Huber"
    assert records.current().name == "Lea Huber"
    assert [each.name for each in open_records().people()] == ["Lea Huber"]


def test_whoever_is_chosen_plays_at_the_next_start(home: Path) -> None:
    """Their sessions lie in their folder, and nobody else's shelf shows them."""
    records = open_records()
    first, second = records.current(), records.add("Jo")
    assert records.current() == first
    assert records.choose(second.id) == second
    assert open_records().current() == second
    with begin(book(), "callback", "practice", 7) as kept:
        assert kept.path is not None
        assert kept.path.parent == home / "records" / "people" / second.id / "journals"
    assert len(shelf().unfinished) == 1
    assert len(shelf(second.id).unfinished) == 1
    assert shelf(first.id).unfinished == ()


def test_look_and_settings_are_kept_as_they_were_given() -> None:
    """Any JSON; the ones of who plays are there before anything is opened."""
    records = open_records()
    lea = records.current()
    jo = records.add("Jo")
    assert last_settings() == {}
    records.set_settings(jo.id, {"volume": 30})
    assert last_settings() == {}
    records.set_settings(lea.id, {"text_size": 150, "pace": "slow", "has_timers": False})
    records.set_look(lea.id, {"hair": "curls", "age": 40})
    assert last_settings() == {"text_size": 150, "pace": "slow", "has_timers": False}
    records.choose(jo.id)
    assert last_settings() == {"volume": 30}
    kept = {each.name: each for each in open_records().people()}
    assert kept["Player 1"].look == {"hair": "curls", "age": 40}
    assert kept["Player 1"].settings == {"text_size": 150, "pace": "slow", "has_timers": False}
    assert records.set_look(lea.id, None).look is None
    assert open_records().people()[0].look is None


def test_two_windows_have_a_person_each() -> None:
    """Whoever is chosen in one does not take over a game in the other; the next start knows who was chosen last."""
    one, other = open_records(), open_records()
    first = one.current()
    second = other.add("Jo")
    assert other.current() == first
    other.choose(second.id)
    assert (one.current(), other.current()) == (first, second)
    assert open_records().current() == second
    assert open_records().choose(first.id) == first
    assert other.current() == second
    one.erase(second.id)
    assert other.current() == first


@pytest.mark.skipif(os.name == "nt", reason="Windows goes by other rights than chmod's")
def test_a_person_s_folder_is_closed_to_other_accounts() -> None:
    """Whatever the system's habit is."""
    person = open_records().add("Jo")
    assert folder_of(person.id).stat().st_mode & 0o777 == 0o700


def test_settings_can_be_kept_before_anybody_is_there(home: Path) -> None:
    """Who plays stays who plays; a file that is damaged says nothing."""
    keep_last_settings({"volume": 3})
    assert last_settings() == {"volume": 3}
    records = open_records()
    records.choose(records.add("Jo").id)
    keep_last_settings({"volume": 4})
    assert records.current().name == "Jo"
    (home / "records" / "last.json").write_text("{")
    assert last_settings() == {}
    assert open_records().current().name == "Player 1"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "at least one letter"),
        (" \n\t\u200b ", "at least one letter"),
        ("x" * (LONGEST_NAME + 1), "too long"),
        ("pLAYER   1", "plays here already"),
    ],
)
def test_a_name_that_does_not_fit_is_told(name: str, reason: str) -> None:
    """Nobody is made, nobody renamed."""
    records = open_records()
    jo = records.add("Jo")
    with pytest.raises(Trouble, match=reason):
        records.add(name)
    with pytest.raises(Trouble, match=reason):
        records.rename(jo.id, name)
    assert [each.name for each in open_records().people()] == ["Player 1", "Jo"]
    assert records.rename(jo.id, "JO").name == "JO"


def test_who_is_not_there_is_told() -> None:
    """Another window may have erased them; an id that is none leads to no folder."""
    records = open_records()
    gone = records.add("Jo").id
    records.erase(gone)
    for change in (records.choose, records.erase, records.export):
        with pytest.raises(Trouble, match="erased in another window"):
            change(gone)
    with pytest.raises(Trouble, match="erased in another window"):
        records.rename(gone, "Joe")
    with pytest.raises(Trouble, match="erased in another window"):
        records.set_settings(gone, {})
    with pytest.raises(Trouble, match="erased in another window"):
        records.keep_closeness(gone, "callback", book().revision, 50)
    with pytest.raises(Trouble, match="erased in another window"):
        played(gone)
    with pytest.raises(ValueError, match="no person's id"):
        folder_of("../../etc")
    assert len(records.people()) == 1


def test_whose_card_is_lost_gets_it_back_from_the_database() -> None:
    """Where both are lost, the person is still there, with a neutral name and their journals."""
    records = open_records()
    jo = records.set_settings(records.add("Jo").id, {"volume": 1})
    path = played(jo.id)
    card = folder_of(jo.id) / "person.json"
    card.write_text("{")
    assert [each.name for each in people()] == ["Player 1", "Player 2"]
    assert open_records().people()[1] == jo
    shutil.rmtree(folder_of(jo.id))
    assert open_records().people()[1] == jo
    folder = path.parent.parent.parent.parent
    (folder / "gastgeber.db").unlink()
    card.unlink()
    renewed = open_records().people()[1]
    assert (renewed.id, renewed.name, renewed.created_ms) == (jo.id, "Player 2", jo.created_ms)


def test_a_card_is_plain_json(home: Path) -> None:
    """For whoever wants to read it without the game."""
    records = open_records()
    lea = records.rename(records.current().id, "Lea")
    card = json.loads((home / "records" / "people" / lea.id / "person.json").read_text())
    assert card == {"name": "Lea", "look": None, "settings": {}, "created_ms": lea.created_ms}


def test_a_person_who_cannot_be_made_is_told_and_leaves_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk makes nobody; nor is a card changed whose row could not be."""
    records = open_records()
    before = records.people()

    def fails(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fails)
        with pytest.raises(Trouble, match="no room left"):
            records.add("Jo")
        with pytest.raises(Trouble, match="no room left"):
            records.rename(before[0].id, "Jo")
        with pytest.raises(Trouble, match="no room left"):
            keep_last_settings({"volume": 3})
    assert records.people() == before == open_records().people()
    assert sorted(each.name for each in (home / "records" / "people").iterdir()) == [before[0].id]
    assert records.add("Jo").name == "Jo"


def test_two_windows_at_the_first_start_make_one_person(home: Path) -> None:
    """The second waits, and then finds the person; one that waits in vain is told."""
    records = home / "records"
    records.mkdir(parents=True)
    with alone(records), pytest.raises(Trouble, match="Another window"), alone(records, seconds=0.05):
        raise AssertionError
    if hasattr(os, "fork"):  # elsewhere the waiting alone is tried
        for child in [forked(current_person) for _window in range(4)]:
            assert os.waitpid(child, 0)[1] == 0
    assert (current_person(),) == people()
    assert len(people()) == 1
