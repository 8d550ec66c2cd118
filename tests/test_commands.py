"""The commands: what is understood, what is answered, and what happens when something breaks."""

from __future__ import annotations

import argparse
import io
import logging
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from game import __main__ as commands
from game import paths
from game.commands import COMMANDS, play, schema


class Caught:
    """What a command was called with."""

    args = argparse.Namespace()


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> Caught:
    """Every command does nothing but remember what it was called with."""
    caught = Caught()

    def catch(args: argparse.Namespace) -> int:
        caught.args = args
        return 0

    for command in COMMANDS.values():
        monkeypatch.setattr(command, "run", catch)
    return caught


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A home and a log of the test's own."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    logger = logging.getLogger("game")
    before = logger.handlers[:], logger.propagate
    logger.handlers.clear()
    yield tmp_path
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:], logger.propagate = before


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Start the commands as a process of their own."""
    command = [sys.executable, "-m", "game", *words]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("words", [[], ["--terminal"], ["play"], ["--choices", "a/b"]])
def test_without_a_command_one_plays(caught: Caught, words: list[str]) -> None:
    """`python3 main.py` is all a player has to know."""
    assert commands.main(words) == 0
    assert caught.args.command == "play"


def test_play_knows_its_options(caught: Caught) -> None:
    """Folders may be named several times; choices are names, and an empty list of them is one."""
    words = ["--terminal", "--mode", "graded", "--choices", "a/b,c/d", "--json", "--no-timers"]
    commands.main(["play", "broken-line", *words])
    assert (caught.args.scenario, caught.args.mode, caught.args.choices) == ("broken-line", "graded", ("a/b", "c/d"))
    assert (caught.args.terminal, caught.args.json, caught.args.timers) == (True, True, False)
    commands.main(["play", "--choices", "", "--scenarios", "one", "--scenarios", "two"])
    assert caught.args.choices == ()
    assert caught.args.scenarios == [Path("one"), Path("two")]
    commands.main(["play"])
    assert (caught.args.scenario, caught.args.mode, caught.args.choices) == (None, "practice", None)
    assert (caught.args.terminal, caught.args.json, caught.args.timers) == (False, False, True)
    assert caught.args.scenarios == []


@pytest.mark.parametrize("words", [["--help"], ["play", "--help"], ["replay", "--help"]])
def test_help_tells_the_exit_codes(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever calls the program from another one reads them there."""
    with pytest.raises(SystemExit) as left:
        commands.main(words)
    told = " ".join(capsys.readouterr().out.split())
    assert left.value.code == 0
    assert "exit codes" in told.casefold()


def test_the_other_commands_know_theirs(caught: Caught) -> None:
    """Scenarios are ids or files, a journal is a file, the number of states is a number."""
    commands.main(["check", "a.yaml", "b.yaml", "--format", "github", "--scenarios", "more"])
    assert caught.args.paths == ["a.yaml", "b.yaml"]
    assert (caught.args.format, caught.args.scenarios) == ("github", [Path("more")])
    commands.main(["check"])
    assert (caught.args.paths, caught.args.format) == ([], "text")
    commands.main(["solve", "a.yaml", "--json", "--states", "1000"])
    assert (caught.args.file, caught.args.json, caught.args.states) == ("a.yaml", True, 1000)
    commands.main(["solve", "a.yaml"])
    assert caught.args.states == 500_000
    commands.main(["replay", "a.journal"])
    assert (caught.args.journal, caught.args.json) == (Path("a.journal"), False)
    commands.main(["schema"])
    assert caught.args.command == "schema"


@pytest.mark.parametrize(
    "words",
    [["chekc"], ["solve"], ["solve", "a", "--states", "0"], ["play", "--term"], ["check", "a", "--format", "x"]],
)
def test_what_is_not_understood_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And with a line that says what is wrong, on stderr."""
    with pytest.raises(SystemExit) as ended:
        commands.main(words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "error:" in said.err


def test_the_version_is_that_of_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line: the name and the number."""
    monkeypatch.setattr(metadata, "version", lambda _name: "7.8.9")
    assert commands.main(["--version"]) == 0
    assert capsys.readouterr().out == "gastgeber 7.8.9\n"


def test_an_unexpected_error_is_a_sentence_and_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    """No traceback before the player's eyes; the log has it, without what the error says."""

    def broken(_args: argparse.Namespace) -> int:
        raise ValueError("Lea Huber typed this")

    monkeypatch.setattr(schema, "run", broken)
    assert commands.main(["schema"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(home / "log" / "gastgeber.log") in said.err
    log = (home / "log" / "gastgeber.log").read_text()
    assert "raise ValueError(" in log
    assert "in broken" in log
    assert "Huber typed" not in log.replace('raise ValueError("Lea Huber typed this")', "")


def test_an_error_without_a_log_is_still_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    """Where the log's folder cannot be made, the kind of the error is said at least."""

    def broken(_args: argparse.Namespace) -> int:
        raise ZeroDivisionError

    (home / "log").write_text("a file where the folder should be")
    monkeypatch.setattr(schema, "run", broken)
    assert commands.main(["schema"]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_missing_package_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the name under which it is installed, not the one under which it is imported."""

    def broken(_args: argparse.Namespace) -> int:
        raise ModuleNotFoundError("No module named 'yaml'", name="yaml.nodes")

    monkeypatch.setattr(schema, "run", broken)
    assert commands.main(["schema"]) == 1
    assert f"{sys.executable} -m pip install pyyaml" in capsys.readouterr().err


def test_ctrl_c_ends_with_130_and_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """As shells expect it."""

    def interrupted(_args: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "run", interrupted)
    assert commands.main(["schema"]) == 130


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipe that breaks this way")
def test_a_reader_that_has_read_enough_is_no_error() -> None:
    """As in `doctor | head -1`: no traceback, and no complaint at the end."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "game", "--version"]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert ended.stderr == b""
    assert ended.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_behind_a_command_is_told(home: Path) -> None:
    """As in `check > findings.txt`: a sentence, no apology, and nothing more at the end."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "game", "schema"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ended.stderr == b"What this command has to say could not be written: No space left on device.\n"
    assert ended.returncode == 2
    assert not (home / "log").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no shell that closes streams")
def test_a_start_without_streams_is_no_error(home: Path) -> None:
    """As pythonw does it: what is asked for is done, and nobody is told."""
    command = f"{shlex.quote(sys.executable)} -m game schema -o '{home}/schema.json' <&- >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], timeout=60, check=False).returncode == 0
    assert (home / "schema.json").exists()
    assert not (home / "log").exists()


def test_a_terminal_that_lacks_letters_shows_them_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Windows code page is no reason to stop in mid-sentence."""
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    commands.main(["--version"])
    narrow.truncate(0)
    narrow.seek(0)
    narrow.write("Grüezi")
    narrow.flush()
    assert narrow.buffer.getvalue() == b"Gr\\xfcezi"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have a screen")
def test_a_window_may_open_where_a_display_or_a_driver_is_named() -> None:
    """X11, Wayland, or SDL told what to draw on."""
    assert not play.display_available({})
    assert not play.display_available({"DISPLAY": ""})
    assert play.display_available({"DISPLAY": ":0"})
    assert play.display_available({"WAYLAND_DISPLAY": "wayland-0"})
    assert play.display_available({"SDL_VIDEODRIVER": "dummy"})
