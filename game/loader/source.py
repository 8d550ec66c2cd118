"""A text and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from game.diagnostics import Span

__all__ = ["Source"]

_LINE_BREAK = re.compile(r"\r\n?|\n")


class Source:
    """The text of a file as it stands there."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def line_of(self, offset: int) -> int:
        """The line, from 1, the character stands in."""
        return bisect_right(self._starts, offset)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` to before `end`."""
        line, end_line = self.line_of(start), self.line_of(end)
        return Span(
            self.name,
            line,
            start - self._starts[line - 1] + 1,
            end_line,
            end - self._starts[end_line - 1] + 1,
        )
