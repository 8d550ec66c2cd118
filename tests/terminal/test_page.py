from __future__ import annotations

import io

import pytest

from game.terminal.page import Page

LONG = "The line has been dead since you moved me to the Donaudampfschifffahrtsgesellschaft-exchange, and nobody calls."


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_lines_are_wrapped_to_the_terminal_and_words_never_split(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is longer than the line stands on one of its own; further lines are indented."""
    monkeypatch.setenv("COLUMNS", "31")
    stream = _Terminal()
    Page(stream).say(f"1. {LONG}", indent=3)
    lines = stream.getvalue().splitlines()
    assert " ".join(line.strip() for line in lines) == f"1. {LONG}"
    assert all(len(line) <= 30 or " " not in line.strip() for line in lines)
    assert all(line.startswith("   ") for line in lines[1:])
    assert len(lines) > 3


def test_without_a_terminal_a_paragraph_is_a_line() -> None:
    """Programs and screen readers get it whole."""
    stream = io.StringIO()
    Page(stream).say(LONG)
    assert stream.getvalue() == LONG + "\n"


def test_columns_say_how_wide_a_pipe_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for other programs; absurd widths are not taken at their word."""
    for columns, most in (("40", 39), ("1", 20)):
        monkeypatch.setenv("COLUMNS", columns)
        stream = io.StringIO()
        Page(stream).say("We shall see what is to be done about it.")
        assert max(map(len, stream.getvalue().splitlines())) <= most


def test_the_lines_of_a_text_stay_its_lines() -> None:
    """A trainer's own line breaks are kept."""
    stream = io.StringIO()
    Page(stream).say("Dear Lea,\nwe wait.\n\nReto")
    assert stream.getvalue() == "Dear Lea,\nwe wait.\n\nReto\n"


def test_a_text_cannot_steer_the_terminal() -> None:
    """Escape sequences, bells and the like lose their control characters; letters of all alphabets stay."""
    stream = io.StringIO()
    Page(stream).say("\x1b[31mRed\x07 \x9b2J\rÄ 漢 \u200d‘’\tend")
    assert stream.getvalue() == "[31mRed 2JÄ 漢 \u200d‘’end\n"


def test_there_is_never_more_than_one_empty_line() -> None:
    """Nor one at the beginning."""
    stream = io.StringIO()
    page = Page(stream)
    page.gap()
    page.say("a")
    page.gap()
    page.gap()
    page.say("b")
    assert stream.getvalue() == "a\n\nb\n"


def test_a_typed_answer_comes_on_the_line_of_its_question() -> None:
    """Elsewhere a question is a line like others."""
    for is_typed, expected in ((True, "Which? "), (False, "Which?\n")):
        stream = io.StringIO()
        Page(stream).ask("Which?", is_typed=is_typed)
        assert stream.getvalue() == expected


def test_a_terminal_with_few_letters_gets_plain_marks() -> None:
    """Quotation marks and dashes have plain ones; letters that have none are left to the stream."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    Page(stream).say("“It’s – well… Straße”")
    stream.flush()
    assert raw.getvalue() == b'"It\'s - well... Stra\\xdfe"\n'
