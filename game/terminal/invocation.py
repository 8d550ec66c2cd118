"""How the program is called, for sentences that say what to type."""

from __future__ import annotations

import os
import shlex
import subprocess

from game import paths

__all__ = ["invocation"]


def invocation(*words: object) -> str:
    """A command line of this program, to be typed as it stands."""
    program = ["gastgeber"]
    if (paths.program() / "main.py").exists():
        program = ["py" if os.name == "nt" else "python3", "main.py"]
    line = [*program, *map(str, words)]
    return subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line)
