"""Findings as the workflow commands with which GitHub shows them beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from game.diagnostics.diagnostic import Diagnostic

__all__ = ["render"]

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command for each finding, each on a line."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties: dict[str, str | int] = {"file": span.file, "line": span.line}
    if span.end_line == span.line:  # GitHub takes columns within one line only, the last included
        properties |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    properties |= {"endLine": span.end_line, "title": diagnostic.code}
    listed = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    text = "\n".join((diagnostic.message, *diagnostic.remarks)).translate(_DATA)
    return f"::{diagnostic.severity} {listed}::{text}"
