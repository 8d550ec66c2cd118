"""A line of a file as a terminal can show it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics import Span
from game.diagnostics.excerpt import Excerpt, excerpt, visible
from tests.effort import examples

WIDE = 40


def _span(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    return Span("a.yaml", line, column, end_line or line, end_column)


def test_the_place_is_marked_below_its_line() -> None:
    """As many marks as the place is wide, in its columns."""
    assert excerpt("title: A\nmood: two\n", _span(2, 7, 10), WIDE) == Excerpt("mood: two", "      ^^^")


def test_an_empty_place_is_marked_once() -> None:
    """Something is to be seen even where nothing stands."""
    assert excerpt("mood:\n", _span(1, 6, 6), WIDE) == Excerpt("mood:", "     ^")


def test_a_place_of_several_lines_is_marked_to_the_first_ones_end() -> None:
    """One line says enough."""
    assert excerpt("say: a b\n  c\n", _span(1, 6, 4, end_line=2), WIDE) == Excerpt("say: a b", "     ^^^")


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    """Marks stand below what they mark, whatever the script."""
    assert excerpt("say: 日本 no", _span(1, 9, 11), WIDE) == Excerpt("say: 日本 no", "          ^^")
    assert excerpt("say: e\u0301 no", _span(1, 9, 11), WIDE) == Excerpt("say: e\u0301 no", "       ^^")


def test_tabs_become_spaces() -> None:
    """A tab is as wide here as anywhere."""
    assert excerpt("\tmood: two", _span(1, 1, 2), WIDE) == Excerpt("    mood: two", "^^^^")


def test_what_steers_a_terminal_is_shown_as_a_sign() -> None:
    """Neither escapes nor marks of direction reach the screen."""
    assert visible("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"


def test_a_long_line_is_cut_on_both_sides_of_the_place() -> None:
    """The place stays in sight, with something before and behind it."""
    found = excerpt("x" * 300 + "HERE" + "y" * 300, _span(1, 301, 305), WIDE)
    assert found is not None
    assert found.line.startswith("…x")
    assert found.line.endswith("y…")
    assert found.line[found.marks.index("^") :].startswith("HERE")
    assert found.marks.count("^") == 4
    assert len(found.line) <= WIDE


def test_a_long_place_is_cut_too() -> None:
    """Its beginning is what one needs to see."""
    found = excerpt("say: " + "x" * 300, _span(1, 6, 306), WIDE)
    assert found is not None
    assert found.line.startswith("say: xxx")
    assert found.line.endswith("…")
    assert len(found.line) <= WIDE


def test_the_end_of_a_long_line_is_shown_where_the_place_is_there() -> None:
    """Room that is not needed behind the place is given to what stands before it."""
    found = excerpt("x" * 300 + "HERE", _span(1, 301, 305), WIDE)
    assert found is not None
    assert len(found.line) == WIDE
    assert found.line.endswith("xHERE")


def test_a_place_outside_the_text_has_no_excerpt() -> None:
    """A folder or a missing file has no lines."""
    assert excerpt("", _span(1, 1, 1), WIDE) is None
    assert excerpt("one line", _span(3, 1, 1), WIDE) is None


def test_all_line_breaks_count() -> None:
    """Windows and old Macs break lines otherwise."""
    assert excerpt("a\r\nb\rc\nd", _span(4, 1, 2), WIDE) == Excerpt("d", "^")


@examples(200)
@given(st.text(), st.integers(1, 200), st.integers(0, 200), st.integers(12, 100))
def test_an_excerpt_is_never_wider_than_asked(line: str, column: int, length: int, width: int) -> None:
    """Whatever the letters, line and marks fit."""
    found = excerpt(line, _span(1, column, column + length), width)
    if found is not None:
        assert _cells(found.line) <= width
        assert len(found.marks) <= width + 1
        assert "\n" not in found.line


def _cells(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in {"Mn", "Me", "Cf"} for letter in text)
