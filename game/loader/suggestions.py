"""Did you mean: the known word a misspelt one is nearest to."""

from __future__ import annotations

import difflib
from collections.abc import Collection

__all__ = ["Suggestions"]

_ENOUGH = 50_000
"""Comparisons after which a file gets no more suggestions: one that is wrong throughout must not take minutes."""


class Suggestions:
    """Searches the known words, once for each word."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}
        self._comparisons = 0

    def nearest(self, of: str, word: str, known: Collection[str]) -> dict[str, str]:
        """The suggestion as a value of a diagnostic; none where no word is near.

        `of` says what the known words are names of.
        """
        if (of, word) not in self._found:
            self._comparisons += len(known)
            if self._comparisons > _ENOUGH:
                return {}
            self._found[of, word] = _nearest(word, known)
        suggestion = self._found[of, word]
        return {"suggestion": suggestion} if suggestion else {}


def _nearest(word: str, known: Collection[str]) -> str:
    plain = _plain(word)
    by_plain = {_plain(name): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(plain, by_plain, n=1, cutoff=0.65)
    return by_plain[found[0]] if found else ""


def _plain(word: str) -> str:
    """What is left when capitals, and the ways to join words, do not count."""
    return word.casefold().replace("_", "-").replace(" ", "-")
