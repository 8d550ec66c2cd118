"""What is printed: whole paragraphs, wrapped where there is a terminal, without a control character."""

from __future__ import annotations

import os
import shutil
import textwrap
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["Page"]

_NARROWEST = 20
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " "}
)
"""Marks for terminals that know few letters."""


class Page:
    """Paragraphs on a stream.

    On a terminal they are wrapped to its width; elsewhere a paragraph is a line, unless COLUMNS says how wide it may
    be. Words are never split.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._has_gap = True
        self.words = 0
        """How many were printed."""

    def say(self, text: str, *, indent: int = 0) -> None:
        """Print a text, a paragraph for each of its lines; what does not fit in a line goes on indented so far."""
        for part in self._fit(text).split("\n"):
            self._stream.write(self._wrapped(part, indent) + "\n")
        self._has_gap = False
        self.words += len(text.split())

    def put(self, text: str) -> None:
        """Print lines as they stand, which somebody has arranged and made harmless."""
        self._stream.write(text)
        self._has_gap = False

    def gap(self) -> None:
        """Leave a line empty, unless one just was."""
        if not self._has_gap:
            self._stream.write("\n")
        self._has_gap = True

    def ask(self, question: str, *, is_typed: bool) -> None:
        """Print a question; where the answer is typed, it comes on the same line."""
        self._stream.write(self._wrapped(self._fit(question), 0) + (" " if is_typed else "\n"))
        self._stream.flush()
        self._has_gap = False

    def end_line(self) -> None:
        """End the line of a question that was not answered."""
        self._stream.write("\n")

    def flush(self) -> None:
        """Have everything shown."""
        self._stream.flush()

    def _wrapped(self, text: str, indent: int) -> str:
        width = self._width()
        if width is None:
            return text
        return textwrap.fill(
            text,
            width=max(width, _NARROWEST),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _width(self) -> int | None:
        if not self._stream.isatty() and "COLUMNS" not in os.environ:
            return None
        return shutil.get_terminal_size().columns - 1  # a full line would wrap once more on some terminals

    def _fit(self, text: str) -> str:
        """The text without control characters: a scenario's text must not steer anybody's terminal."""
        clean = "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) != "Cc")
        try:
            clean.encode(self._stream.encoding or "utf-8")
        except UnicodeEncodeError:
            return clean.translate(_PLAIN)
        return clean
