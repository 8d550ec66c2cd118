"""What has become part of a text that a trainer did not mean so: dashes below it, and backslashes in it."""

from __future__ import annotations

import re

import yaml
from yaml import ScalarNode

from game.diagnostics import Value
from game.loader.keys import begins_line, is_known_key, is_lines_key
from game.loader.walk import Walk

__all__ = ["column_above", "of_stray_dash", "tell_escapes", "tell_strays", "tell_unfolded"]

_STRAY_DASH = re.compile(r"(?<=\n)[ \t]*(-)(?=[ \t])")
_NEXT_WORDS = re.compile(r"\s*")
_ESCAPE = re.compile(r"\\(?:[\"\\\r\n]|(.))")
"""A backslash and what follows, which is caught where a text would not read as it stands."""


def tell_strays(walk: Walk, node: ScalarNode, place: yaml.Node) -> None:
    """Report lines of a text without quotes that begin with a dash: each was meant to be said on its own."""
    text = walk.draft.text
    line = text.rfind("\n", 0, node.start_mark.index) + 1
    before = text[line : node.start_mark.index]
    is_bare = before.lstrip().startswith("-") and place.start_mark.index < line
    values = of_stray_dash("" if is_bare else place.value, before.find("-"))
    for dash in _STRAY_DASH.finditer(text, node.start_mark.index, node.end_mark.index):
        walk.tell("dash-in-speech", dash.span(1), **values)


def of_stray_dash(key: str, column: int) -> dict[str, Value]:
    """The values of the finding on a dash in a text that stands under a key, in an item whose dash has the column.

    The key is empty where the item is the text itself; the column is -1 where there is no item.
    """
    if is_lines_key(key):
        return {"variant": "below", "key": key}
    if column < 0 or is_known_key(key):
        return {"variant": "words"}
    return {"variant": "deep", "blanks": column}


def column_above(text: str, node: ScalarNode, place: yaml.Node) -> int:
    """The column, from 0, of the key or the dash a text without quotes stands behind or below."""
    if place.start_mark.line == node.start_mark.line:
        return int(place.start_mark.column)
    line = text.rfind("\n", 0, node.start_mark.index) + 1
    before = text[line : node.start_mark.index].rstrip()
    return len(before) - 1 if before else int(place.start_mark.column)


def tell_unfolded(walk: Walk, node: ScalarNode, place: yaml.Node) -> None:
    """Report a `>-` below which nothing stands deeper: the sentence is the next line, or missing."""
    text = walk.draft.text
    header = text[node.start_mark.index : walk.draft.line_end(node.start_mark.index)].split()[0]
    below = _NEXT_WORDS.match(text, walk.draft.line_end(node.start_mark.index))
    start = below.end() if below else len(text)
    end = walk.draft.line_end(start)
    if start == end or begins_line(text, start, end):
        walk.tell("empty-text", walk.extent(node), variant="folded", header=header)
    else:
        blanks = column_above(text, node, place) + 2
        walk.tell("loose-text", (start, end), variant="folded", header=header, blanks=blanks)
        walk.cover(start, end)


def tell_escapes(walk: Walk, node: ScalarNode) -> bool:
    """Report backslashes between double quotes behind which the text is not what stands in the file."""
    escapes = _ESCAPE.finditer(walk.draft.text, node.start_mark.index, node.end_mark.index)
    bad = [escape for escape in escapes if escape[1]]
    for escape in bad:
        walk.tell("bad-escape", escape.span(), word=escape[0])
    return bool(bad)
