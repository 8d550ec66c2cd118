"""The findings of a check as they are printed, in one of several forms."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.diagnostics import as_json, github, sarif, text
from game.loader.contents import contents_of_file
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.diagnostics import Diagnostic

__all__ = ["FORMS", "Report"]

FORMS = ("text", "json", "github", "sarif")
_FOR_PROGRAMS = {"json": as_json.render, "github": github.render, "sarif": sarif.render}
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


class Report:
    """Prints findings for people as they come, for programs in one piece at the end.

    Args:
        form: one of FORMS.
        stream: where it is printed.
        is_strict: whether a warning counts as an error.

    Raises:
        ValueError: there is no such form.
    """

    def __init__(self, form: str, stream: TextIO, *, is_strict: bool = False) -> None:
        if form not in FORMS:
            raise ValueError(form)
        self._form = form
        self._stream = stream
        self._is_strict = is_strict
        self._found: dict[Diagnostic, None] = {}

    def add(self, findings: Iterable[Diagnostic], sources: Mapping[str, str]) -> None:
        """Tell what was not told yet: one habits.yaml lies beside several cases."""
        graded = (replace(each, severity="error") if self._is_strict else each for each in findings)
        new = [each for each in graded if each not in self._found]
        if self._form == "text" and new:
            texts = {each.span.file: _source(each.span.file, sources) for each in new}
            self._stream.write("\n" if self._found else "")
            self._stream.write(text.render(new, texts, text.style_for(self._stream, os.environ)))
            self._stream.flush()
        self._found |= dict.fromkeys(new)

    def finish(self, files: int) -> int:
        """Print what is left to print; the answer is the exit code.

        0: clean, or warnings only; 1: errors; 2: something could not be looked at.
        """
        if self._form == "text":
            self._stream.write(self._summary(files))
        else:
            self._stream.write(_FOR_PROGRAMS[self._form](self._found))
        self._stream.flush()
        if any(finding.code in _NOT_READ for finding in self._found):
            return _NOT_RUN
        return _ERRORS if any(finding.is_error for finding in self._found) else _CLEAN

    def _summary(self, files: int) -> str:
        """One line at the end, so that silence is not mistaken for success."""
        errors = sum(finding.is_error for finding in self._found)
        counts = {"files": files, "errors": errors, "warnings": len(self._found) - errors}
        line = _("Files: {files}. Errors: {errors}. Warnings: {warnings}.", **counts)
        return f"\n{line}\n" if self._found else f"{line}\n"


def _source(file: str, sources: Mapping[str, str]) -> str:
    """The text a finding's place is shown in; what nobody has read yet, such as a catalogue, is read for it."""
    if file in sources:
        return sources[file]
    return contents_of_file(Path(file), file, "catalogue").source.text
