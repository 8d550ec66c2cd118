"""The computer speaks with the program it has for it: in order, until something more urgent comes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.window.sound.voice import Speaker, Voice, find_speaker

SPEAKING = """
import pathlib, sys, time
file, seconds, tongue = pathlib.Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
words = sys.argv[4] if len(sys.argv) > 4 else sys.stdin.buffer.read().decode()
with file.open("a", encoding="utf-8") as said:
    said.write(f"begin {tongue} {words}\\n")
    said.flush()
    time.sleep(seconds)
    said.write(f"end {words}\\n")
"""


class Mouth:
    """A program that writes down what it is given, and takes its time for it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def speaker(self, seconds: float = 0.0, *, takes_stdin: bool = True) -> Speaker:
        """The program as it is found."""
        command = (sys.executable, "-c", SPEAKING, str(self.file), str(seconds), "{language}")
        return Speaker(command, takes_stdin)

    def said(self) -> list[str]:
        """What was said so far."""
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []

    def wait_for(self, line: str) -> None:
        """Until that was said."""
        wait_for(lambda: line in self.said())


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the other thread get there."""
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


@pytest.fixture
def mouth(tmp_path: Path) -> Mouth:
    """Somebody who speaks."""
    return Mouth(tmp_path / "said.txt")


@pytest.fixture
def voice(mouth: Mouth) -> Iterator[Voice]:
    """A voice that is done with a sentence at once."""
    made = Voice(mouth.speaker())
    yield made
    made.close()


@pytest.mark.parametrize("takes_stdin", [True, False])
def test_sentences_are_said_one_after_the_other(mouth: Mouth, takes_stdin: bool) -> None:
    """Whole, in their language, whatever signs are in them; none begins before the one before it has ended."""
    voice = Voice(mouth.speaker(0.05, takes_stdin=takes_stdin))
    voice.say("Grüß Gott; $(whoami) \"'`", "de")
    voice.say("--help", "en")
    mouth.wait_for("end --help")
    voice.close()
    assert mouth.said() == [
        "begin de Grüß Gott; $(whoami) \"'`",
        "end Grüß Gott; $(whoami) \"'`",
        "begin en --help",
        "end --help",
    ]


def test_something_more_urgent_ends_what_is_being_said_and_what_waits(mouth: Mouth) -> None:
    """The next sentence begins at once."""
    voice = Voice(mouth.speaker(30.0))
    voice.say("one", "en")
    voice.say("two", "en")
    mouth.wait_for("begin en one")
    voice.hush()
    voice.say("three", "en")
    mouth.wait_for("begin en three")
    assert mouth.said() == ["begin en one", "begin en three"]
    voice.close()


def test_closing_ends_everything(mouth: Mouth) -> None:
    """The program is gone in a moment, and nothing is said afterwards."""
    voice = Voice(mouth.speaker(30.0))
    voice.say("one", "en")
    mouth.wait_for("begin en one")
    began = time.monotonic()
    voice.close()
    assert time.monotonic() - began < 10
    voice.close()
    assert mouth.said() == ["begin en one"]


def test_what_makes_it_silent_is_called_where_ending_the_program_does_not(mouth: Mouth, tmp_path: Path) -> None:
    """A service speaks on after the program that asked it has gone."""
    silent = tmp_path / "silent"
    hush = (sys.executable, "-c", f"open({str(silent)!r}, 'w').close()")
    voice = Voice(Speaker(mouth.speaker(30.0).command, hush=hush))
    voice.say("one", "en")
    mouth.wait_for("begin en one")
    voice.hush()
    wait_for(silent.exists)
    voice.close()


@pytest.mark.parametrize(
    "command",
    [("no-such-program-anywhere",), (sys.executable, "-c", "raise SystemExit(3)")],
    ids=["missing", "failing"],
)
def test_a_program_that_fails_is_no_trouble(command: tuple[str, ...], mouth: Mouth) -> None:
    """It is silent; the voice can still be closed, and used."""
    voice = Voice(Speaker(command))
    voice.say("one", "en")
    voice.say("two" * 100_000, "en")
    voice.hush()
    voice.say("three", "en")
    voice.close()
    assert mouth.said() == []


@pytest.mark.parametrize(
    ("platform", "there", "found"),
    [
        ("linux", {"spd-say", "espeak"}, "spd-say"),
        ("linux", {"espeak-ng"}, "espeak-ng"),
        ("linux", {"espeak"}, "espeak"),
        ("linux", {"say"}, None),
        ("darwin", {"say"}, "say"),
        ("win32", {"powershell"}, "powershell"),
        ("win32", set(), None),
        ("freebsd", {"say", "espeak"}, None),
    ],
)
def test_each_system_has_its_program(platform: str, there: set[str], found: str | None) -> None:
    """The best that is there; none where none is."""
    speaker = find_speaker(platform, lambda name: name if name in there else None)
    assert (None if speaker is None else speaker.command[0]) == found


def test_the_words_never_become_part_of_a_command(voice: Voice, mouth: Mouth) -> None:
    """Braces and the like in a sentence are said as they are."""
    voice.say("{language} {0} %s", "en")
    mouth.wait_for("end {language} {0} %s")
    assert mouth.said()[0] == "begin en {language} {0} %s"
