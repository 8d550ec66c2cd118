"""Keeps Linux's sound library from complaining on the terminal where a machine has no sound card."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

import pygame

__all__ = ["keep_quiet"]

_BESIDE_PYGAME = "pygame_ce.libs/libasound*"
_OF_THE_SYSTEM = "libasound.so.2"


def keep_quiet() -> list[str]:
    """Let the library be quiet that SDL is going to load, pygame's own or the system's; answers which.

    In the place of what prints comes a function of C that does nothing with what it is given. One of Python's would
    wait for the interpreter, which waits for SDL, which waits for the thread that calls it.
    """
    if not sys.platform.startswith("linux"):
        return []
    quiet, harmless = [], ctypes.CDLL(None).getpid
    shipped = Path(pygame.__file__).parent.parent.glob(_BESIDE_PYGAME)
    for name in (*map(str, shipped), _OF_THE_SYSTEM):
        with suppress(OSError, AttributeError):  # it is not there, or another one by that name
            ctypes.CDLL(name).snd_lib_error_set_handler(harmless)
            quiet.append(name)
    return quiet
