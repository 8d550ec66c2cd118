from __future__ import annotations

import io

import pytest

from game.terminal.keyboard import InputEnded, Keyboard
from game.terminal.page import Page


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class _Gone(io.StringIO):
    """A terminal that was closed."""

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # as StringIO's own
        raise OSError(5, "Input/output error")


def test_an_answer_comes_without_the_spaces_around_it() -> None:
    """The last line counts without a line end, too."""
    keyboard = Keyboard(io.StringIO("  2 \n\nquit"), Page(io.StringIO()))
    assert [keyboard.ask("?") for _ in range(3)] == ["2", "", "quit"]
    with pytest.raises(InputEnded):
        keyboard.ask("?")


def test_after_the_input_s_end_what_follows_stands_on_a_line_of_its_own() -> None:
    """On a terminal the question stands there without a line end."""
    out = io.StringIO()
    page = Page(out)
    with pytest.raises(InputEnded):
        Keyboard(_Terminal(""), page).ask("Which?")
    page.say("Bye.")
    assert out.getvalue() == "Which? \nBye.\n"


def test_a_terminal_that_is_gone_ends_the_input() -> None:
    """Its session is kept like any other."""
    with pytest.raises(InputEnded):
        Keyboard(_Gone(), Page(io.StringIO())).ask("?")
