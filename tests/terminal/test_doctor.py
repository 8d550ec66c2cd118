"""The doctor: where everything lies, what is missing, what mends it, what removes it."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from importlib import metadata
from pathlib import Path

import pytest

from game import paths
from game.records import Trouble, open_records
from game.terminal import doctor
from game.terminal.doctor import examine, printed
from game.texts import use_language
from tests.records.plays import kept_play
from tests.shipped import CASES


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own, and SDL's driver for tests."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    return tmp_path


def installed(monkeypatch: pytest.MonkeyPatch, **versions: str | None) -> None:
    """Let the packages seem installed in these versions, or missing."""

    def version(name: str, real: object = metadata.version) -> str:
        known = versions.get(name.replace("-", "_"), "real")
        if known is None:
            raise metadata.PackageNotFoundError(name)
        return str(real(name)) if known == "real" and callable(real) else str(known)

    monkeypatch.setattr(metadata, "version", version)


def test_a_complete_program_is_well() -> None:
    """Screen and sound are those that SDL was told to use."""
    report = examine()
    assert report.works
    assert report.findings == ()
    assert (report.screen, report.sound) == ("dummy", "dummy")
    assert report.packages["pygame-ce"] == metadata.version("pygame-ce")
    assert printed(report).endswith("The game can be played.")


def test_every_place_is_named(home: Path) -> None:
    """And how many scenarios lie there; the habits are none."""
    (home / "scenarios").mkdir()
    (home / "scenarios" / "mine.yaml").touch()
    (home / "scenarios" / "habits.yaml").touch()
    (home / "scenarios" / "curriculum.yaml").touch()
    report = examine()
    text = printed(report)
    for place in (paths.program(), sys.prefix, paths.shipped_scenarios(), paths.records(), paths.log_file()):
        assert str(place) in text
    assert f"{home / 'scenarios'} (1)" in text
    assert report.scenarios["shipped_scenarios"] == len(CASES)


def test_asking_makes_nothing(home: Path) -> None:
    """A doctor that leaves traces could not be asked about removal."""
    examine()
    assert not list(home.iterdir())


def test_the_json_says_the_same() -> None:
    """One object; places and versions by name, findings with their mend."""
    told = json.loads(examine().as_json())
    assert told["works"] is True
    assert told["places"]["records"] == str(paths.records())
    assert told["packages"]["msgspec"] == metadata.version("msgspec")
    assert told["findings"] == []


@pytest.mark.parametrize(("package", "works"), [("msgspec", False), ("accesskit", True)])
def test_a_missing_package_is_told_with_its_mend(monkeypatch: pytest.MonkeyPatch, package: str, works: bool) -> None:
    """The game plays on without accesskit alone."""
    installed(monkeypatch, **{package: None})
    report = examine()
    assert report.works is works
    assert [finding.message for finding in report.findings] == [f"The package {package} is not installed."]
    assert report.findings[0].mend.endswith(f" -m pip install {package}")


def test_pygame_beside_pygame_ce_is_told_with_the_two_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """pip installs both without a word, and one overwrites the other."""
    installed(monkeypatch, pygame="2.6.1")
    report = examine()
    assert not report.works
    assert "both installed" in report.findings[0].message
    away, back = report.findings[0].mend.splitlines()
    assert away.endswith("-m pip uninstall --yes pygame pygame-ce")
    assert back.endswith(f"-m pip install pygame-ce=={report.packages['pygame-ce']}")


def test_a_pygame_that_takes_its_process_with_it_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked in a process of its own."""
    monkeypatch.setattr(doctor, "_PROBE", "import os; os.abort()")
    report = examine()
    assert not report.works
    assert report.findings[0].message == "pygame-ce is installed, but does not work."


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have a screen")
def test_a_screen_that_nobody_sees_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display SDL draws off screen and calls it a success; the terminal still plays."""
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    report = examine()
    assert report.works
    assert report.screen is None
    assert "the game plays in the terminal" in report.findings[0].message


def test_a_copy_without_scenarios_is_incomplete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There is nothing to play."""
    monkeypatch.setattr(paths, "shipped_scenarios", lambda: tmp_path / "nowhere")
    report = examine()
    assert not report.works
    assert "There is no scenario in" in report.findings[0].message


