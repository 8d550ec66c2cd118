"""How the program is called, for sentences that say what to type."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths

if TYPE_CHECKING:
    from game.session.playbook import Playbook

__all__ = ["in_language", "invocation", "invocation_elsewhere"]


def invocation(*words: object) -> str:
    """A command line of this program, to be typed as it stands, in the folder one is in."""
    program = paths.program()
    return _line("main.py" if _is_here(program) else str(program / "main.py"), words)


def invocation_elsewhere(*words: object) -> str:
    """The same for somebody with a copy of their own, who stands in its folder."""
    return _line("main.py", words)


def in_language(book: Playbook) -> tuple[str, ...]:
    """What is typed behind a command to have a case told in the same language again; nothing for its own."""
    told = book.scenario.language
    return () if told == book.original.language else ("--lang", told)


def _line(door: str, words: tuple[object, ...]) -> str:
    is_checkout = (paths.program() / "main.py").exists()
    program = ["py" if os.name == "nt" else "python3", door] if is_checkout else ["gastgeber"]
    line = [*program, *map(str, words)]
    return subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line)


def _is_here(folder: Path) -> bool:
    try:
        return Path.cwd() == folder
    except OSError:  # the folder one is in was removed
        return False
