"""What `check` does: read scenarios and print what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from game.diagnostics import Diagnostic, as_json, github, text
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
        for name in dict.fromkeys(paths):
            told, texts = _looked_at(name, shelf)
            found += told
            sources |= texts
        found = list(dict.fromkeys(found))  # one habits.yaml lies beside several cases
    else:
        found = list(shelf.diagnostics)
        for name, path in shelf.paths.items():
            reading = shelf.reading(name)
            found += reading.diagnostics
            sources[str(path)] = reading.source
    stream.write(_rendered(found, sources, form, stream))
    if form == "text":
        stream.write(_summary(len(set(paths)) or len(shelf.paths), found))
    if any(finding.code in _NOT_READ for finding in found):
        return _NOT_RUN
    return _ERRORS if any(finding.is_error for finding in found) else _CLEAN


def _looked_at(path: str, shelf: Found) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """What was found in a file, or the scenario of an id, and in the habits beside it; and the texts that were read."""
    if Path(path).name == HABITS_FILE:
        known = shelf.habits_of(Path(path))
        return known.diagnostics, known.sources
    resolved = shelf.resolve(path)
    return (*resolved.around, *resolved.reading.diagnostics), resolved.sources


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
