"""The door: sets itself up, keeps itself up to date, says what is wrong, and gets out of the way.

The set-ups are real ones – a real environment, a real pip – of a tiny program that needs nothing from a network.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import main

ROOT = Path(__file__).parents[1]
STAMP = "gastgeber-stamp.txt"
PYTHON = getattr(sys, "_base_executable", sys.executable)

PYPROJECT = """
[build-system]
requires = []
build-backend = "builder"
backend-path = ["."]

[project]
name = "gastgeber"
version = "1"
"""

BUILDER = '''
"""Builds an editable wheel with nothing but Python; needs.txt lists what it requires."""

import os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "gastgeber-1-py3-none-any.whl"
    needs = [f"Requires-Dist: {line}" for line in open("needs.txt").read().split()]
    files = {
        "gastgeber.pth": os.getcwd(),
        "gastgeber-1.dist-info/METADATA": "\\n".join(
            ["Metadata-Version: 2.1", "Name: gastgeber", "Version: 1", "Provides-Extra: test",
             "Provides-Extra: bundle", "Provides-Extra: server", *needs, ""]),
        "gastgeber-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    files["gastgeber-1.dist-info/RECORD"] = "".join(f"{path},,\\n" for path in files)
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return name

def build_wheel(*ignored):
    raise NotImplementedError
'''

GAME = """
import json, os, sys
print(json.dumps({"module": __spec__.name, "arguments": sys.argv[1:], "prefix": sys.prefix, "path": sys.path,
                  "variables": dict(os.environ), "folder": os.getcwd()}))
if sys.argv[1:2] == ["exit"]:
    sys.exit(int(sys.argv[2]))
"""


class Start(NamedTuple):
    """How a start of the door ended."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, Any]:
        """What the program inside said of itself."""
        told: dict[str, Any] = json.loads(self.out)
        return told


def lay_out(folder: Path) -> Path:
    """A checkout of the door before a tiny program."""
    (folder / "game" / "texts").mkdir(parents=True)
    texts = ("__init__.py", "language.py", "set_up.py")
    for path in ("main.py", "game/__init__.py", *(f"game/texts/{name}" for name in texts)):
        shutil.copy(ROOT / path, folder / path)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "builder.py").write_text(BUILDER)
    (folder / "game" / "__main__.py").write_text(GAME)
    (folder / "pytest.py").write_text(GAME)
    (folder / "bundle.py").write_text(GAME)
    (folder / "constraints.txt").write_text("")
    (folder / "needs.txt").write_text("")
    return folder


def settings(**extra: str) -> dict[str, str]:
    """The variables of a computer without network, mirrors, or traces of the Python that runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "GASTGEBER"))}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", **extra}


def start(project: Path, *arguments: str, folder: Path | None = None, **extra: str) -> Start:
    """Start the door and wait for its end."""
    ended = subprocess.run(
        [PYTHON, str(project / "main.py"), *arguments],
        cwd=folder,
        env=settings(**extra),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return Start(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that is set up; tests that break it mend it again."""
    project = lay_out(tmp_path_factory.mktemp("ready with a space"))
    first = start(project)
    assert first.code == 0, first.err
    return project


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A program that was never started."""
    return lay_out(tmp_path / "bare")


# Speaking -------------------------------------------------------------------------------------------------------------


def test_the_door_speaks_the_language_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Already while it sets the program up."""
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")
    assert main._("Ready after {seconds} s.", seconds=3) == "Fertig nach 3\u00a0s."
    assert "Gastgeber konnte nicht eingerichtet werden." in main.explained("No space left on device")


# Being ready ----------------------------------------------------------------------------------------------------------


def test_the_first_start_sets_up_beside_the_door_and_goes_on_inside(bare: Path) -> None:
    """What is said on the way goes to stderr; stdout is the game's."""
    first = start(bare, "play", "--terminal")
    assert first.code == 0
    assert first.told["arguments"] == ["play", "--terminal"]
    assert Path(first.told["prefix"]).resolve() == (bare / ".venv").resolve()
    assert f"Setting Gastgeber up in {(bare / '.venv').resolve()}" in first.err
    assert "packages to install: 1" in first.err
    assert "Ready after" in first.err


