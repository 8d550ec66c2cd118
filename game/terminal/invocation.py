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

__all__ = ["in_language", "invocation"]


def invocation(*words: object) -> str:
    """A command line of this program, to be typed as it stands, in the folder one is in."""
    program = ["gastgeber"]
    door = paths.program() / "main.py"
    if door.exists():
        program = ["py" if os.name == "nt" else "python3", "main.py" if _is_here(door.parent) else str(door)]
    line = [*program, *map(str, words)]
    return subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line)


def in_language(book: Playbook) -> tuple[str, ...]:
    """What is typed behind a command to have a case told in the same language again; nothing for its own."""
    told = book.scenario.language
    return () if told == book.original.language else ("--lang", told)


def _is_here(folder: Path) -> bool:
    try:
        return Path.cwd() == folder
    except OSError:  # the folder one is in was removed
        return False
