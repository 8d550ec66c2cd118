"""A line of a file as a terminal can show it, with a stretch of it marked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from game.diagnostics.diagnostic import Span

__all__ = ["Excerpt", "excerpt", "visible"]

_LINE_BREAK = re.compile(r"\r\n?|\n")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What would steer a terminal, break the line or turn its direction round."""
_TAB = "    "
_CUT = "…"


class Excerpt(NamedTuple):
    """Two lines to print below each other."""

    line: str
    marks: str


def excerpt(source: str, span: Span, width: int) -> Excerpt | None:
    """The line a span begins on, cut to `width` cells around it; None where the text has no such line.

    A span of more than one line is marked to its first line's end, an empty one by a single mark.
    """
    lines = _lines(source)
    if not source or not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = (
        visible(part) for part in (line[: span.column - 1], line[span.column - 1 : end], line[end:])
    )
    before, marked, after = _cut(before, marked, after, width)
    return Excerpt(f"{before}{marked}{after}".rstrip(), " " * _cells(before) + "^" * max(1, _cells(marked)))


@lru_cache(maxsize=4)
def _lines(source: str) -> list[str]:
    """Kept for the next finding: a file of thousands of faults must not be split thousands of times."""
    return _LINE_BREAK.split(source)


def visible(text: str) -> str:
    """The text with a harmless sign for each character that is not to reach a terminal."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", _TAB))


def _cut(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """Shorten what is too wide: what is marked stays longest, a third of the rest goes before it."""
    if _cells(before + marked + after) <= width:
        return before, marked, after
    if _cells(marked) > width * 2 // 3:
        marked = _start(marked, width * 2 // 3)
        after = ""
    left = width - _cells(marked)
    before = _end(before, max(left - _cells(after), left // 3))
    return before, marked, _start(after, width - _cells(before) - _cells(marked))


def _start(text: str, width: int) -> str:
    """As much of the text's start as fits."""
    if _cells(text) <= width:
        return text
    kept = sum(cells < width for cells in accumulate(map(_letter_cells, text)))
    return text[:kept] + _CUT


def _end(text: str, width: int) -> str:
    """As much of the text's end as fits."""
    return _start(text[::-1], width)[::-1]


def _cells(text: str) -> int:
    """The columns of a terminal a text takes: two for a wide letter, none for an accent on the letter before."""
    return sum(_letter_cells(letter) for letter in text)


def _letter_cells(letter: str) -> int:
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
