"""Where characters of a value stand in the file, whichever way the value is written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import yaml

__all__ = ["before_composition", "extent_in_node"]

_ESCAPE = re.compile(r'\\["\\]')
_BLANK = re.compile(r"\s*")
_BLANK_IN_DOUBLE_QUOTES = re.compile(r"(?:\s|\\\r?\n)*")


def extent_in_node(text: str, node: yaml.ScalarNode, start: int, end: int) -> tuple[int, int]:
    """The place, in the text, of the value's characters from `start` to before `end`, of which there is one at least.

    Value and text are walked side by side: what is not blank stands in both in the same order, apart from
    the marks of quoting and folding; a blank is found behind what stands before it.
    """
    found = list(_characters(text, node))
    return found[start][0], found[end - 1][1]


def _characters(text: str, node: yaml.ScalarNode) -> Iterator[tuple[int, int]]:
    """Where each character of the value begins and ends."""
    place = node.start_mark.index
    if node.style in ("|", ">"):
        place = text.find("\n", place) + 1
    elif node.style:
        place += 1
    blank = _BLANK_IN_DOUBLE_QUOTES if node.style == '"' else _BLANK
    for character in node.value:
        if character.isspace():
            yield place, place + 1
            continue
        skipped = blank.match(text, place)
        place = skipped.end() if skipped else place
        escape = _ESCAPE.match(text, place) if node.style == '"' else None
        width = escape.end() - place if escape else 2 if character == "'" == node.style else 1
        yield place, place + width
        place += width


def before_composition(text: str, offset: int) -> int:
    """The offset, in a text, of the character that stands at an offset of its composed form (NFC)."""
    if text.isascii():
        return offset
    return bisect_right(range(len(text) + 1), offset, key=lambda end: len(unicodedata.normalize("NFC", text[:end]))) - 1
