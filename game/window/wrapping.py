"""Breaking text into lines: at blanks, at soft hyphens, and inside a word only when it is wider than the line."""

from __future__ import annotations

from functools import lru_cache

from game.texts import language
from game.window.fonts import Weight, width_of
from game.window.hyphens import SOFT_HYPHEN, hyphenated, learned

__all__ = ["SOFT_HYPHEN", "cut", "spoken", "wrap"]

_ELLIPSIS = "…"
_HYPHENS = ("-", "–")


def wrap(text: str, size: int, weight: Weight, width: int, tag: str = "") -> tuple[str, ...]:
    """Break a text into lines of at most `width` pixels; line breaks in it stay, and blanks that begin a line.

    A word that is wider than a line is divided as its language divides it; `tag` is empty for the program's own.
    """
    return _wrapped(text, size, weight, width, tag or language(), learned())


@lru_cache(512)
def cut(text: str, size: int, weight: Weight, width: int) -> str:
    """As much of a text as fits on one line, with an ellipsis where something is missing."""
    text = spoken(text)
    if width_of(text, size, weight) <= width:
        return text
    end = _fitting(text, _ELLIPSIS, size, weight, width)
    return text[:end].rstrip() + _ELLIPSIS


def spoken(text: str) -> str:
    """The text without its soft hyphens, as it is read aloud."""
    return text.replace(SOFT_HYPHEN, "")


@lru_cache(2048)
def _wrapped(text: str, size: int, weight: Weight, width: int, tag: str, _learned: int) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, size, weight, width, tag))
    return tuple(lines)


def _wrap_paragraph(paragraph: str, size: int, weight: Weight, width: int, tag: str) -> list[str]:
    lines: list[str] = []
    line = ""
    indent = len(paragraph) - len(paragraph.lstrip(" "))
    first, *others = paragraph[indent:].split(" ")
    for each in (paragraph[:indent] + first, *others):
        word = each
        if width_of(spoken(word), size, weight) > width:
            word = hyphenated(word, tag)
        while width_of(_joined(line, spoken(word)), size, weight) > width:
            head, word = _divided(word, line, size, weight, width)
            if not head:
                break
            lines.append(head)
            line = ""
        line = _joined(line, spoken(word))
    lines.append(line)
    return lines


def _joined(line: str, word: str) -> str:
    return f"{line} {word}" if line else word


def _divided(word: str, line: str, size: int, weight: Weight, width: int) -> tuple[str, str]:
    """A full line, and what of the word comes after it; no line, where not even a letter would be left."""
    parts = word.split(SOFT_HYPHEN)
    for count in range(len(parts) - 1, 0, -1):
        piece = "".join(parts[:count])
        tried = _joined(line, piece if piece.endswith(_HYPHENS) else f"{piece}-")
        if width_of(tried, size, weight) <= width:
            return tried, SOFT_HYPHEN.join(parts[count:])
    if line:
        return line, word
    whole = spoken(parts[0])
    end = max(1, _fitting(whole, "", size, weight, width))
    rest = SOFT_HYPHEN.join((whole[end:], *parts[1:]))
    return (whole[:end], rest) if spoken(rest) else ("", word)


def _fitting(text: str, tail: str, size: int, weight: Weight, width: int) -> int:
    """How many letters of a text fit into the width, with a tail behind them."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle] + tail, size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return low
