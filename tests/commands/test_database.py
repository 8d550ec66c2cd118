"""`database`: look after a server's database."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from game.__main__ import main
from game.paths import HOME_VARIABLE
from game.records.database.connection import Database
from game.records.database.migrations import REVISIONS, upgrade
from game.records.database.tables import SCORE_HIST, SESSIONS, VERSIONS
from tests.records.league.sheet import Sheet


@pytest.fixture(autouse=True)
def filled(league_database: Database, league_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A league in which somebody stands on the boards of a season, named by the environment."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setenv("GASTGEBER_DATABASE", league_url)
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        sheet.enter(c, sheet.seasons[0], sheet.players[0])
        sheet.play(c, sheet.seasons[0], sheet.players[0], sheet.cases[0], 700)


def test_what_is_wrong_is_found_and_put_right(league_database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` says it and changes nothing, `rebuild` mends it."""
    assert main(["database", "check"]) == 0
    assert "Nothing is wrong" in capsys.readouterr().out
    with league_database.writing() as c:
        c.execute(delete(SCORE_HIST))
    assert main(["database", "check"]) == 1
    assert capsys.readouterr().out.count("Season season-0, board") == 2
    assert main(["database", "rebuild"]) == 0
    assert "are now: 2 of 2." in capsys.readouterr().out
    assert main(["database", "check"]) == 0
    assert main(["database", "rebuild"]) == 0
    assert "Every board is as it should be" in capsys.readouterr().out


def test_what_was_kept_long_enough_is_swept_out(league_database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """And it is said how much of it there was."""
    with league_database.writing() as c:
        c.execute(update(SESSIONS).values(journal=b"lines", ended_ms=1))
    assert main(["database", "sweep"]) == 0
    assert "journals: 1;" in capsys.readouterr().out
    with league_database.reading() as c:
        assert list(c.scalars(select(SESSIONS.c.journal))) == [None]


def test_it_is_moved_by_one_command(league_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into an empty one, never over what is there; the new one is sound."""
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert main(["database", "move", league_url, other]) == 0
    told = capsys.readouterr().out
    assert "Rows of sessions: 1" in told
    assert "is the same" in told
    assert main(["database", "check", "--database", other]) == 0
    assert main(["database", "move", league_url, other]) == 2
    assert "is not empty" in capsys.readouterr().err


def test_an_older_one_is_brought_up_and_a_newer_one_left_alone(
    league_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is said; where there is none, one is made."""
    assert main(["database", "upgrade"]) == 0
    assert "are those of this version" in capsys.readouterr().out
    assert main(["database", "upgrade", "--database", f"sqlite:///{tmp_path / 'new.db'}"]) == 0
    assert (tmp_path / "new.db").is_file()
    capsys.readouterr()
    with league_database.writing() as c:
        c.execute(update(VERSIONS).values(version_num="9999"))
    older = f"sqlite:///{tmp_path / 'older.db'}"
    upgrade(Database(older), REVISIONS[:1])
    before = (tmp_path / "older.db").read_bytes()
    assert main(["database", "check", "--database", older]) == 2
    assert "Bring it up to date first" in capsys.readouterr().err
    assert (tmp_path / "older.db").read_bytes() == before
    assert main(["database", "upgrade", "--database", older]) == 0
    assert main(["database", "check", "--database", older]) == 0
    capsys.readouterr()
    for action in ("upgrade", "check", "rebuild", "sweep"):
        assert main(["database", action]) == 2
        assert "newer version" in capsys.readouterr().err


def test_what_is_to_be_done_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    """There is nothing to do by default."""
    with pytest.raises(SystemExit) as ended:
        main(["database"])
    assert ended.value.code == 2
    assert "ACTION" in capsys.readouterr().err
