"""Where words may be divided at the end of a line: soft hyphens by the patterns of LibreOffice, through pyphen.

German's patterns take half a second of CPU to be read. So they are read when the first word is met that is wider than
its line, in a thread; until then such words are broken plainly, and whoever paints breaks the lines anew when
`learned` grows.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import lru_cache

__all__ = ["SOFT_HYPHEN", "hyphenated", "learn", "learned"]

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]{6,}")
_NOT_A_WORD = re.compile(r"[/\\@]|\w\.\w")
"""In paths, addresses and names of files a hyphen would be a letter of theirs."""
_INNER_HYPHEN = re.compile(r"(?<=\w\w[-–])(?=\w\w)")
_SHORTEST_END = 3
"""Letters that stand alone on a line at least, at the beginning of a word and at its end."""
_SHORTEST_PART = 2
"""The same within; the patterns cut single letters out of the middle of some German words."""

_dictionaries: dict[str, Callable[[str], list[int]]] = {}
_asked: set[str] = set()


def hyphenated(text: str, tag: str) -> str:
    """A text with soft hyphens in its long words; as it is, while its language's patterns are still to be read."""
    positions = _dictionaries.get(tag)
    if positions is None:
        if tag not in _asked:
            _asked.add(tag)
            threading.Thread(target=learn, args=(tag,), name=f"hyphens of {tag}", daemon=True).start()
        return text
    return " ".join(_divided(word, tag) for word in text.split(" "))


def learn(tag: str) -> None:
    """Read a language's patterns now; of a language that has none, words are divided at their own hyphens."""
    from pyphen import Pyphen, language_fallback  # type: ignore[import-untyped]  # late: most starts meet no word that is too long

    known = language_fallback(tag.replace("-", "_"))
    _dictionaries[tag] = Pyphen(lang=known, left=_SHORTEST_END, right=_SHORTEST_END).positions if known else _nowhere


def learned() -> int:
    """Of how many languages the patterns were read: when it grows, lines may break elsewhere."""
    return len(_dictionaries)


def _nowhere(_word: str) -> list[int]:
    return []


@lru_cache(1024)
def _divided(word: str, tag: str) -> str:
    if _NOT_A_WORD.search(word) or SOFT_HYPHEN in word:
        return word
    word = _INNER_HYPHEN.sub(SOFT_HYPHEN, word)
    return _WORD.sub(lambda match: _with_hyphens(match.group(), _dictionaries[tag]), word)


def _with_hyphens(word: str, positions: Callable[[str], list[int]]) -> str:
    kept: list[int] = []
    for position in positions(word):
        if position - (kept[-1] if kept else 0) >= _SHORTEST_PART:
            kept.append(position)
    return SOFT_HYPHEN.join(word[start:end] for start, end in zip((0, *kept), (*kept, None), strict=True))
