"""Text is broken where people would break it, and never leaves its width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.window.fonts import width_of
from game.window.lettering import Face, height_of, natural_width
from game.window.wrapping import SOFT_HYPHEN, cut, spoken, wrap

SIZE = 16
LETTERS = st.text(alphabet=f"abc WÄßé –\n{SOFT_HYPHEN}", max_size=80)


def test_words_go_to_the_next_line_where_they_do_not_fit() -> None:
    """Lines break at blanks."""
    width = width_of("one two", SIZE)
    assert wrap("one two three", SIZE, "regular", width) == ("one two", "three")


def test_a_long_word_breaks_at_its_soft_hyphen() -> None:
    """As much of it as fits stays on the line, with a hyphen; unbroken, the soft hyphen is not shown."""
    word = f"Buchungs{SOFT_HYPHEN}nummer"
    width = width_of("die Buchungs-", SIZE)
    assert wrap(f"die {word}", SIZE, "regular", width) == ("die Buchungs-", "nummer")
    assert wrap(word, SIZE, "regular", 1000) == ("Buchungsnummer",)


def test_a_word_wider_than_the_line_that_nothing_divides_is_broken_anywhere() -> None:
    """Better a broken word than one that runs out of its bubble."""
    lines = wrap("a/very/long/path/to/a.file", SIZE, "regular", 60)
    assert len(lines) > 1
    assert "".join(lines) == "a/very/long/path/to/a.file"
    assert all(width_of(line, SIZE) <= 60 for line in lines)


def test_line_breaks_stay() -> None:
    """A paragraph is a paragraph."""
    assert wrap("one\n\ntwo", SIZE, "regular", 500) == ("one", "", "two")


@given(LETTERS, st.integers(20, 400))
@settings(max_examples=200)
def test_no_line_is_wider_than_its_width_and_no_letter_is_lost(text: str, width: int) -> None:
    """Whatever is written, in whatever width; only a single letter may be wider than the line."""
    lines = wrap(text, SIZE, "regular", width)
    assert all(width_of(line, SIZE) <= width or len(line) == 1 for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == spoken(text).replace(" ", "").replace("\n", "").replace("-", "")


@given(LETTERS, st.integers(30, 400))
@settings(max_examples=100)
def test_a_cut_text_fits_and_says_that_something_is_missing(text: str, width: int) -> None:
    """One line: whole, or as much as fits and an ellipsis."""
    line = text.replace("\n", " ")
    shown = cut(line, SIZE, "regular", width)
    assert width_of(shown, SIZE) <= width
    assert shown == spoken(line) or shown.endswith("…")


def test_a_text_is_as_high_as_its_lines() -> None:
    """Two lines are twice as high as one."""
    face = Face(SIZE)
    assert height_of("one\ntwo", face, 500) == 2 * height_of("one", face, 500)


def test_the_natural_width_is_that_of_the_longest_line() -> None:
    """Nothing is broken to find it."""
    assert natural_width("one\nlonger", Face(SIZE)) == width_of("longer", SIZE)


def test_blanks_that_begin_a_line_stay() -> None:
    """An example of YAML is told by its indentation."""
    assert wrap("says: >-\n  The sentence.", 16, "regular", 400) == ("says: >-", "  The sentence.")
