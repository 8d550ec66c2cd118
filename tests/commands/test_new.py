"""`new` as it is typed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import paths
from game.__main__ import main
from game.loader.reading import read_file

STARTER = ["late-parcel.yaml", "scenario.schema.json"]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own, and an empty folder to stand in."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "home"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("channel", ["phone", "chat", "email", "counter", "visit"])
@pytest.mark.parametrize("mood", ["-3", "3"])
def test_what_it_writes_is_clean(
    language: str, channel: str, mood: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the strictest check, in every language, channel and mood."""
    options = ["--language", language, "--channel", channel, "--mood", mood, "--yes"]
    assert main(["new", "late-parcel", *options]) == 0
    assert _names(home / "scenarios") == STARTER
    told = capsys.readouterr().out
    assert str(home / "scenarios" / "late-parcel.yaml") in told
    assert main(["check", "--strict", "late-parcel"]) == 0, capsys.readouterr().out


def test_it_says_what_to_type_next(capsys: pytest.CaptureFixture[str]) -> None:
    """By the name where that is enough, else by the file."""
    main(["new", "late-parcel", "--yes"])
    assert " check late-parcel " in capsys.readouterr().out
    main(["new", "late-call", "--yes", "--folder", "my cases"])
    assert f" check '{Path('my cases', 'late-call.yaml')}' " in capsys.readouterr().out


def test_it_takes_words_as_they_are() -> None:
    """Whatever they mean to YAML."""
    words = ["--title", "# Parcels: a drama", "--you", "null", "--role", "- all", "--customer", "Zoë 'Z' \"O\" 🎉"]
    assert main(["new", "cases/late-parcel.yaml", *words]) == 0
    scenario = read_file(Path("cases/late-parcel.yaml")).scenario
    assert scenario is not None
    assert [scenario.title, scenario.you.name, scenario.you.role, scenario.customer.name] == words[1::2]


def test_it_puts_a_case_where_the_list_of_cases_shows_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also for somebody who stands among other cases."""
    main(["new", "first", "--folder", ".", "--yes"])
    main(["new", "late-parcel", "--title", "Second of mine", "--yes"])
    assert _names(Path()) == ["first.yaml", "scenario.schema.json"]
    assert _names(home / "scenarios") == STARTER
    main(["play", "--terminal"])
    assert "Second of mine" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Late Parcel"], "How about: late-parcel"),
        (["party-host"], "How about: party-host-2"),
        (["late-parcel", "--channel", "fax"], "--channel: 'fax' is none of them"),
        (["late-parcel", "--title", ""], "--title: Some words are needed here."),
        (["late-parcel", "--folder", "file"], "file"),
        (["x" * 300], "60 letters at most"),
        (["\udcff"], "cannot be called"),
        (["a\nb"], "How about: a-b"),
        (["late-parcel", "--role", "\udcff"], "--role: There is a character in it"),
        ([], "new late-parcel"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    words: list[str], told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is asked, for nobody is there to answer; and nothing is written."""
    Path("file").write_text("In the way.")
    assert main(["new", *words]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""
    assert not home.exists()


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    """The second time it is told, and the first case stays."""
    assert main(["new", "late-parcel", "--title", "Mine", "--folder", "."]) == 0
    before = Path("late-parcel.yaml").read_bytes()
    assert main(["new", "late-parcel", "--folder", "."]) == 2
    assert "is left as it is" in capsys.readouterr().err
    assert Path("late-parcel.yaml").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminal a test could hold")
class TestAtATerminal:
    """Somebody sits there and is asked."""

    def talk(self, typed: bytes, *, interrupts: bool = False) -> tuple[int, str]:
        """Start the command at a terminal, type, and hear what it says."""
        import pty

        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "game", "new", "late-parcel", "--folder", "."]
        child = subprocess.Popen(
            command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "TERM": "dumb"}
        )
        os.close(theirs)
        os.write(ours, typed)
        if interrupts:
            assert child.stdout is not None
            heard = os.read(child.stdout.fileno(), 1000)
            while b"Language" not in heard:
                more = os.read(child.stdout.fileno(), 1000)
                assert more, heard
                heard += more
            time.sleep(0.1)  # until it waits for the answer
            child.send_signal(signal.SIGINT)
        said, _ = child.communicate(timeout=60)
        os.close(ours)
        return child.returncode, said.decode()

    def test_enter_seven_times(self) -> None:
        """And a case is there."""
        code, said = self.talk(b"\n" * 7)
        assert code == 0, said
        assert "[Late parcel]" in said
        assert _names(Path()) == STARTER

    def test_answers_are_taken(self) -> None:
        """One wrong one is asked again."""
        code, said = self.talk("de\nZu spät: schon wieder\nLea\n\nReto\nfax\nchat\n1\n".encode())
        assert code == 0, said
        scenario = read_file(Path("late-parcel.yaml")).scenario
        assert scenario is not None
        assert (scenario.title, scenario.language, scenario.channel) == ("Zu spät: schon wieder", "de", "chat")

    def test_bytes_that_are_no_letters_are_asked_again(self) -> None:
        """As a terminal sends them that speaks another encoding."""
        code, said = self.talk(b"en\nZu sp\xe4t\nToo late\n" + b"\n" * 5)
        assert code == 0, said
        assert "U+DCE4" in said
        scenario = read_file(Path("late-parcel.yaml")).scenario
        assert scenario is not None
        assert scenario.title == "Too late"

    def test_the_end_of_the_input_leaves_nothing_behind(self) -> None:
        """Ctrl-D in the middle."""
        code, said = self.talk(b"en\nA title\n\x04")
        assert code == 3
        assert said.endswith("Nothing was written.\n")
        assert _names(Path()) == []

    def test_ctrl_c_leaves_nothing_behind(self) -> None:
        """Nor does it end in a traceback."""
        code, said = self.talk(b"", interrupts=True)
        assert code == 130
        assert said.endswith("Nothing was written.\n")
        assert "Traceback" not in said
        assert _names(Path()) == []
