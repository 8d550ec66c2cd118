"""Commands are typed in the language of the program, or in English."""

from __future__ import annotations

import pytest

from game.terminal.typed import _known, meant
from game.texts import LANGUAGES, use_language


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("zurück", "back"),
        ("Zurück", "back"),
        ("back", "back"),
        ("Gehe lobby", "jump lobby"),
        ("jump lobby", "jump lobby"),
        ("q", "q"),
        ("2", "2"),
        ("g 1", "g 1"),
        ("", ""),
    ],
)
def test_german_words_do_what_english_ones_do(typed: str, command: str) -> None:
    """English ones still do, too; all else is left as it is."""
    use_language("de")
    assert meant(typed) == command


def test_no_two_commands_share_a_word() -> None:
    """In no language; nor is one that of another in English."""
    words = set(_known().values())
    for tag in LANGUAGES:
        use_language(tag)
        known = _known()
        assert len(known) == len(words)
        assert all(known[word] == word for word in known.keys() & words)
        assert all(" " not in word for word in known)
