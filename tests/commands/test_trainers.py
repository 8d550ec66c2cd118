"""`trainers`: who may look after teams on a server."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.__main__ import main
from game.paths import HOME_VARIABLE
from game.records.database.league import open_league
from game.records.league import audit
from game.records.league import trainers as league
from game.records.people import now_ms

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own, in which the database is made."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.delenv("GASTGEBER_DATABASE", raising=False)
    return tmp_path / "home"


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let a line be piped in."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let passphrases be typed at a terminal; what was asked."""
    asked: list[str] = []
    left = list(answers)

    class Terminal(io.StringIO):
        """Somebody sits there."""

        def isatty(self) -> bool:
            return True

    def ask(question: str) -> str:
        asked.append(question)
        return left.pop(0)

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", ask)
    return asked


def test_a_trainer_is_added_listed_and_removed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a database that is made where there is none; each is the operator's deed."""
    assert main(["trainers"]) == 0
    assert "`trainers add` lets somebody" in capsys.readouterr().out
    piped(monkeypatch, PASSPHRASE + "\n")
    assert main(["trainers", "add", "Lea Grün"]) == 0
    assert capsys.readouterr().out == "Lea Grün may look after teams from now on.\n"
    assert main(["trainers", "list"]) == 0
    assert capsys.readouterr().out.startswith("Lea Grün: here since 20")
    assert (home / "league" / "league.db").is_file()
    assert main(["trainers", "remove", "lea grün"]) == 0
    assert capsys.readouterr().out == "Lea Grün signs in no more.\n"
    assert main(["trainers", "remove", "lea grün"]) == 2
    assert "no trainer called “lea grün”" in capsys.readouterr().err
    database = open_league(f"sqlite:///{home / 'league' / 'league.db'}")
    with database.reading() as c:
        assert [(each.actor, each.deed) for each in audit.lines(c)] == [
            ("operator", "remove-trainer"),
            ("operator", "add-trainer"),
        ]
    database.close()


def test_a_passphrase_is_typed_twice_and_not_shown(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the two differ, or it is too short, nothing is done; afterwards it signs in."""
    typed(monkeypatch, PASSPHRASE, PASSPHRASE + "x")
    assert main(["trainers", "add", "Lea"]) == 2
    assert "not the same" in capsys.readouterr().err
    typed(monkeypatch, "too short", "too short")
    assert main(["trainers", "add", "Lea"]) == 2
    assert "at least 12 characters" in capsys.readouterr().err
    asked = typed(monkeypatch, PASSPHRASE, PASSPHRASE)
    assert main(["trainers", "add", "Lea"]) == 0
    assert len(asked) == 2
    typed(monkeypatch, "another long passphrase", "another long passphrase")
    assert main(["trainers", "passphrase", "LEA"]) == 0
    out = capsys.readouterr().out
    assert "signs in by the new passphrase" in out
    assert "another" not in out
    database = open_league(f"sqlite:///{home / 'league' / 'league.db'}")
    with database.writing() as c:
        assert league.sign_in(c, "Lea", "another long passphrase", now_ms())
    database.close()


def test_somebody_signs_in_with_a_company_s_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Alone, or beside a passphrase; the database may be named, by a variable too."""
    url = f"sqlite:///{tmp_path / 'other.db'}"
    words = ["--issuer", "https://login.example.com", "--subject", "42", "--database", url]
    assert main(["trainers", "add", "Lea", *words]) == 0
    assert main(["trainers", "identity", "lea", *words]) == 2
    assert "belongs to a trainer already" in capsys.readouterr().err
    assert main(["trainers", "identity", "lea", *words[:3], "43", "--database", url]) == 0
    assert capsys.readouterr().out == "Lea may sign in at https://login.example.com from now on.\n"
    assert main(["trainers", "add", "Jo", "--issuer", "https://x", "--database", url]) == 2
    assert "belong together" in capsys.readouterr().err
    database = open_league(url)
    with database.writing() as c:
        for subject in ("42", "43"):
            assert league.sign_in_elsewhere(c, "https://login.example.com", subject, now_ms())
    database.close()


def test_a_database_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, without a password."""
    assert main(["trainers", "list", "--database", f"sqlite:///{tmp_path / 'no' / 'such.db'}"]) == 2
    assert capsys.readouterr().err
    assert main(["trainers", "list", "--database", "mysql://kim:hush@host/x"]) == 2
    told = capsys.readouterr().err
    assert "postgresql://" in told
    assert "hush" not in told
