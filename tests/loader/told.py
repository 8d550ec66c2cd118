"""What is told of a scenario, short enough to be read in a test."""

from __future__ import annotations

from game.diagnostics import Span
from game.loader import Reading, read_text
from game.loader.nodes import PARSER, Parser
from game.scenario.model import Scenario
from tests.diagnostics.pages import HABITS, completed

__all__ = ["marked", "read", "scenario_of", "told"]


def read(part: str, *, parser: Parser = PARSER) -> Reading:
    """Read a part of a scenario, completed as the examples of docs/diagnostics are."""
    return read_text(completed(part), "part.yaml", HABITS, parser=parser)


def told(part: str, *, parser: Parser = PARSER) -> list[tuple[str, str]]:
    """The codes that are told, and the marked words."""
    reading = read(part, parser=parser)
    return [(finding.code, marked(reading.source, finding.span)) for finding in reading.diagnostics]


def scenario_of(part: str) -> Scenario:
    """The scenario, of which nothing must be told."""
    reading = read(part)
    assert reading.diagnostics == ()
    assert reading.scenario is not None
    return reading.scenario


def marked(source: str, span: Span) -> str:
    """The characters of a place."""
    lines = source.splitlines(keepends=True)
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, *between, last = lines[span.line - 1 : span.end_line]
    return first[span.column - 1 :] + "".join(between) + last[: span.end_column - 1]
