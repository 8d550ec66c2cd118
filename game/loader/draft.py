"""The text the parser sees: the file's, mended in memory where it could not be read, and the way back to it."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

__all__ = ["Draft", "Edit", "mask", "unmask"]

_LINE_BREAK = re.compile(r"[\r\n]")
_FIRST_STAND_IN = 0x10FF00
"""In a plane for private use, of which no text makes any."""
_STAND_INS = {ord(mark): chr(_FIRST_STAND_IN + ord(mark)) for mark in string.punctuation}
_ORIGINALS = {_FIRST_STAND_IN + ord(mark): mark for mark in string.punctuation}


def mask(text: str) -> str:
    """The text with a stand-in for each punctuation mark, none of which means anything to YAML."""
    return text.translate(_STAND_INS)


def unmask(text: str) -> str:
    """The text with the characters the stand-ins stand for."""
    return text.translate(_ORIGINALS)


class Edit(NamedTuple):
    """A replacement of the characters from `start` to before `end`."""

    start: int
    end: int
    text: str


class Draft:
    """A text with edits in it, and where each of its characters stood before them."""

    def __init__(self, original: str, edits: Iterable[Edit] = ()) -> None:
        pieces: list[str] = []
        self._pieces: list[tuple[int, int, int]] = []
        """Where each piece begins in the draft, and where what it stands for begins and ends in the original."""
        position = length = 0
        for edit in (*sorted(edits), Edit(len(original), len(original), "")):
            if edit.start < position:
                continue  # an earlier edit has taken this place already
            for piece, start, end in ((original[position : edit.start], position, edit.start), (edit.text, *edit[:2])):
                self._pieces.append((length, start, end))
                pieces.append(piece)
                length += len(piece)
            position = edit.end
        self.text = "".join(pieces)

    def origin(self, offset: int) -> int:
        """The original's offset of the draft's character."""
        begin, start, end = self._pieces[bisect_right(self._pieces, offset, key=itemgetter(0)) - 1]
        return min(start + offset - begin, end)

    def line_end(self, offset: int) -> int:
        """Where the line of a character ends, its line break left out."""
        found = _LINE_BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def put(self, start: int, text: str) -> None:
        """Write a text over as many characters."""
        self.text = self.text[:start] + text + self.text[start + len(text) :]
