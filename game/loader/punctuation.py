"""What YAML's punctuation does to a value that a trainer meant as words, found in text that YAML cannot read."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from game.loader.flow import read_flow
from game.loader.keys import begins_with_key, is_key_in, is_known_key, is_label_key, is_speech_key
from game.loader.repairs import Repair, begins_printed, below, masked, property_repair
from game.scenario.names import CUSTOMER, YOU

__all__ = ["Follows", "Value", "read_value"]

Follows = Literal["nothing", "words", "text", "block"]
"""What deeper lines below a value are: a fault, more of its words, its text whatever it looks like, or keys and lists
that are its own."""


class Value(NamedTuple):
    """What a value turned out to be."""

    end: int
    """The end of the line on which it ends."""
    follows: Follows
    repairs: tuple[Repair, ...] = ()


_BELOW_KEY = frozenset(("leading-character", "text-after-quote"))
"""Findings whose mend names the key."""
_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE_QUOTED = re.compile(r"'(?:[^']|'')*'")
_ESCAPE = re.compile(r"\\([\"\\\n\r])?")
"""A backslash, and behind it what it leaves as it is: all else would not read as it stands."""
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*|[ \t]*)\Z")
_FOLDED_LINE = re.compile(r"([|>][+-])[ \t]+(?=[^\s#])")
_COLON = re.compile(r":(?=[ \t]|\Z)")
_COMMENT = re.compile(r"[ \t]#")
_NOTHING = re.compile(r"(?:[ \t]+#.*|[ \t]*)\Z")


def read_value(text: str, start: int, end: int, key: str, column: int) -> Value:
    """Read the value that begins at `start` on the line that ends at `end`.

    `key` is the key it stands under, empty for a list item; `column` that of the key or the dash.
    """
    first = text[start]
    if first in "\"'":
        return _quoted(text, start, end, key, column)
    if first in "|>" and _BLOCK_HEADER.match(text, start, end):
        return Value(end, "text")
    if folded := _FOLDED_LINE.match(text, start, end):
        values = {"key": key, "character": folded[1], "variant": "folded" if key else "folded-item"}
        header = Repair("leading-character", *folded.span(1), (masked(text, start, end),), values)
        return Value(end, "words", (header,))
    if first in "[{":
        closing, repairs = read_flow(text, start, column)
        if closing is not None:
            stop = _line_end(text, closing)
            if _NOTHING.match(text, closing, stop):
                return Value(stop, "nothing", repairs)
        code = "leading-character" if is_speech_key(key) else "unclosed-bracket"
        return _spoilt(text, code, key, (start, start + 1), (start, end))
    if first in "&*!":
        return _trick(text, start, end, key, column)
    if first == "-" and _is_apart(text, start, end):
        return _spoilt(text, "dash-in-speech", key, (start, start + 1), (start, end))
    if first in "|>%@`,]}" or (first == "?" and _is_apart(text, start, end)):
        return _spoilt(text, "leading-character", key, (start, start + 1), (start, end))
    return read_words(text, start, end, key)


def read_words(text: str, start: int, end: int, key: str) -> Value:
    """Read words without quotes, or one line of them."""
    stop = end
    follows: Follows = "words"
    if comment := _COMMENT.search(text, max(start - 1, 0), end):
        mark = comment.end() - 1
        before = text[start : comment.start()].rstrip()
        is_wide = mark - start - len(before) > 1 and text[mark + 1 : mark + 2] in {" ", "\t"}
        if is_speech_key(key) and not (is_wide and is_label_key(key)):
            if colon := _COLON.search(text, start, mark):
                return Value(end, "words", (_at_colon(text, start, colon.start(), end, key),))
            cut = Repair("comment-in-speech", mark, end, (masked(text, mark, end),), {"lost": text[mark:end].rstrip()})
            return Value(end, "words", (cut,))
        stop = comment.start()
        follows = "nothing"
    if colon := _COLON.search(text, start, stop):
        return Value(end, follows, (_at_colon(text, start, colon.start(), stop, key),))
    return Value(end, follows)


def _at_colon(text: str, start: int, colon: int, stop: int, key: str) -> Repair:
    """A colon in a sentence; or, where no sentence belongs, two keys on one line."""
    inner = text[start:colon].rstrip()
    if key and (not is_speech_key(key) or (key in {YOU, CUSTOMER} and is_key_in(inner, key))):
        edit = masked(text, start, stop)
        if key == "when":
            return Repair("bad-condition", colon, colon + 1, (edit,), {"variant": "colon", "word": inner})
        if not is_key_in(inner, key) and not is_known_key(inner):
            return Repair("colon-in-speech", colon, colon + 1, (edit,), {"variant": "value", "key": key})
        beside = {} if is_key_in(inner, key) else {"variant": "beside"}
        return Repair("keys-in-a-row", start, colon + 1, (edit,), {"key": key, "inner": inner, **beside})
    where = {"variant": "printed"} if begins_printed(text, start) else below(key)
    return Repair("colon-in-speech", colon, colon + 1, (masked(text, colon, stop),), where)


def _is_apart(text: str, start: int, end: int) -> bool:
    return start + 1 == end or text[start + 1] in " \t"


def _spoilt(text: str, code: str, key: str, extent: tuple[int, int], words: tuple[int, int]) -> Value:
    """A value that is taken for nothing but words, up to the end of its line."""
    values = {**below(key), "character": text[extent[0]]} if code in _BELOW_KEY else {}
    return Value(words[1], "words", (Repair(code, *extent, (masked(text, *words),), values),))


def _trick(text: str, start: int, end: int, key: str, column: int) -> Value:
    """A value with an anchor, an alias or a tag in front."""
    repair = property_repair(text, start, key)
    rest = repair.edits[0].end
    while rest < end and text[rest] in " \t":
        rest += 1
    if rest == end or text[rest] == "#":
        return Value(end, "block", (repair,))
    value = read_value(text, rest, end, key, column)
    return value._replace(repairs=(repair, *value.repairs))


def _quoted(text: str, start: int, end: int, key: str, column: int) -> Value:
    """A value in quotes, of one line or more."""
    pattern = _DOUBLE_QUOTED if text[start] == '"' else _SINGLE_QUOTED
    found = pattern.match(text, start)
    if found is None or (found.end() > end and _holds_structure(text, end, found.end(), column)):
        return _spoilt(text, "unclosed-quote", key, (start, start + 1), (start, end))
    closing = found.end()
    stop = _line_end(text, closing)
    if not _NOTHING.match(text, closing, stop):
        after = closing
        while text[after] in " \t":
            after += 1
        last = after + len(text[after:stop].rstrip())
        return _spoilt(text, "text-after-quote", key, (after, last), (start, stop))
    if text[start] == "'":
        return Value(stop, "nothing")
    escapes = _ESCAPE.finditer(text, start, closing)
    return Value(stop, "nothing", tuple(_bad_escape(text, *escape.span()) for escape in escapes if escape[1] is None))


def _bad_escape(text: str, start: int, end: int) -> Repair:
    return Repair("bad-escape", start, end + 1, (masked(text, start, end),), {"word": text[start : end + 1]})


def _holds_structure(text: str, start: int, end: int, column: int) -> bool:
    """Whether, between the quotes, a line begins with a key of the format, or with a dash that stands no deeper."""
    return any(
        begins_with_key(line, 0, len(line)) or line[: column + 2].lstrip().startswith("- ")
        for line in text[start + 1 : end].splitlines()
    )


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    if found < 0:
        return len(text)
    return found - 1 if text[found - 1 : found] == "\r" else found
