"""What it means when PyInstaller fails, told from what it said."""

from __future__ import annotations

import re

__all__ = ["explained"]

_TROUBLES = {
    r"without a shared library|libpython": """This Python was built without its shared library, which a bundle needs.
Use another one: those of python.org, Debian and Ubuntu have it; pyenv builds it with
    PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install 3.13""",
    r"\b(objdump|objcopy|ldd)\b": """Tools that find the libraries a program needs are missing on this computer. Type:
    sudo apt install binutils""",
    r"No space left|Disk quota|WinError 112": """The disk is full. Make room (500 MB is plenty), then type it again.""",
    r"Permission denied|Access is denied|WinError (5|32)\b": """A file of the former bundle cannot be replaced.
Is the game still running from it? Close it and type it again, or name another folder:
    python3 main.py bundle --to DIR""",
}
"""By what is said of it, what it means and what to do."""


def explained(said: str) -> str:
    """In plain words what went wrong and what to do; what was said stands below."""
    told = [words for pattern, words in _TROUBLES.items() if re.search(pattern, said)]
    return f"{(told or ['The bundle could not be made.'])[0]}\n\nThis is what PyInstaller said:\n{said.strip()[-3000:]}"