def test_a_later_start_does_nothing_but_go_in(ready: Path) -> None:
    """The stamp fits: not a word, not a file written."""
    before = (ready / ".venv" / STAMP).stat().st_mtime_ns
    again = start(ready, "doctor", "--json")
    assert again.code == 0
    assert again.err == ""
    assert again.told["arguments"] == ["doctor", "--json"]
    assert (ready / ".venv" / STAMP).stat().st_mtime_ns == before


def test_the_exit_code_is_that_of_the_program_inside(ready: Path) -> None:
    """Whoever calls the door from a script can rely on it."""
    assert start(ready, "exit", "7").code == 7


def test_test_hands_its_arguments_to_pytest_in_the_program_s_folder(ready: Path, tmp_path: Path) -> None:
    """`main.py test …` works from anywhere, and later starts keep the test tools."""
    tested = start(ready, "test", "-k", "promise", folder=tmp_path)
    assert tested.told["module"] == "pytest"
    assert tested.told["arguments"] == ["-k", "promise"]
    assert Path(tested.told["folder"]) == ready.resolve()
    assert start(ready, "test").err == start(ready).err == ""
    assert (ready / ".venv" / STAMP).read_text().splitlines()[1] == "to play, server, test"


def test_bundle_gets_its_own_tools_and_keeps_the_others(ready: Path, tmp_path: Path) -> None:
    """`main.py bundle` works from anywhere too; whichever tools came first, both stay."""
    start(ready, "test")
    bundled = start(ready, "bundle", "--help", folder=tmp_path)
    assert "Bringing Gastgeber up to date" in bundled.err
    assert bundled.told["module"] == "bundle"
    assert bundled.told["arguments"] == ["--help"]
    assert Path(bundled.told["folder"]) == ready.resolve()
    assert start(ready, "bundle").err == start(ready, "test").err == start(ready).err == ""
    assert (ready / ".venv" / STAMP).read_text().splitlines()[1] == "to play, bundle, server, test"


def test_a_server_gets_its_packages_when_it_is_first_asked_for(bare: Path) -> None:
    """Playing does not bring them; `serve` does, and stays a command of the game."""
    start(bare)
    assert (bare / ".venv" / STAMP).read_text().splitlines()[1] == "to play"
    served = start(bare, "serve", "--help")
    assert "Bringing Gastgeber up to date" in served.err
    assert (served.told["module"], served.told["arguments"]) == ("game.__main__", ["serve", "--help"])
    assert (bare / ".venv" / STAMP).read_text().splitlines()[1] == "to play, server"
    assert start(bare, "database").err == start(bare, "trainers").err == start(bare).err == ""


def test_variables_that_lead_to_other_packages_are_left_behind(ready: Path, tmp_path: Path) -> None:
    """A PYTHONPATH or an environment that is active outside changes nothing inside."""
    inside = start(ready, PYTHONPATH=str(tmp_path), VIRTUAL_ENV=str(tmp_path), PYTHONUTF8="1").told
    assert str(tmp_path) not in inside["path"]
    assert not {"PYTHONPATH", "VIRTUAL_ENV"} & inside["variables"].keys()
    assert inside["variables"]["PYTHONUTF8"] == "1"


def test_a_folder_called_game_where_one_stands_is_not_played(ready: Path, tmp_path: Path) -> None:
    """The program is found by where it is installed, not by where it is started."""
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "__main__.py").write_text("raise SystemExit('the wrong game')")
    assert start(ready, folder=tmp_path).code == 0


def test_the_environment_may_lie_elsewhere(ready: Path, tmp_path: Path) -> None:
    """GASTGEBER_VENV names the place, and there is none beside the door then."""
    elsewhere = tmp_path / "elsewhere"
    assert Path(start(ready, GASTGEBER_VENV=str(elsewhere)).told["prefix"]) == elsewhere
    assert start(ready, GASTGEBER_VENV=str(elsewhere)).err == ""


# Becoming ready again -------------------------------------------------------------------------------------------------


