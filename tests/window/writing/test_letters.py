"""Letters as people see them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.window.writing import letters
from game.window.writing.letters import on_one_line


def test_what_is_combined_is_one_letter() -> None:
    """An accent belongs to its letter, a skin tone to its hand, a family is one picture."""
    assert letters("ae\u0301") == ("a", "e\u0301")
    assert letters("👍🏽!") == ("👍🏽", "!")
    assert letters("👩\u200d👧x") == ("👩\u200d👧", "x")


@given(st.text())
def test_letters_together_are_the_text(text: str) -> None:
    """Nothing is lost between them."""
    assert "".join(letters(text)) == text


def test_a_line_has_no_breaks_and_nothing_unseen() -> None:
    """Breaks and tabs become blanks; marks that turn the direction, bells and soft hyphens go."""
    assert on_one_line("Ada\n\tLove\u202elace\u0007\u00ad") == "Ada  Lovelace"
