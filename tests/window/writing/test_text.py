"""A line of text that is being written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.window.writing import Text, letters


def test_letters_go_where_the_caret_stands() -> None:
    """Before, between and behind what is there; the caret goes along."""
    text = Text.of("Aa").step(-1).write("d", 60)
    assert (str(text), text.caret) == ("Ada", 2)


def test_what_is_marked_is_written_over() -> None:
    """By letters, and by taking away."""
    assert str(Text.of("Berta").select_all().write("Ada", 60)) == "Ada"
    assert str(Text.of("Berta").select(1, 4).erase(-1)) == "Ba"
    assert str(Text.of("Berta").select(4, 1).erase(1)) == "Ba"


def test_one_letter_goes_at_a_time_whatever_it_is_made_of() -> None:
    """A hand with its skin tone goes as one; at the ends nothing goes."""
    assert str(Text.of("A👍🏽").erase(-1)) == "A"
    assert str(Text.of("👍🏽A").select(0, 0).erase(1)) == "A"
    assert Text.of("A").erase(1) == Text.of("A")
    assert Text.of("").erase(-1) == Text.of("")


def test_no_more_is_taken_than_fits() -> None:
    """As many whole letters as there is room for; an accent that comes alone joins its letter."""
    assert str(Text.of("Ada").write(" Lovelace", 6)) == "Ada Lo"
    assert str(Text.of("Ada").write("👍🏽", 4)) == "Ada"
    text = Text.of("e").write("\u0301", 60)
    assert (len(text.letters), text.caret) == (1, 1)


def test_the_caret_lets_go_of_what_is_marked() -> None:
    """Left goes to its beginning, right to its end; with marking on, it goes on marking."""
    marked = Text.of("Ada").select(1, 2)
    assert (marked.step(-1).caret, marked.step(1).caret) == (1, 2)
    assert marked.step(1, marks=True).marked_text == "da"
    assert Text.of("Ada").step(-1, to_end=True, marks=True).marked_text == "Ada"


def test_words_are_told_with_the_blanks_behind_them() -> None:
    """As AccessKit counts them; blanks before the first word are one too, and nothing is no word."""
    assert ["".join(word) for word in Text.of(" Ada  Love").words()] == [" ", "Ada  ", "Love"]
    assert Text().words() == ()


@given(st.text(), st.text(), st.integers(-3, 30), st.integers(-3, 30), st.integers(0, 20))
def test_nothing_makes_an_impossible_text(written: str, new: str, anchor: int, caret: int, longest: int) -> None:
    """The caret stands in the text, which is not longer than it may be unless it was."""
    text = Text.of(written).select(anchor, caret).write(new, longest)
    assert 0 <= text.caret == text.anchor <= len(text.letters)
    assert len(str(text)) <= max(longest, len(written))
    assert text.letters == letters(str(text))
