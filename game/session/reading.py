"""How long people take to read, so that no time runs before they could have."""

from __future__ import annotations

__all__ = ["reading_seconds"]

_WORDS_A_SECOND = 3
"""An unhurried reader's, or a screen reader's."""


def reading_seconds(words: int) -> int:
    """How long so many words take to read, in whole seconds, rounded up."""
    return -(-words // _WORDS_A_SECOND)
