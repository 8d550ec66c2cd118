"""What can go wrong while the door sets the program up, told from what was said about it.

The door imports this before anything is installed: it needs nothing but Python itself.
"""

from __future__ import annotations

import os
import re
import sys

from game.texts import _

__all__ = ["explained"]

# Each: what is said by Python, pip or the system; what that means for the player, and the mend. A line that starts
# with > is the player's own command again, with the settings that follow.
_TROUBLES = (
    (
        r"No space left|Disk quota|WinError 112|not enough space",
        """The disk is full. Make room (300 MB is plenty), then type again:
>""",
    ),
    (
        r"name too long|path too long|Long Path|WinError 206",
        """The path of the program's folder is too long for this system.
Move the folder to a short path, such as C:\\gastgeber, and start it there.""",
    ),
    (
        r"is not Gastgeber's",
        """{venv} exists already, and is not Gastgeber's.
Move it away, or name a folder that does not exist yet, at this start and every later one:
> GASTGEBER_VENV={home}gastgeber-venv""",
    ),
    (
        r"ensurepip is not available|No module named '?(ensurepip|venv)\b",
        """This Python {version} lacks the parts that make environments (venv, ensurepip).
On Debian and Ubuntu they are a package of their own. Type:
    sudo apt install python{version}-venv
>
Elsewhere get Python from https://www.python.org/downloads/, which has them.""",
    ),
    (
        r"Read-only file|Permission denied|not permitted|Access is denied|Errno (1|13|30)\b",
        """The folder {venv} cannot be written.
Copy the program to a folder of your own and start it there, or install it for yourself from here:
    pipx install .
or name another folder, at this start and every later one:
> GASTGEBER_VENV={home}gastgeber-venv""",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify",
        """This computer does not know the certificate of the package index.
Where a company reads what passes, its own certificate has to be named:
> PIP_CERT={home}company.pem""",
    ),
    (
        r"ProxyError|Tunnel connection failed|Cannot connect to proxy|407 Proxy",
        """The proxy does not let it through to the package index. Name the right one:
> HTTPS_PROXY=http://name:password@proxy.example:8080""",
    ),
    (
        r"(Connection|Protocol|Timeout)Error|Timeout\b|timed out|getaddrinfo|refused|reset by peer|in name|unreachable",
        """It needs the network once, and the package index does not answer.
Is this computer online? Then type again:
>
Behind a proxy:
> HTTPS_PROXY=http://proxy.example:8080
With a mirror of your own (name its certificate in PIP_CERT):
> PIP_INDEX_URL=https://mirror.example/simple
Without any network, from a folder of packages (README.md says how to fill one elsewhere):
> PIP_NO_INDEX=1 PIP_FIND_LINKS={home}packages""",
    ),
    (
        r"No matching distribution found|Could not find a version|\(constraint\)|ResolutionImpossible",
        """A package it needs, in the version it needs, is not to be had for this Python {version} ({python}).
Where a mirror or a folder of packages is used (PIP_INDEX_URL, PIP_FIND_LINKS), see that it is there and complete.
There are packages for Python 3.11 to 3.14 of 64 bit, on Windows, macOS and Linux with glibc (not Alpine).""",
    ),
)
_UNKNOWN = """This was said, and is not known here. Once it is mended, type again:
>"""


def explained(output: str, *, typed: str, venv: str, python: str) -> str:
    """What went wrong and what to type, from what was `said` last about it."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    names = {
        "home": "%LOCALAPPDATA%\\" if os.name == "nt" else "$HOME/",
        "python": python,
        "venv": venv,
        "version": f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    for pattern, sentences in _TROUBLES:
        guilty = [line for line in lines if re.search(pattern, line, re.IGNORECASE)]
        if guilty:
            return _worded(_(sentences, **names), typed, guilty[:1])
    return _worded(_(_UNKNOWN), typed, lines[-9:])


def _worded(sentences: str, typed: str, said: list[str]) -> str:
    lines = [_("Gastgeber could not be set up.")]
    lines += [_command(line[1:].strip(), typed) if line.startswith(">") else line for line in sentences.splitlines()]
    return "\n".join(lines + [f"  | {line[:200]}" for line in said])


def _command(settings: str, typed: str) -> str:
    """What to type, with environment variables set for it."""
    if settings and os.name == "nt":
        return f'    cmd /c "set {settings.replace(" ", "&& set ")}&& {typed}"'
    return f"    {settings} {typed}" if settings else f"    {typed}"
