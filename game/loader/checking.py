"""What `check` does: read scenarios and print what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from game.diagnostics import Diagnostic, as_json, github, text
from game.loader.reading import HabitsReading, Reading, read_habits
from game.loader.shelf import HABITS_FILE, Found, find_scenarios
from game.texts import _

__all__ = ["FORMATS", "check"]

FORMATS = ("text", "json", "github")
_CLEAN, _ERRORS, _NOT_RUN = 0, 1, 2
_NOT_READ = frozenset(
    (
        "file-is-folder",
        "file-is-special",
        "file-missing",
        "file-not-allowed",
        "file-unreadable",
        "folder-missing",
        "folder-unreadable",
        "unknown-scenario",
    )
)
"""Findings that mean nothing was looked at."""


def check(paths: Sequence[str], folders: Iterable[Path | str], form: str, stream: TextIO) -> int:
    """Print the findings on files, or ids, and else on every scenario that is found; the answer is the exit code.

    0: clean, or warnings only; 1: errors; 2: something could not be looked at.

    Raises:
        ValueError: there is no such form.
    """
    if form not in FORMATS:
        raise ValueError(form)
    shelf = find_scenarios(folders)
    sources = dict(shelf.sources)
    if paths:
        found = [finding for finding in shelf.diagnostics if finding.code in _NOT_READ]
        readings = [_reading(path, shelf) for path in dict.fromkeys(paths)]
    else:
        found = list(shelf.diagnostics)
        readings = [(str(path), shelf.reading(name)) for name, path in shelf.paths.items()]
    for name, reading in readings:
        found += reading.diagnostics
        sources[name] = reading.source
    stream.write(_rendered(found, sources, form, stream))
    if form == "text":
        stream.write(_summary(len(readings), found))
    if any(finding.code in _NOT_READ for finding in found):
        return _NOT_RUN
    return _ERRORS if any(finding.is_error for finding in found) else _CLEAN


def _reading(path: str, shelf: Found) -> tuple[str, Reading | HabitsReading]:
    """What came of reading a file, or the scenario of an id, and the name its places are told with."""
    if Path(path).name == HABITS_FILE:
        return path, read_habits(path)
    resolved = shelf.resolve(path)
    return str(resolved.path), resolved.reading


def _rendered(found: Iterable[Diagnostic], sources: Mapping[str, str], form: str, stream: TextIO) -> str:
    if form == "json":
        return as_json.render(found)
    if form == "github":
        return github.render(found)
    return text.render(found, sources, text.style_for(stream, os.environ))


def _summary(files: int, found: Sequence[Diagnostic]) -> str:
    """One line at the end, so that silence is not mistaken for success."""
    errors = sum(finding.is_error for finding in found)
    counts = {"files": files, "errors": errors, "warnings": len(found) - errors}
    line = _("Files: {files}. Errors: {errors}. Warnings: {warnings}.", **counts)
    return f"\n{line}\n" if found else f"{line}\n"
