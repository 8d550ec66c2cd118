"""A fault that was mended in memory: what is told of it, and how the text reads on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from game.diagnostics import Value
from game.loader.draft import Edit, mask
from game.loader.keys import is_speech_key

__all__ = ["PROPERTY", "Repair", "begins_printed", "below", "masked", "of_blanks", "property_repair"]

PROPERTY = re.compile(r"[&*!][^\s,\[\]{}]*")
"""YAML's anchors, aliases and tags."""

_BELOW = re.compile(r"\s*\n([ \t]*)(?=[^\s-])")
_CODES = {"&": "anchor", "*": "alias", "!": "tag"}


class Repair(NamedTuple):
    """A finding, and the edits with which the text can be read on."""

    code: str | None
    """None where nothing is to be told: the line is moved with another."""
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    values: Mapping[str, Value] = {}
    is_guess: bool = False
    """Whether something was left out, so that what is missing may have stood there."""


def masked(text: str, start: int, end: int) -> Edit:
    """An edit behind which the characters mean nothing to YAML any more."""
    return Edit(start, end, mask(text[start:end]))


def below(key: str) -> dict[str, Value]:
    """The values that say where a sentence stands: below a key, or below a dash."""
    return {"key": key} if key else {"variant": "item"}


def of_blanks(now: int, needed: int, name: str = "") -> dict[str, Value]:
    """The values of the finding on a line, or a name, that has not as many blanks in front as it needs."""
    variant = "fewer" if needed < now else "more"
    return {"variant": f"name-{variant}" if name else variant, "now": now, "blanks": needed, "by": abs(needed - now)}


def begins_printed(text: str, start: int) -> bool:
    """Whether a sentence begins with a quotation mark as printers use them, which means nothing to YAML."""
    return text[start] in "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"


def property_repair(text: str, start: int, key: str) -> Repair:
    """The repair of a value that begins with `&`, `*` or `!`: a sentence of the trainer's, or a trick of YAML's."""
    found = PROPERTY.match(text, start)
    end = found.end() if found else start + 1
    if key == "when" and text[start] == "!":
        word = text[start + 1 : end]
        edit = masked(text, start, start + 1)
        return Repair("bad-condition", start, start + 1, (edit,), {"variant": "exclamation", "word": word})
    if is_speech_key(key) and _is_sentence(text, start, end):
        where = {"variant": "bullet"} if text[start : start + 2] == "* " else below(key)
        stop = start + 1
        while text[stop : stop + 1] == text[start]:
            stop += 1
        edit = masked(text, start, stop)
        return Repair("leading-character", start, start + 1, (edit,), {"character": text[start], **where})
    blank = start + 1 if text[start] == "*" else end
    return Repair(
        _CODES[text[start]], start, end, (Edit(start, blank, " " * (blank - start)),), {"word": text[start:end]}
    )


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a value with an anchor, an alias or a tag in front may be words: it is not, before or among brackets."""
    line = text.rfind("\n", 0, start) + 1
    if text[start] == "*":
        return text[line : line + 1] in {" ", "\t"} and not text[:start].rstrip(" ").endswith(("[", ","))
    following = text[end : end + 80].lstrip(" ")[:1]
    if following in {"", "\r", "\n"}:
        below = _BELOW.match(text, end)
        return below is None or len(below[1]) <= _indent(text, line)
    return following not in {"[", "{", '"', "'"}


def _indent(text: str, line: int) -> int:
    return len(text[line : line + 100]) - len(text[line : line + 100].lstrip())
