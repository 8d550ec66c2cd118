"""A text and the places in it."""

from __future__ import annotations

from game.diagnostics import Span
from game.loader.source import Source


def test_lines_and_columns_count_from_one() -> None:
    """All line breaks count, and the end is exclusive."""
    source = Source("a.yaml", "ab\r\ncd\re\nf")
    assert source.span(0, 2) == Span("a.yaml", 1, 1, 1, 3)
    assert source.span(4, 5) == Span("a.yaml", 2, 1, 2, 2)
    assert source.span(7, 8) == Span("a.yaml", 3, 1, 3, 2)
    assert source.span(5, 10) == Span("a.yaml", 2, 2, 4, 2)
    assert [source.line_of(offset) for offset in (0, 4, 7, 9)] == [1, 2, 3, 4]


def test_columns_count_characters() -> None:
    """Wide ones, accents and those beyond the first plane are one each."""
    assert Source("a.yaml", "日é🙂x").span(3, 4) == Span("a.yaml", 1, 4, 1, 5)