def test_a_stale_environment_is_brought_up_to_date_once(ready: Path) -> None:
    """A changed constraints.txt is told from the stamp, and the environment is kept."""
    witness = ready / ".venv" / "witness"
    witness.touch()
    (ready / "constraints.txt").write_text("# another version\n")
    assert "Bringing Gastgeber up to date" in start(ready).err
    assert start(ready).err == ""
    assert witness.exists()


def test_an_update_that_fails_leaves_the_former_state_playable(ready: Path) -> None:
    """Offline, `git pull` and back again: what was there still plays."""
    before = (ready / "constraints.txt").read_text()
    (ready / "needs.txt").write_text("not-to-be-had")
    (ready / "constraints.txt").write_text("# newer\n")
    failed = start(ready)
    assert failed.code == 1
    assert failed.out == ""
    assert "is not to be had" in failed.err
    (ready / "needs.txt").write_text("")
    (ready / "constraints.txt").write_text(before)
    assert start(ready).err == ""


def test_a_half_made_environment_is_made_anew(ready: Path) -> None:
    """Whatever an interruption left is not built upon."""
    (ready / ".venv" / STAMP).write_text("half-made")
    shutil.rmtree(next((ready / ".venv").glob("**/site-packages/pip")))
    mended = start(ready)
    assert mended.code == 0
    assert "Setting Gastgeber up" in mended.err
    assert start(ready).err == ""


@pytest.mark.skipif(os.name == "nt", reason="on Windows an environment's Python is no link that can dangle")
def test_an_environment_whose_python_is_gone_is_made_anew(ready: Path) -> None:
    """As after the removal of the Python it was made from."""
    (ready / ".venv" / "bin" / "python").unlink()
    assert start(ready).code == 0
    assert start(ready).err == ""


def test_a_moved_program_is_set_up_anew(ready: Path) -> None:
    """The scripts of an environment hold its old path."""
    moved = shutil.copytree(ready, ready.parent / "moved", symlinks=True)
    assert Path(start(moved).told["prefix"]) == (moved / ".venv").resolve()
    assert start(moved).err == ""


def test_an_environment_of_another_python_comes_back_when_it_cannot_be_replaced(ready: Path) -> None:
    """Who tries another Python without a network can still play with the former one."""
    stamp = ready / ".venv" / STAMP
    mine = stamp.read_text()
    other = mine.replace(f"{sys.version_info.major}.{sys.version_info.minor} on", "3.2 on")
    stamp.write_text(other)
    (ready / ".venv" / "witness").touch()
    (ready / "needs.txt").write_text("not-to-be-had")
    assert start(ready).code == 1
    assert stamp.read_text() == other
    assert (ready / ".venv" / "witness").exists()
    (ready / "needs.txt").write_text("")
    assert start(ready).code == 0
    assert stamp.read_text() == mine
    assert not (ready / ".venv" / "witness").exists()
    assert not (ready / ".venv.former").exists()


