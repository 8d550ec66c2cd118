"""Where a character of a value stands in the file, whichever way the value is written."""

from __future__ import annotations

import re

import yaml

__all__ = ["offset_in_node"]

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|.)", re.DOTALL)


def offset_in_node(text: str, node: yaml.ScalarNode, offset: int) -> int:
    """The place, in the text, of the value's character with that offset.

    Value and text are walked side by side: what is not blank stands in both in the same order, apart from
    the marks of quoting and folding; a blank is found behind what stands before it.
    """
    place = node.start_mark.index
    end = node.end_mark.index
    if node.style in {"|", ">"} and node.style:
        place = min(_next_line(text, place), end)
    elif node.style:
        place += 1
    for position, character in enumerate(node.value):
        if not character.isspace():
            while place < end and text[place].isspace():
                place += 1
        if position == offset:
            break
        if character.isspace():
            place += place < end and text[place].isspace()
        elif node.style == '"' and (escape := _ESCAPE.match(text, place)):
            place = escape.end()
        elif node.style == "'" and text.startswith("''", place):
            place += 2
        else:
            place += 1
    return min(place, end)


def _next_line(text: str, place: int) -> int:
    found = text.find("\n", place)
    return found + 1 if found >= 0 else len(text)
