"""Breaking text into lines: at blanks, at soft hyphens, and inside a word only when it is wider than the line."""

from __future__ import annotations

from functools import lru_cache

from game.window.fonts import Weight, width_of

__all__ = ["SOFT_HYPHEN", "cut", "spoken", "wrap"]

SOFT_HYPHEN = "\u00ad"
_ELLIPSIS = "…"


@lru_cache(2048)
def wrap(text: str, size: int, weight: Weight, width: int) -> tuple[str, ...]:
    """Break a text into lines of at most `width` pixels; line breaks in it stay, and blanks that begin a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, size, weight, width))
    return tuple(lines)


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


def _wrap_paragraph(paragraph: str, size: int, weight: Weight, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    indent = len(paragraph) - len(paragraph.lstrip(" "))
    first, *others = paragraph[indent:].split(" ")
    for word in (paragraph[:indent] + first, *others):
        whole = spoken(word)
        tried = f"{line} {whole}" if line else whole
        if width_of(tried, size, weight) <= width:
            line = tried
            continue
        head, rest = _hyphenated(word, line, size, weight, width)
        if head:
            lines.append(head)
        elif line:
            lines.append(line)
        *full, line = _broken(rest, size, weight, width)
        lines.extend(full)
    lines.append(line)
    return lines


def _hyphenated(word: str, line: str, size: int, weight: Weight, width: int) -> tuple[str, str]:
    """The line with as many parts of the word as fit, and the rest of the word; else nothing and the word."""
    parts = word.split(SOFT_HYPHEN)
    for count in range(len(parts) - 1, 0, -1):
        tried = (f"{line} " if line else "") + "".join(parts[:count]) + "-"
        if width_of(tried, size, weight) <= width:
            return tried, "".join(parts[count:])
    return "", "".join(parts)


def _broken(word: str, size: int, weight: Weight, width: int) -> list[str]:
    """A word in pieces no wider than the line; one piece where it fits."""
    pieces = []
    while len(word) > 1 and width_of(word, size, weight) > width:
        end = max(1, _fitting(word, "", size, weight, width))
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


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
