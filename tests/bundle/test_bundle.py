"""The finished bundle: started as a new hire starts it, on a computer that has none of this.

Build servers make it before the tests (`.ci/run`); it takes half a minute, so elsewhere it is not made unasked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bundle.recipe import NAME, ROOT
from game.loader import read_file
from game.session.compiler import compile_scenario
from game.session.journal import Head
from game.session.session import LocalSession
from tests.shipped import CASES
from tests.window.screen_reader.desk import colours_on_screen, desk, missing_here
from tests.window.screen_reader.leaving import leave
from tests.window.screen_reader.reader import ScreenReader

FOLDER = ROOT / "dist" / NAME
SECONDS = 60
CASE = "broken-line"


@pytest.fixture
def bundle() -> Iterator[Path]:
    """The program in the finished folder, in which nothing may be changed by being played."""
    if os.environ.get("CI") != "true":
        pytest.skip("only build servers make a bundle before the tests (.ci/run)")
    if not sys.platform.startswith("linux"):
        pytest.skip("a bundle is tried on Linux alone")
    assert FOLDER.is_dir(), "python3 main.py bundle has not made the bundle"
    before = files_of(FOLDER)
    yield FOLDER / NAME
    assert files_of(FOLDER) == before, "the game wrote beside itself"


def files_of(folder: Path) -> dict[Path, tuple[int, int]]:
    """Every file with its size and the time of its last change."""
    return {path: (path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def empty_computer(home: Path) -> dict[str, str]:
    """The variables of a computer without Python, and without any trace of this one."""
    home.mkdir()
    return {"HOME": str(home), "GASTGEBER_HOME": str(home / "gastgeber"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def a_play() -> list[str]:
    """The choices of a play of a shipped case, to its end."""
    scenario = read_file(ROOT / "scenarios" / f"{CASE}.yaml").scenario
    assert scenario is not None
    book = compile_scenario(scenario)
    head = Head(scenario=CASE, revision=book.revision, seed=1, mode="graded", started="", timers=False)
    session, chosen = LocalSession(book, head, lambda _record: None), []
    while session.view.offers:
        chosen.append(session.view.offers[0].token)
        session.take(chosen[-1], 0)
    return chosen


def test_a_case_is_played_to_its_end(bundle: Path, tmp_path: Path) -> None:
    """Without a screen, choice by choice; what came of it is printed."""
    command = [str(bundle), "play", CASE, "--no-timers", "--choices", ",".join(a_play()), "--json"]
    env = empty_computer(tmp_path / "home")
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["complete"]
    assert told["scores"]


def test_the_doctor_finds_everything_in_its_place(bundle: Path, tmp_path: Path) -> None:
    """All packages, the curriculum, the pictures; to remove it, the folder is named."""
    env = empty_computer(tmp_path / "home")
    ended = subprocess.run(
        [str(bundle), "doctor", "--json"], env=env, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    told = json.loads(ended.stdout)
    assert told["works"], told["findings"]
    assert None not in told["packages"].values()
    assert told["scenarios"]["shipped_scenarios"] == len(CASES)
    assert told["removal"][0].endswith(str(FOLDER))


def test_the_window_opens_shows_its_first_picture_and_closes(bundle: Path, tmp_path: Path) -> None:
    """A screen reader finds it, the display shows more than one colour, and the way out leads out."""
    missing = missing_here()
    assert not missing, f"a build server needs {', '.join(missing)}"
    with desk(tmp_path) as environment:
        (tmp_path / "home").mkdir()
        env: Mapping[str, str] = {**environment, "GASTGEBER_HOME": str(tmp_path / "gastgeber")}
        reader = ScreenReader(env)
        with subprocess.Popen([str(bundle)], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
            try:
                reader.find_program()
                reader.wait_for("frame", NAME)
                reader.until(lambda: colours_on_screen(env) > 100, "picture on the display")
                leave(reader)
                assert child.wait(SECONDS) == 0
            finally:
                child.kill()
                reader.close()
    size = round(sum(size for size, _changed in files_of(FOLDER).values()) / 1e6)
    print(f"The bundle is {size} MB large.")
    assert size < 200