def test_records_that_cannot_be_written_are_grave(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision that is not kept would be lost."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert [finding.is_grave for finding in examine().findings] == [True, False]


def test_what_is_kept_is_counted(home: Path) -> None:
    """The database, its people and results, and that it is sound."""
    records = open_records()
    kept_play(records, records.current().id)
    records.add("Jo")
    report = examine()
    database = home / "records" / "gastgeber.db"
    assert report.kept == {
        "database": str(database),
        "condition": "newest",
        "people": 2,
        "results": 1,
        "sound": True,
    }
    assert report.findings == ()
    assert f"  database              {database}\n  people                2\n  results               1\n" in printed(
        report
    )
    assert "  condition             in order\n" in printed(report)
    assert json.loads(report.as_json())["kept"]["results"] == 1


def test_what_is_printed_is_in_the_language_of_the_reader(home: Path) -> None:
    """The names at the left, too; the JSON keeps its keys."""
    open_records()
    use_language("de")
    report = examine()
    assert f"  Aufzeichnungen        {home / 'records'}\n" in printed(report)
    assert "  Zustand               in Ordnung\n" in printed(report)
    assert "records" in json.loads(report.as_json())["places"]


def test_a_database_that_is_not_sound_is_told_with_its_mend(home: Path) -> None:
    """Damaged, damaged within, or written by a newer program; the game can be played all the same."""
    open_records()
    database = home / "records" / "gastgeber.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    (finding,) = examine().findings
    assert (finding.is_grave, finding.mend) == (False, "Start the game: it is made anew from your journals.")
    database.write_bytes(whole)
    with sqlite3.connect(database) as connection:
        values = "'a', 'nobody', '', '', '', 0, 0" + ", 0" * 15 + ", '', 0" + ", NULL" * 11
        connection.execute(f"INSERT INTO sessions SELECT {values}")
    connection.close()
    (finding,) = examine().findings
    assert finding.mend.startswith("Move it away")
    database.write_bytes(whole)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    (finding,) = examine().findings
    assert "newer version" in finding.message


def test_without_the_database_s_packages_nothing_is_known_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The doctor is asked when something is broken; whoever opens the records is told what to type."""
    monkeypatch.delitem(sys.modules, "game.records.examining", raising=False)
    monkeypatch.delitem(sys.modules, "game.records.records", raising=False)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    for name in [name for name in sys.modules if name.startswith("game.records.database")]:
        monkeypatch.delitem(sys.modules, name)
    assert examine().kept is None
    with pytest.raises(Trouble, match=r"The package sqlalchemy is missing.*\n.* -m pip install sqlalchemy"):
        open_records()
    assert tmp_path.is_dir()


def test_removal_names_the_program_and_what_exists_of_the_user_s(home: Path) -> None:
    """In a checkout the folder itself, with its environment."""
    (home / "records").mkdir()
    program, records = examine().removal
    assert str(paths.program()) in program
    assert str(home / "records") in records


@pytest.mark.parametrize(
    ("prefix", "typed"), [("pipx/venvs/gastgeber", "pipx uninstall gastgeber"), ("venv", "-m pip")]
)
def test_an_installed_program_is_removed_by_what_installed_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, prefix: str, typed: str
) -> None:
    """pipx or pip."""
    monkeypatch.setattr(paths, "program", lambda: tmp_path)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / prefix))
    assert typed in examine().removal[0]


def test_without_platformdirs_the_rest_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken must not silence the doctor."""
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    installed(monkeypatch, platformdirs=None)
    report = examine()
    assert "records" not in report.places
    assert "The package platformdirs is not installed." in printed(report)


def test_pictures_that_cannot_be_shown_are_told(home: Path) -> None:
    """Those of the user's own cases; the game plays on, and draws the people."""
    faces = home / "scenarios" / "faces" / "late-bicycle"
    faces.mkdir(parents=True)
    (faces / "customer.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>Hanna</text></svg>')
    report = examine()
    assert report.works
    assert [finding.is_grave for finding in report.findings] == [False]
    assert "customer.svg" in report.findings[0].message
    assert "<text>" in printed(report)
