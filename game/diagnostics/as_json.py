"""Findings for programs: one JSON list."""

from __future__ import annotations

import json
from collections.abc import Iterable

from game.diagnostics.diagnostic import Diagnostic

__all__ = ["render"]


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """The findings as a JSON list, a line's end behind it."""
    return json.dumps([_plain(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "why": diagnostic.why,
        "hint": diagnostic.hint,
        "witness": diagnostic.witness,
        "following": [span.line for span in diagnostic.following],
    }
