"""What is set for everybody on a computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.loader import scenario_folders
from game.managed import Managed, managed
from game.records import keep_last_settings
from game.terminal.doctor import examine
from game.window import playing


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is looked for; not there yet."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setenv(paths.MANAGED_VARIABLE, str(tmp_path / "gastgeber.toml"))
    return tmp_path / "gastgeber.toml"


def test_without_a_file_nothing_is_set(file: Path) -> None:
    """And nothing is wrong."""
    assert not file.exists()
    assert managed() == Managed()


def test_server_folders_and_settings_are_read(file: Path, tmp_path: Path) -> None:
    """Those folders are looked through behind the user's own and before those that were typed."""
    file.write_text(
        f'server = "https://play.example.org/"\nscenarios = ["{(tmp_path / "ours").as_posix()}"]\n'
        '[settings]\nlanguage = "de"\nvolume = 0\n',
        encoding="utf-8",
    )
    found = managed()
    assert (found.server, found.faults) == ("https://play.example.org", ())
    assert found.settings == {"language": "de", "volume": 0}
    assert scenario_folders(["typed"])[2:] == (tmp_path / "ours", Path("typed"))


def test_the_window_is_shown_as_set_until_somebody_chose_otherwise(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no setting is told, and the rest holds."""
    file.write_text('[settings]\nvolume = 0\ncolours = "mauve"\n', encoding="utf-8")
    assert playing._settings().volume == 0
    assert playing._settings().colours == "light"
    assert f"{file}: colours 'mauve' are not one of light" in capsys.readouterr().err
    keep_last_settings({"volume": 40})
    assert playing._settings().volume == 40


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b"server = ", "is no TOML: "),
        (b"\xff\xfe", "cannot be read: "),
        (b'server = "ftp://x"', "server 'ftp://x' is no address that begins with https://"),
        (b"server = 7", "server 7 is no address"),
        (b'scenarios = "C:/x"', "scenarios 'C:/x' is no list of folders"),
        (b"scenarios = [1]", "scenarios [1] is no list of folders"),
        (b"settings = 1", "settings 1 is no table of settings"),
        (b"colour = 1", "'colour' is none of server, scenarios, settings"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_counts_for_nothing(file: Path, text: bytes, fault: str) -> None:
    """`doctor` tells it, too; what stands beside it holds."""
    file.write_bytes(text)
    found = managed()
    assert found._replace(faults=()) == Managed()
    assert len(found.faults) == 1
    assert str(file) in found.faults[0]
    assert fault in found.faults[0]
    assert found.faults[0] in [each.message for each in examine().findings]
    assert not [each for each in examine().findings if each.message == found.faults[0] and each.is_grave]


def test_by_itself_it_lies_where_the_system_keeps_what_is_set_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the program's name."""
    monkeypatch.delenv(paths.MANAGED_VARIABLE, raising=False)
    assert paths.managed_file().name == "gastgeber.toml"
    assert paths.managed_file().parent.name == "gastgeber"