def test_two_first_starts_at_once_set_up_one_after_the_other(bare: Path) -> None:
    """The second waits, finds everything done, and goes in."""
    command = [PYTHON, str(bare / "main.py")]
    plumbing = {"env": settings(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    starts = [subprocess.Popen(command, **plumbing) for _ in range(2)]  # type: ignore[call-overload]
    told = [start.communicate(timeout=120)[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert sorted("Another start is setting Gastgeber up" in words for words in told) == [False, True]
    assert sorted("Ready after" in words for words in told) == [False, True]


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a console, not to a process")
def test_ctrl_c_stops_the_set_up_without_a_traceback(bare: Path) -> None:
    """The exit code is 130, nothing goes on behind one's back, and the next start sets it right."""
    door = subprocess.Popen([PYTHON, str(bare / "main.py")], env=settings(), stderr=subprocess.PIPE, text=True)
    assert door.stderr
    while "Python of its own" not in door.stderr.readline():
        assert door.poll() is None
    time.sleep(0.3)
    door.send_signal(signal.SIGINT)
    said = door.communicate(timeout=60)[1]
    assert door.returncode == 130
    assert said == "Stopped. The next start sets right what is half-done.\n"
    assert start(bare).code == 0


# What can go wrong ----------------------------------------------------------------------------------------------------


def test_without_a_network_it_says_what_to_type(ready: Path) -> None:
    """An index that does not answer: the command again, with a proxy, with a mirror, from a folder."""
    (ready / "needs.txt").write_text("not-to-be-had")
    (ready / "constraints.txt").write_text("# newer\n")
    failed = start(ready, "play", PIP_NO_INDEX="0", PIP_INDEX_URL="https://127.0.0.1:9/", PIP_RETRIES="1")
    (ready / "needs.txt").write_text("")
    assert start(ready).code == 0
    assert failed.code == 1
    for typed in ("HTTPS_PROXY=", "PIP_INDEX_URL=", "PIP_CERT", "PIP_NO_INDEX=1 PIP_FIND_LINKS="):
        assert typed in failed.err
    assert f"{ready / 'main.py'} play" in failed.err


def test_a_python_without_ensurepip_is_told_of_debian_s_package(bare: Path, tmp_path: Path) -> None:
    """As on a Debian without python3-venv: nothing is made, and the package has a name."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    failed = start(bare, PYTHONPATH=str(tmp_path))
    assert failed.code == 1
    assert f"sudo apt install python{sys.version_info.major}.{sys.version_info.minor}-venv" in failed.err
    assert not (bare / ".venv").exists()


def test_a_folder_that_cannot_be_written_is_told_with_three_ways_out(bare: Path, tmp_path: Path) -> None:
    """Copy the program, pipx, or GASTGEBER_VENV."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    if os.access(locked, os.W_OK):
        locked = Path("/sys")  # where not even root may make a folder
        if not locked.is_dir():
            pytest.skip("this user may write everywhere")
    failed = start(bare, GASTGEBER_VENV=str(locked / "venv"))
    assert failed.code == 1
    assert f"The folder {locked / 'venv'} cannot be written." in failed.err
    assert "pipx install ." in failed.err
    assert "GASTGEBER_VENV=" in failed.err


def test_a_folder_of_somebody_else_s_is_never_touched(bare: Path) -> None:
    """What was not made by the door is neither deleted nor installed into."""
    (bare / ".venv").mkdir()
    (bare / ".venv" / "diary.txt").write_text("mine")
    failed = start(bare)
    assert failed.code == 1
    assert "is not Gastgeber's" in failed.err
    assert [path.name for path in (bare / ".venv").iterdir()] == ["diary.txt"]


# Old Pythons ----------------------------------------------------------------------------------------------------------


def test_an_old_python_is_told_which_one_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A newer Python on the computer is named if it really starts; a name that leads nowhere is not."""
    for name, code in (("python4.1", 1), ("python4.0", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(main, "OLDEST", (4, 0))
    monkeypatch.setattr(sys, "argv", ["main.py", "play"])
    assert main.main(["play"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Gastgeber needs Python 4.0 or newer; this one is 3.")
    assert said.err.endswith("Type:\n    python4.0 main.py play\n")


def test_an_old_python_alone_is_told_where_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """No newer Python is there: the download page, and this system's own command."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(main, "OLDEST", (4, 0))
    assert main.main([]) == 2
    said = capsys.readouterr().err
    assert "https://www.python.org/downloads/" in said
    assert "python3.13 " in said or "-3.13 " in said


def test_the_door_can_be_read_by_the_oldest_pythons() -> None:
    """No word in it that Python 2.7 does not know, or it would end in a SyntaxError instead of a sentence."""
    tree = ast.parse((ROOT / "main.py").read_bytes().decode("ascii"))
    unknown = (
        ast.JoinedStr,
        ast.AnnAssign,
        ast.Nonlocal,
        ast.NamedExpr,
        ast.AsyncFunctionDef,
        ast.Match,
        ast.YieldFrom,
    )
    for node in ast.walk(tree):
        assert not isinstance(node, unknown), ast.unparse(node)
        if isinstance(node, ast.arguments):
            assert not node.kwonlyargs
            assert not node.posonlyargs
            assert not any(argument.annotation for argument in node.args)
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None
        if isinstance(node, ast.Raise):
            assert node.cause is None
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            assert not any(isinstance(part, ast.Starred) for part in node.elts)
        if isinstance(node, ast.Call):
            starred = [index for index, part in enumerate(node.args) if isinstance(part, ast.Starred)]
            assert starred in ([], [len(node.args) - 1])
