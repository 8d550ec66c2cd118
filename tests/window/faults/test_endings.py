"""However the game ends in the midst of a case, what was decided is kept, and can be gone on with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.paths import HOME_VARIABLE
from game.records import current_person, shelf
from tests.window.faults.turned import opened
from tests.window.gallery import SCENARIOS

PROGRAM = (sys.executable, "-m", "tests.window.faults.playing", str(SCENARIOS))


@contextmanager
def playing(home: Path) -> Iterator[subprocess.Popen[str]]:
    """A game in which a decision was just taken."""
    environ = {**os.environ, HOME_VARIABLE: str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(PROGRAM, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            assert line == "decided\n", process.communicate()[1]
            yield process
        finally:
            process.kill()  # one that did not end as it was asked to would be waited for for ever


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals: it ends a program, or asks its window")
@pytest.mark.parametrize(
    ("sent", "code"), [("SIGTERM", 0), ("SIGINT", 130), ("SIGHUP", -1), ("SIGKILL", -9)], ids=lambda value: str(value)
)
def test_a_signal_loses_nothing(sent: str, code: int, home: Path) -> None:
    """Asked to end, the game leaves as if its window had been closed; killed, it has kept everything before."""
    with playing(home) as process:
        process.send_signal(getattr(signal, sent))
        said, complained = process.communicate(timeout=60)
    assert (process.returncode, complained) == (code, "")
    assert said == ("left\n" if sent == "SIGTERM" else "")
    assert [each.decisions for each in shelf(current_person().id).unfinished] == [1]


@pytest.fixture
def display() -> Iterator[subprocess.Popen[bytes]]:
    """A display server; its number stands in DISPLAY."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed; .ci/run installs it")
    number = 200 + os.getpid() % 500
    with subprocess.Popen([server, f":{number}", "-screen", "0", "1280x800x24"], stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 20
        while not Path(f"/tmp/.X11-unix/X{number}").exists():
            assert time.monotonic() < end, "Xvfb does not start"
            time.sleep(0.05)
        with pytest.MonkeyPatch.context() as environ:
            environ.setenv("DISPLAY", f":{number}")
            environ.setenv("SDL_VIDEODRIVER", "x11")
            yield process
        process.terminate()


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="this system shows windows without X11")
@pytest.mark.parametrize("pulled", [False, True], ids=["signal", "display-pulled"])
def test_a_window_on_a_real_display_ends_as_one_that_nobody_sees(
    pulled: bool, display: subprocess.Popen[bytes], home: Path
) -> None:
    """On X11: a signal closes the window; where the display itself goes, X11 ends the program. Nothing is lost."""
    with playing(home) as process:
        if pulled:
            display.kill()
        else:
            process.send_signal(signal.SIGTERM)
        said, complained = process.communicate(timeout=60)
    if not pulled:
        assert (process.returncode, said, complained) == (0, "left\n", "")
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
