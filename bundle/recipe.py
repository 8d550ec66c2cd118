"""What goes into the folder, as PyInstaller is told."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

__all__ = ["NAME", "ROOT", "recipe"]

NAME = "Gastgeber"
ROOT = Path(__file__).resolve().parents[1]
IDLE = ("PyInstaller", "hypothesis", "pip", "pkg_resources", "pytest", "setuptools", "tkinter", "unittest", "uvloop")
"""What nothing in the program needs, though something it uses could ask for it."""
SERVER = (
    *("argon2", "authlib", "jinja2", "prometheus_client", "psycopg", "python_multipart", "segno", "starlette"),
    *("uvicorn", "game.leaderboard"),
)
"""What a leaderboard's server needs, which nobody starts from a folder that is carried about."""


def recipe(target: Path, work: Path, icon: Path) -> list[str]:
    """The words PyInstaller is called with.

    Args:
        target: where the finished folder is put.
        work: for what is needed on the way only.
        icon: the icon, in this system's form.
    """
    return [
        str(ROOT / "bundle" / "start.py"),
        *("--name", NAME, "--onedir", "--windowed", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(target), "--workpath", str(work), "--specpath", str(work)),
        *(("--icon", str(icon)) if sys.platform in ("win32", "darwin") else ()),
        *("--paths", str(ROOT)),
        # Rooms are imported late, and some by their name alone.
        *("--collect-submodules", "game", "--hidden-import", "accesskit"),
        *("--collect-data", "font_source_sans_pro", "--collect-data", "pyphen"),
        *(word for source, place in _files() for word in ("--add-data", f"{source}{os.pathsep}{place}")),
        *("--copy-metadata", "gastgeber"),
        *(word for name in _packages() for word in ("--recursive-copy-metadata", name)),
        *(word for name in (*IDLE, *SERVER) for word in ("--exclude-module", name)),
    ]


def _files() -> list[tuple[Path, str]]:
    """What is no Python, and what is read as a file though it is: each with the folder it lies in inside.

    The curriculum and the pictures lie inside the package, as in a wheel (game/paths.py).
    """
    shipped = [(ROOT / folder, f"game/{folder}") for folder in ("scenarios", "assets")]
    inside = [
        (path, path.parent.relative_to(ROOT).as_posix())
        for path in sorted((ROOT / "game").rglob("*"))
        if path.is_file() and (path.suffix not in (".py", ".pyc") or "migrations" in path.parts)
        if "leaderboard" not in path.parts
    ]
    return [*shipped, *inside, (ROOT / "LICENSE", ".")]


def _packages() -> list[str]:
    """What the program asks for on this system: the doctor reads the versions, and the licences go along."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in project["dependencies"]]
    return [asking.name for asking in asked if asking.marker is None or asking.marker.evaluate()]
