"""What stands in `[ ]` and `{ }`, in text that YAML cannot read."""

from __future__ import annotations

import re

from game.loader.draft import Edit
from game.loader.repairs import Repair, below, masked

__all__ = ["read_flow"]

_TOKEN = re.compile(r"""["'\[\]{},\n]|(?<=[ \t])#""")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^']|'')*'", re.DOTALL)
_COLON = re.compile(r":(?=\s|\Z)")
_CLOSING = re.compile(r"[\]}]")
_LONGEST = 100
"""Lines behind which an open bracket is taken for a sentence's."""


def read_flow(text: str, start: int, column: int) -> tuple[int | None, tuple[Repair, ...]]:
    """The place behind the closing bracket, and what is wrong on the way to it.

    None where it is not closed before a line that stands no deeper than `column`.
    """
    repairs: list[Repair] = []
    depth = lines = 0
    position = piece = start
    while token := _TOKEN.search(text, position):
        mark = token[0]
        position = token.end()
        if mark in "\"'":
            quoted = _QUOTED.match(text, token.start())
            if quoted is not None and _begins_value(text, token.start()):
                position = quoted.end()
        elif mark == "#":
            stop = _line_end(text, position)
            if _CLOSING.search(text, position, stop):  # what stands behind it belongs to the brackets
                edit = masked(text, token.start(), position)
                lost = text[token.start() : stop].rstrip()
                repairs.append(Repair("comment-in-speech", token.start(), stop, (edit,), {"lost": lost}))
            else:
                position = stop
        elif mark == "\n":
            lines += 1
            if lines > _LONGEST or _is_outside(text, position, column):
                return None, ()
        else:
            repairs += _piece_repairs(text, piece, token.start())
            if mark in ",]}" and text[token.start() - 1] == ":":
                # libyaml, unlike PyYAML's own parser, wants a blank behind a key without a value
                repairs.append(Repair(None, token.start(), token.start(), (Edit(token.start(), token.start(), " "),)))
            piece = position
            depth += (mark in "[{") - (mark in "]}")
            if depth == 0:
                return position, tuple(repairs)
    return None, ()


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def _begins_value(text: str, quote: int) -> bool:
    before = text[:quote].rstrip() if quote < 200 else text[quote - 200 : quote].rstrip()
    return before.endswith(("[", "{", ",", ":"))


def _is_outside(text: str, line: int, column: int) -> bool:
    """Whether the line that begins here is none of the brackets' any more."""
    indent = len(text[line : line + column + 1]) - len(text[line : line + column + 1].lstrip(" "))
    return indent <= column and text[line + indent : line + indent + 1] not in {"]", "}", "\n", "\r"}


def _piece_repairs(text: str, start: int, end: int) -> list[Repair]:
    """A second colon in what stands between two commas belongs to a sentence."""
    colons = [found.end() for found in _COLON.finditer(text, start, end)]
    if len(colons) < 2 or any(text[place:end].lstrip().startswith(('"', "'")) for place in (start, colons[0])):
        return []
    second = colons[1] - 1
    return [Repair("colon-in-speech", second, second + 1, (masked(text, second, end),), below(""))]
