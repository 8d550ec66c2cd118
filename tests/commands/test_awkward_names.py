"""Whatever stands where a case or a file is meant, a command answers for itself."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from game import paths
from game.__main__ import main

NAMES = ["", " ", ".", "..", "/", "-", "a\nb", "\x1b[31m", "\udcff", "🙂.yaml"]
NAMES += ["x" * 300, "x" * 5000, "x" * 5000 + ".yaml", "a/" * 3000]
CASE = str(paths.assets() / "starter" / "en.yaml")
WAYS = [
    ["check", "{}"],
    ["check", CASE, "--scenarios", "{}"],
    ["check", "--fix", "{}"],
    ["map", "{}"],
    ["map", CASE, "-o", "{}.mmd"],
    ["new", "--yes", "{}"],
    ["new", "--yes", "late-parcel", "--folder", "{}"],
    ["pack", "{}"],
    ["pack", CASE, "-o", "{}"],
    ["pack", CASE, "-o", "fine", "--author", "{}"],
    ["install", "{}"],
    ["preview", "--terminal", "{}"],
    ["play", "--terminal", "{}"],
    ["replay", "{}"],
    ["mirror", "{}"],
    ["schema", "-o", "{}"],
    ["solve", "{}"],
    ["translate", "de", "{}"],
    ["translate", "{}", CASE],
]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own, an empty folder to stand in, and nothing to read."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(sys, "stdin", StringIO())
    return tmp_path / "home"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(way[:-1]))
def test_no_name_is_a_surprise(way: list[str], home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty, endless, or of characters that no file's name can have: it is done, or refused with a sentence."""
    for name in NAMES:
        words = [word.format(name) for word in way]
        try:
            code = main(words)
        except SystemExit as refused:  # what was typed is no command
            code = int(refused.code or 0)
        told = capsys.readouterr()
        assert code in (0, 1, 2, 3), words
        assert told.out or told.err or not code, words
        assert not (home / "log").exists(), f"{words}: {told.err}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
@pytest.mark.parametrize("way", [["schema", "-o"], ["check", CASE, "--scenarios"], ["map", CASE, "-o"]], ids=" ".join)
def test_a_pipe_is_not_waited_for(way: list[str], tmp_path: Path) -> None:
    """Nobody writes into it, so whoever reads it waits for ever."""
    pipe = tmp_path / "pipe.mmd"
    os.mkfifo(pipe)
    ended = subprocess.run([sys.executable, "-m", "game", *way, pipe], capture_output=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert ended.stderr or ended.stdout


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["doctor"], {0, 1}),
        (["new", "--yes", "late-parcel"], {2}),
        (["install", "parcel.gastgeber"], {2}),
        (["check", CASE], {2}),
        (["map", CASE, "-o", "parcel.mmd"], {0}),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_a_home_that_cannot_be_looked_into_is_told(
    words: list[str], codes: set[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system answers too long a name as it does a closed folder: by an error where one only asks what is there."""
    assert main(["pack", CASE, "-o", "parcel"]) == 0
    monkeypatch.setenv(paths.HOME_VARIABLE, str(Path("x" * 300, "home")))
    capsys.readouterr()
    assert main(words) in codes
    told = capsys.readouterr()
    assert "unexpected" not in told.out + told.err
