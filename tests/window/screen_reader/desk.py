"""A desk to play at by a screen reader alone: a display nobody sees, and the buses screen readers listen on."""

from __future__ import annotations

import os
import selectors
import shutil
import struct
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["colours_on_screen", "desk", "missing_here"]

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 20.0
"""Seconds a part of the desk may take to come up, on the slowest machine."""


def missing_here() -> list[str]:
    """The packages, by Debian's names, that this machine lacks."""
    missing = [package for package, program in (("xvfb", "Xvfb"), ("dbus", "dbus-daemon")) if not shutil.which(program)]
    return missing if any(map(os.path.exists, LAUNCHERS)) else [*missing, "at-spi2-core"]


@contextmanager
def desk(folder: Path) -> Iterator[Mapping[str, str]]:
    """Set up a display and a session bus of its own; yields the environment for whoever sits down there.

    The bus of screen readers is started by the session bus as soon as somebody asks for it.
    """
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
    }
    for astray in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(astray, None)
    with ExitStack() as stack:
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir", str(runtime)]
        environment["DISPLAY"] = ":" + stack.enter_context(_running(screen, environment))
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_running(bus, environment))
        yield environment


def colours_on_screen(environment: Mapping[str, str]) -> int:
    """How many colours the display of a desk shows; a black one has one."""
    dump = (Path(environment["XDG_RUNTIME_DIR"]) / "Xvfb_screen0").read_bytes()
    # A file as xwd writes it: its first number is the head's length, its twentieth how many colours come before pixels.
    numbers = struct.unpack(">25I", dump[:100])
    pixels = dump[numbers[0] + 12 * numbers[19] :]
    return len(set(struct.unpack(f"{len(pixels) // 4}I", pixels[: len(pixels) // 4 * 4])))


@contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> Iterator[str]:
    """Run a program that says in its first line where it can be reached; yields that line."""
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        try:
            assert program.stdout is not None
            yield _first_line(program.stdout, command[0])
        finally:
            program.terminate()


def _first_line(stream: IO[str], program: str) -> str:
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if selector.select(0.2):
                line = stream.readline().strip()
                assert line, f"{program} stopped at once"
                return line
    raise AssertionError(f"{program} did not come up within {PATIENCE:g} s")
