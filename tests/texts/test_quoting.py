"""Quotation marks as the case's language sets them."""

from __future__ import annotations

import pytest

from game.texts.quoting import quoted


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Yes”"),
        ("en-GB", "“Yes”"),
        ("de", "„Yes“"),
        ("de-CH", "«Yes»"),
        ("fr", "«\u202fYes\u202f»"),
        ("fr-CH", "«Yes»"),
        ("sv", "”Yes”"),
        ("da", "»Yes«"),
        ("xx", "“Yes”"),
    ],
)
def test_words_are_quoted_as_their_readers_are_used_to(language: str, expected: str) -> None:
    """A region's habit goes before its language's; English marks where neither is known."""
    assert quoted("Yes", language) == expected
