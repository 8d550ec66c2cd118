"""Where things lie, in a checkout and for the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths

ROOT = Path(__file__).parents[1]


def test_in_a_checkout_the_folders_lie_beside_the_package() -> None:
    """The installed shape is held by the test of the wheel."""
    assert paths.program() == ROOT
    assert paths.shipped_scenarios() == ROOT / "scenarios"
    assert paths.assets() == ROOT / "assets"
    assert paths.first_steps().is_file()


def test_a_bundle_is_the_folder_that_is_carried_about(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The one beside the program; on macOS the application that the program lies in; a checkout is none."""
    assert paths.bundle() is None
    monkeypatch.setattr("sys.frozen", True, raising=False)
    for program, folder in (
        ("Gastgeber/Gastgeber", "Gastgeber"),
        ("Gastgeber.app/Contents/MacOS/Gastgeber", "Gastgeber.app"),
    ):
        monkeypatch.setattr("sys.executable", str(tmp_path / program))
        assert paths.bundle() == tmp_path.resolve() / folder


def test_one_variable_gathers_everything_of_the_user_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """GASTGEBER_HOME, a stick for instance; nothing is made by asking."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "stick"))
    assert paths.own_scenarios() == tmp_path / "stick" / "scenarios"
    assert paths.records() == tmp_path / "stick" / "records"
    assert paths.log_file() == tmp_path / "stick" / "log" / "gastgeber.log"
    assert paths.league_url() == f"sqlite:///{(tmp_path / 'stick' / 'league' / 'league.db').as_posix()}"
    league = tmp_path / "stick" / "league"
    assert paths.user_folders() == (paths.own_scenarios(), paths.records(), league, paths.log_file().parent)
    assert not (tmp_path / "stick").exists()


def test_otherwise_they_lie_where_the_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Everything lies in folders of the program's own, which can be deleted whole."""
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    for place in (paths.own_scenarios(), paths.records(), paths.log_file()):
        assert any(place.is_relative_to(folder) for folder in paths.user_folders())
    assert {folder.name for folder in paths.user_folders()} == {"gastgeber"}
    assert not list(tmp_path.iterdir())
