"""What is typed: a line at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from game.terminal.page import Page

__all__ = ["InputEnded", "Keyboard"]


class InputEnded(Exception):
    """Nothing more will be typed."""


class Keyboard:
    """Lines from a stream, asked for on a page."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._page = page

    def ask(self, question: str) -> str:
        """The next line, without the spaces around it.

        Raises:
            InputEnded: there is none.
        """
        is_typed = self._stream.isatty()
        self._page.ask(question, is_typed=is_typed)
        line = self._line()
        if not line:
            if is_typed:
                self._page.end_line()
            raise InputEnded
        return line.strip()

    def _line(self) -> str:
        try:
            return self._stream.readline()
        except OSError:  # the terminal is gone
            return ""
