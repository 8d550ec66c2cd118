"""The terminal in a process of its own, killed at every moment of a case."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from game.session.journal import Decision, read_journal
from game.terminal.commands import play
from tests.terminal.conftest import CALLBACK

ROOT = Path(__file__).parents[2]
PLAY = "import sys; from game.terminal.commands import play; sys.exit(play({case!r}))"
GOOD = ("call/look", "call/listen", "plan/promise", "next-day/call")
NUMBERS = ("2", "1", "1", "1")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
@pytest.mark.parametrize("moment", range(4))
def test_a_killed_game_goes_on_where_it_was(
    moment: int, journals: Callable[[], list[Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Killed with -9 while it waits for the next answer; the next start offers the session, with every decision."""
    command = [sys.executable, "-c", PLAY.format(case=str(CALLBACK))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in NUMBERS[:moment]:
            _until_asked(process.stdout)
            process.stdin.write(f"{number}\n")
            process.stdin.flush()
        _until_asked(process.stdout)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert _choices(journals()[0]) == GOOD[:moment]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(["1", *NUMBERS[moment:]])))
    assert play(None) == 0
    assert "Score: 1000 of 1000." in capsys.readouterr().out
    assert _choices(journals()[0]) == GOOD


def _until_asked(stream: IO[str]) -> None:
    while not (line := stream.readline()).startswith("Your answer"):
        assert line, "it ended without asking"


def _choices(path: Path) -> tuple[str, ...]:
    journal = read_journal(path.read_bytes()).journal
    assert journal is not None
    return tuple(each.choice for each in journal.records if isinstance(each, Decision))
