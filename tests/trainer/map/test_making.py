"""Making the file: which, where, and what is never replaced."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.__main__ import main
from game.trainer.map.forms import FORMS
from tests.trainer.map.conftest import NAMES

SMALL = Path(__file__).parents[2] / "callback.yaml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_name_it_is_a_page_named_after_the_case(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside where one stands; and one is told where, and what to do with it."""
    assert main(["map", str(SMALL)]) == 0
    assert [path.name for path in here.iterdir()] == ["callback.html"]
    told = capsys.readouterr().out
    assert str(here / "callback.html") in told
    assert "browser" in told


@pytest.mark.parametrize("ending", FORMS)
def test_every_form_can_be_made_again(ending: str, here: Path) -> None:
    """A map that is there already is drawn anew, without a question; capitals in the ending do not matter."""
    for _ in range(2):
        assert main(["map", str(SMALL), "-o", f"map{ending}"]) == 0
    assert (here / f"map{ending}").stat().st_size > 1_000
    assert main(["map", str(SMALL), "-o", f"MAP{ending.upper()}"]) == 0


@pytest.mark.parametrize("ending", FORMS)
def test_a_file_that_is_no_map_stays(ending: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Until one says that it may go."""
    mine = here / f"mine{ending}"
    mine.write_text("my own work")
    assert main(["map", str(SMALL), "-o", mine.name]) == 2
    assert mine.read_text() == "my own work"
    assert "--force" in capsys.readouterr().err
    assert main(["map", str(SMALL), "-o", mine.name, "--force"]) == 0
    assert mine.read_text() != "my own work"


@pytest.mark.parametrize("name", ["map.pdf", "map", "-", "callback.yaml", ".html"])
def test_an_ending_that_is_none_of_them_is_told(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the four that are, and an example."""
    assert main(["map", str(SMALL), f"--output={name}"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert all(ending in said.err for ending in FORMS)
    assert "callback.html" in said.err
    assert list(here.iterdir()) == []


def test_what_cannot_be_written_is_told_in_a_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of that name, a folder that is missing, a folder that is closed."""
    (here / "folder.svg").mkdir()
    assert main(["map", str(SMALL), "-o", "folder.svg"]) == 2
    assert "is a folder" in capsys.readouterr().err
    assert main(["map", str(SMALL), "-o", "nowhere/map.svg"]) == 2
    assert "no folder nowhere" in capsys.readouterr().err
    closed = here / "closed"
    closed.mkdir(mode=0o500)
    if not os.access(closed, os.W_OK):
        assert main(["map", str(SMALL), "-o", "closed/map.svg"]) == 2
        assert "could not be written" in capsys.readouterr().err
    assert [path.name for path in here.rglob("*") if path.is_file()] == []


def test_a_case_that_is_at_fault_is_not_drawn(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its findings are printed; 1 where there is a file, 2 where there is none."""
    (here / "bad.yaml").write_text("title: Nothing else\n")
    assert main(["map", "bad.yaml"]) == 1
    assert "bad.yaml" in capsys.readouterr().err
    assert main(["map", "nowhere.yaml"]) == 2
    assert sorted(path.name for path in here.iterdir()) == ["bad.yaml"]


def test_a_case_that_is_too_large_is_drawn_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Without best play, and with a sentence why; on the map too."""
    assert main(["map", str(SMALL), "-o", "map.svg", "--states", "1"]) == 0
    assert "too many states" in capsys.readouterr().out
    assert "too many states" in Path("map.svg").read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "long-case"])
def test_the_shipped_cases_are_drawn_by_their_ids(name: str) -> None:
    """As a trainer types them."""
    assert main(["map", name]) == 0
    assert Path(f"{name}.html").is_file()


def test_without_the_layout_s_package_the_mend_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the two forms that need none are written."""
    monkeypatch.setitem(sys.modules, "graphlay", None)
    for ending in (".html", ".svg"):
        assert main(["map", str(SMALL), "-o", f"map{ending}"]) == 2
        assert ".mmd or .dot" in capsys.readouterr().err
    for ending in (".mmd", ".dot"):
        assert main(["map", str(SMALL), "-o", f"map{ending}"]) == 0
