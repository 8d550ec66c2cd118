"""Findings for programs."""

from __future__ import annotations

import json

from game.diagnostics import Diagnostic, Span
from game.diagnostics.as_json import render


def test_a_finding_has_these_keys_and_no_others() -> None:
    """Others read them."""
    finding = Diagnostic("unknown-scene", "error", Span("ä.yaml", 2, 3, 2, 6), {"name": "ö", "suggestion": "oe"})
    assert json.loads(render([finding])) == [
        {
            "code": "unknown-scene",
            "severity": "error",
            "message": "There is no scene `ö`.",
            "file": "ä.yaml",
            "line": 2,
            "column": 3,
            "end_line": 2,
            "end_column": 6,
            "why": "",
            "hint": "Did you mean `oe`?",
            "witness": None,
            "following": [],
        }
    ]


def test_no_findings_are_an_empty_list() -> None:
    """Something to parse in any case."""
    assert json.loads(render([])) == []
