"""A keyboard that looks after news while it waits for a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.terminal.keyboard import InputEnded, Keyboard
from game.terminal.preview.lines import TypedLines

if TYPE_CHECKING:
    from typing import TextIO

    from game.terminal.page import Page

__all__ = ["Newsroom", "WaitingKeyboard"]

_LOOKS = 0.1
"""Seconds from look to look."""


class Newsroom(Protocol):
    """Where news comes from."""

    def has_news(self) -> bool:
        """Look whether there is something to tell."""

    def tell_news(self) -> None:
        """Tell it; where it makes the question that was asked pointless, by an exception."""


class WaitingKeyboard(Keyboard):
    """Asks, tells the news that come meanwhile, and asks again."""

    def __init__(self, stream: TextIO, page: Page, newsroom: Newsroom) -> None:
        super().__init__(stream, page)
        self._newsroom = newsroom
        self._lines = TypedLines(stream)

    def ask(self, question: str) -> str:
        """The next line, without the spaces around it.

        Raises:
            InputEnded: there is none.
        """
        is_typed = self._stream.isatty()
        while True:
            self._page.ask(question, is_typed=is_typed)
            line = self._wait()
            if line is None:
                if is_typed:
                    self._page.end_line()
                self._newsroom.tell_news()
            elif line:
                return line.strip()
            else:
                if is_typed:
                    self._page.end_line()
                raise InputEnded

    def _wait(self) -> str | None:
        """The next line, or None as soon as there is news; empty where no line will come."""
        while not self._newsroom.has_news():
            line = self._lines.next(_LOOKS)
            if line is not None:
                return line
        return None
