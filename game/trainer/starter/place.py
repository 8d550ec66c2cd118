"""Where a new case goes, and whether it may."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game import paths
from game.loader import find_scenarios
from game.loader.names import better
from game.loader.shelf import CURRICULUM_FILE, HABITS_FILE
from game.scenario.names import is_name
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["file_of", "folder_for", "refusal", "refusal_of_name"]

_LONGEST_NAME = 60
_SYSTEM = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""What Windows keeps for itself, with any ending; a case is to lie on every system."""
_TAKEN = frozenset(file.removesuffix(".yaml") for file in (CURRICULUM_FILE, HABITS_FILE))


def folder_for(named: Path | None) -> Path:
    """The folder a new case goes to: the one named, else the user's own, where its name is all it takes to find it."""
    return paths.own_scenarios() if named is None else named


def file_of(name: str, folder: Path) -> Path:
    """The file of a case."""
    return folder / f"{name}.yaml"


def refusal_of_name(name: str) -> str | None:
    """Why a case cannot be called so, in whole sentences; nothing where it can."""
    if not is_name(name):
        told = _(
            "A case cannot be called '{name}': the name is its file's too, in lower case, begins with a letter, and "
            "its words are joined by - or _.",
            name=name,
        )
        return _with_suggestion(told, better(name).get("suggestion"))
    if len(name) > _LONGEST_NAME:
        return _(
            "A case's name has {most} letters at most, for it is its file's too; this has {count}.",
            most=_LONGEST_NAME,
            count=len(name),
        )
    if name in _SYSTEM | _TAKEN:
        told = _("A case cannot be called '{name}': a file of this name means something else.", name=name)
        return _with_suggestion(told, f"{name}-1")
    return None


def refusal(name: str, folder: Path, shelf: Iterable[Path]) -> str | None:
    """Why no case of this name can be put there, in whole sentences; nothing where it can."""
    if told := refusal_of_name(name):
        return told
    file = file_of(name, folder)
    if os.path.lexists(file):
        told = _("{file} is there already, and is left as it is.", file=file)
        return _with_suggestion(told, _free(name, {path.stem for path in folder.glob("*.yaml")}))
    found = find_scenarios([folder for folder in shelf if paths.is_folder(folder)]).paths
    if name in found:
        told = _("There is a case of this name already: {file}. Two cases need two names.", file=found[name])
        return _with_suggestion(told, _free(name, found))
    return None


def _with_suggestion(told: str, name: str | None) -> str:
    return f"{told} {_('How about: {name}', name=name)}" if name else told


def _free(name: str, taken: Iterable[str]) -> str:
    """The name with the first number that makes it another."""
    known = set(taken)
    return next(f"{name}-{number}" for number in range(2, len(known) + 3) if f"{name}-{number}" not in known)
