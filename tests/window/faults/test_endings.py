"""However the game ends in the midst of a case, what was decided is kept, and can be gone on with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.paths import HOME_VARIABLE
from game.records import current_person, shelf
from tests.window.faults.turned import opened
from tests.window.gallery import SCENARIOS

PROGRAM = (sys.executable, "-m", "tests.window.faults.playing", str(SCENARIOS))
HUNG_UP = 128


def ended_by(sent: str, home: Path, *before: str) -> tuple[int, str, str]:
    """Play until a decision was taken, send a signal; the exit code, and what was printed."""
    environ = {**os.environ, HOME_VARIABLE: str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    if before:
        environ.pop("SDL_VIDEODRIVER", None)
    with subprocess.Popen(
        (*before, *PROGRAM), env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line == "decided\n", process.communicate()[1]
        process.send_signal(getattr(signal, sent))
        said, complained = process.communicate(timeout=60)
    return process.returncode, said, complained


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals: it ends a program, or asks its window")
@pytest.mark.parametrize(
    ("sent", "code"), [("SIGTERM", 0), ("SIGINT", 130), ("SIGHUP", -1), ("SIGKILL", -9)], ids=lambda value: str(value)
)
def test_a_signal_loses_nothing(sent: str, code: int, home: Path) -> None:
    """Asked to end, the game leaves as if its window had been closed; killed, it has kept everything before."""
    returned, said, complained = ended_by(sent, home)
    assert (returned, complained) == (code, "")
    assert said == ("left\n" if sent == "SIGTERM" else "")
    assert [each.decisions for each in shelf(current_person().id).unfinished] == [1]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="this system shows windows without X11")
def test_a_window_on_a_real_display_ends_as_one_that_nobody_sees(home: Path) -> None:
    """On X11, as far as it is installed: a signal closes the window, and the decision is kept."""
    xvfb = shutil.which("xvfb-run") or shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("Xvfb is not installed; .ci/run installs it")
    number = f":{200 + os.getpid() % 500}"
    with subprocess.Popen(
        [shutil.which("Xvfb") or xvfb, number, "-screen", "0", "1280x800x24"], stderr=subprocess.DEVNULL
    ) as display:
        try:
            returned, said, complained = ended_by("SIGTERM", home, "env", f"DISPLAY={number}")
        finally:
            display.terminate()
    assert (returned, said) == (0, "left\n"), complained
    assert [each.decisions for each in shelf(current_person().id).unfinished] == [1]


@pytest.mark.parametrize("event", [pygame.QUIT, pygame.WINDOWCLOSE], ids=["quit", "close"])
def test_a_window_that_is_closed_in_mid_play_loses_nothing(event: int) -> None:
    """The play stands at home at the next start, and goes on where it stopped."""
    with opened() as game:
        game.begin()
        game.take("lobby/deposit")
        pygame.event.post(pygame.Event(event))
        game.app.run()
    with opened() as again:
        assert again.kept_decisions() == [1]
        again.press("resume-0")
        assert again.decisions == 1
        assert "I have a room for you, above the kitchen." in again.words
