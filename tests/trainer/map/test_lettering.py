"""Text that has to fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.trainer.map.lettering import fitted, width, wrapped

SENTENCE = "Reading the notes first takes two minutes, and he hears that somebody has done it."
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


def test_a_sentence_is_broken_at_its_words() -> None:
    """Nothing is lost where there are lines enough, and no line is wider than the room."""
    lines = wrapped(SENTENCE, 12, 150, 10)
    assert " ".join(lines) == SENTENCE
    assert len(lines) > 2
    assert max(width(line, 12) for line in lines) <= 150


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    """In the last line there is."""
    lines = wrapped(SENTENCE, 12, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width(lines[1], 12) <= 150


@given(TEXTS, st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, most: int, is_bold: bool) -> None:
    """Whatever the alphabet, however long a word; and never more lines than asked for."""
    lines = wrapped(text, 12, 60, most, is_bold=is_bold)
    assert len(lines) <= most
    assert all(width(line, 12, is_bold=is_bold) <= 60 for line in lines)


@given(TEXTS)
def test_with_lines_enough_every_letter_is_there(text: str) -> None:
    """But for the spaces at which lines are broken."""
    assert "".join("".join(wrapped(text, 12, 60, 1_000)).split()) == "".join(text.split())


def test_what_belongs_together_is_not_cut_apart() -> None:
    """A letter and its accent, a family that is one picture."""
    accented = "e\N{COMBINING ACUTE ACCENT}" * 20
    assert all(not line.startswith("\N{COMBINING ACUTE ACCENT}") for line in wrapped(accented, 12, 60, 9))
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    for room in range(20, 120, 7):
        cut = fitted(family * 6, 12, room).removesuffix("…")
        assert not cut.replace(family, "")
    assert fitted("short", 12, 100) == "short"
