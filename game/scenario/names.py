"""The names a trainer invents: of scenes, choices, promises, people and facts."""

from __future__ import annotations

import re

__all__ = ["CONDITION_WORDS", "CUSTOMER", "NARRATOR", "RESERVED", "SILENCE", "YOU", "is_name"]

CUSTOMER = "customer"
YOU = "you"
NARRATOR = "narrator"
SILENCE = "silence"

CONDITION_WORDS = frozenset(
    ("and", "or", "not", "open", "kept", "broken", "taken", "seen", "mood", "of", "elapsed"),
)
RESERVED = CONDITION_WORDS | {CUSTOMER, YOU, NARRATOR, SILENCE}

_NAME = re.compile(r"[^\W\d_][^\W_]*(?:[-_][^\W_]+)*")


def is_name(text: str) -> bool:
    """Tell whether a text is spelt as a name: a letter first, lower case, words joined by `-` or `_`."""
    return _NAME.fullmatch(text) is not None and text == text.lower()
