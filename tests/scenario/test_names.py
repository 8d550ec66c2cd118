"""The names a trainer invents."""

from __future__ import annotations

import pytest

from game.scenario.names import CONDITION_WORDS, RESERVED, is_name


@pytest.mark.parametrize("name", ["a", "sixth-call", "notes_read", "a1", "größe", "один", "電話", "a-b_c-d"])
def test_letters_of_any_alphabet_and_joints(name: str) -> None:
    """A name starts with a letter and is lower case."""
    assert is_name(name)


@pytest.mark.parametrize(
    "text", ["", "1a", "-a", "_a", "a-", "a--b", "a-_b", "A", "aB", "a b", "a.b", "a/b", "é".upper(), "a\n", "e\u0301"]
)
def test_anything_else_is_no_name(text: str) -> None:
    """A loose accent is none either: names are compared in composed form."""
    assert not is_name(text)


def test_the_words_of_conditions_and_of_people_are_reserved() -> None:
    """They are spelt like names and mean something else."""
    assert CONDITION_WORDS < RESERVED
    assert {"customer", "you", "narrator", "silence"} <= RESERVED
    assert all(map(is_name, RESERVED))
