"""Findings beside the lines of a change."""

from __future__ import annotations

from game.diagnostics import Diagnostic, Span
from game.diagnostics.github import render


def test_a_finding_is_a_workflow_command() -> None:
    """Columns count from 1, and the last one belongs to the place."""
    finding = Diagnostic("unknown-scene", "error", Span("a.yaml", 2, 3, 2, 6), {"name": "x", "suggestion": "y"})
    assert render([finding]) == (
        "::error file=a.yaml,line=2,col=3,endColumn=5,endLine=2,title=unknown-scene::"
        "There is no scene `x`.%0ADid you mean `y`?\n"
    )


def test_marks_of_the_command_are_escaped() -> None:
    """A file name or a word from the file cannot end the command or begin another."""
    finding = Diagnostic("unknown-scene", "warning", Span("a,b:c%.yaml"), {"name": "x\n::error::y%", "known": "\r"})
    line = render([finding])
    assert line.startswith("::warning file=a%2Cb%3Ac%25.yaml,")
    assert line.count("\n") == 1
    assert "x%0A::error::y%25" in line
    assert "%0D" in line


def test_a_place_of_several_lines_has_no_columns() -> None:
    """GitHub takes columns within one line only."""
    line = render([Diagnostic("empty-file", "error", Span("a.yaml", 1, 4, 3, 2))])
    assert "line=1,endLine=3" in line
    assert "col" not in line.split("::")[1]


def test_an_empty_place_is_one_column_wide() -> None:
    """The last column is never before the first."""
    assert "col=4,endColumn=4," in render([Diagnostic("empty-file", "error", Span("a.yaml", 1, 4, 1, 4))])
