"""`people`: listed, exported, erased, in plain sentences."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.__main__ import main
from game.paths import HOME_VARIABLE
from game.records import Trouble, current_person, open_records
from game.records.memberships import Membership, keep_membership
from game.records.records import Records
from tests.records.plays import kept_play


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    """Two people, one of whom has played; German letters, and a name of two words."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    records = open_records()
    first = records.rename(records.current().id, "Jörg Grün")
    kept_play(records, first.id)
    records.add("Lea")
    return records


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let a line be typed."""
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_everybody_is_listed(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    """Since when, with how many results, and who played last."""
    assert main(["people"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Jörg Grün: here since 20")
    assert first.endswith(", 1 result; played last")
    assert second.endswith(", 0 results")
    records.choose(records.people()[1].id)
    assert main(["people"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith(", 0 results; played last")


def test_a_person_is_added_chosen_and_renamed(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    """So that the terminal needs no window; a name that does not fit is told."""
    assert main(["people", "add", "Zoë"]) == 0
    assert capsys.readouterr().out == "Zoë plays from now on.\n"
    assert current_person().name == "Zoë"
    assert main(["people", "choose", "lea"]) == 0
    assert capsys.readouterr().out == "Lea plays from now on.\n"
    assert current_person().name == "Lea"
    assert main(["people", "rename", "Lea", "Leo"]) == 0
    assert capsys.readouterr().out == "Lea is called Leo from now on.\n"
    assert [each.name for each in records.people()] == ["Jörg Grün", "Leo", "Zoë"]
    assert main(["people", "rename", "Leo", "ZOË"]) == 2
    assert "plays here already" in capsys.readouterr().err
    assert main(["people", "add", "  "]) == 2
    assert main(["people", "choose", "Lea"]) == 2


@pytest.mark.usefixtures("records")
def test_a_person_is_exported_into_a_file_or_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there is not replaced unasked; a folder that is not there is told."""
    file = tmp_path / "jörg.json"
    assert main(["people", "export", "jörg grün", "-o", str(file)]) == 0
    said = " ".join(capsys.readouterr().out.split())  # lines are filled, and how long the file's name is may vary
    assert said == f"All that is kept of Jörg Grün stands in {file}."
    told = json.loads(file.read_bytes())
    assert told["person"]["name"] == "Jörg Grün"
    assert len(told["results"]) == 1
    before = file.read_bytes()
    assert main(["people", "export", "Lea", "-o", str(file)]) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert main(["people", "export", "Lea", "-o", str(file), "--force"]) == 0
    assert json.loads(file.read_bytes())["person"]["name"] == "Lea"
    capsys.readouterr()
    assert main(["people", "export", "Lea"]) == 0
    assert json.loads(capsys.readouterr().out)["results"] == []
    assert main(["people", "export", "Lea", "-o", str(tmp_path / "nowhere" / "lea.json")]) == 2
    assert "is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answer", "is_erased"), [("jörg grün\n", True), ("yes\n", False), ("\n", False), ("", False), (None, True)]
)
def test_a_person_is_erased_after_their_name_was_typed(
    records: Records,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
    is_erased: bool,
) -> None:
    """Or with --yes, unasked."""
    if answer is not None:
        typed(monkeypatch, answer)
    assert main(["people", "erase", "Jörg Grün", *(["--yes"] if answer is None else [])]) == (0 if is_erased else 1)
    told = capsys.readouterr().out
    assert ("It cannot be brought back" in told) == (answer is not None)
    assert told.splitlines()[-1] == ("Everything of Jörg Grün was erased." if is_erased else "Nothing was erased.")
    assert [each.name for each in records.people()] == (["Lea"] if is_erased else ["Jörg Grün", "Lea"])


@pytest.mark.usefixtures("records")
def test_somebody_who_is_not_there_is_told_with_who_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked."""
    for action in ("export", "erase"):
        assert main(["people", action, "Leo"]) == 2
        assert capsys.readouterr().err == "Nobody called Leo plays here. There are: Jörg Grün, Lea.\n"


def test_records_that_cannot_be_opened_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the place."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    (tmp_path / "records").write_text("in the way")
    assert main(["people"]) == 2
    assert str(tmp_path / "records") in capsys.readouterr().err


def test_what_is_played_in_the_terminal_is_kept_at_once(
    records: Records, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A play and a turn in the mirror, for whose journal it is; of a journal from elsewhere nothing is kept."""
    lea = records.choose(records.people()[1].id).id
    typed(monkeypatch, "2\n1\n1\n1\n")
    assert main(["play", "tests/callback.yaml", "--terminal", "--mode", "graded"]) == 0
    (result,) = records.history(lea)
    assert (result.scenario, result.mode, result.score) == ("callback", "graded", 1000)
    assert result.journal is not None
    records.choose(records.people()[0].id)
    typed(monkeypatch, "4\n" * 9)
    assert main(["mirror", str(result.journal)]) == 0
    turn, play = records.history(lea)
    assert (turn.mode, turn.scenario, play) == ("mirror", "callback", result)
    assert turn.closeness in range(101)
    shutil.copy(result.journal, tmp_path / "sent.jsonl")
    typed(monkeypatch, "4\n" * 9)
    assert main(["mirror", str(tmp_path / "sent.jsonl")]) == 0
    assert len(records.history(lea)) == 2


def test_a_result_that_cannot_be_kept_is_told_and_found_later(
    records: Records, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The play itself is not spoiled by it."""
    typed(monkeypatch, "2\n1\n1\n1\n")
    monkeypatch.setattr("game.terminal.commands.open_records", _fails)
    assert main(["play", "tests/callback.yaml", "--terminal"]) == 0
    told = capsys.readouterr().out
    assert "No room.\nIts journal is kept, so the result of this play is found at the next start.\n" in told
    assert len(records.history(records.current().id)) == 1
    assert len(open_records().history(records.current().id)) == 2


def _fails(**_options: object) -> Records:
    raise Trouble("No room.")


@pytest.mark.usefixtures("records")
def test_what_servers_keep_is_told_where_somebody_is_exported_or_erased(capsys: pytest.CaptureFixture[str]) -> None:
    """It is no part of it: the server hands it over and erases it."""
    person = current_person()
    keep_membership(person.id, Membership(url="https://hotel.example", player="p", token="secret", pseudonym="Kim"))
    assert main(["people", "export", person.name]) == 0
    told = capsys.readouterr()
    assert "also known at https://hotel.example, as Kim" in told.err
    assert "secret" not in told.out + told.err
    assert main(["people", "erase", person.name, "--yes"]) == 0
    assert "also known at https://hotel.example, as Kim" in capsys.readouterr().out
