"""A patient reading of text that YAML cannot read: line by line, telling and mending what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Literal

from game.loader.draft import Edit
from game.loader.keys import (
    are_of_one_part,
    begins_line,
    begins_with_key,
    holds_key,
    is_known_key,
    is_speech_key,
    takes_people,
)
from game.loader.levels import Level, is_closed
from game.loader.people import of_speaker, people_in, person_called
from game.loader.punctuation import Follows, Value, read_value, read_words
from game.loader.repairs import Repair, masked
from game.loader.strays import of_stray_dash
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["repairs_of"]

_LINE = re.compile(r"[^\r\n]*")
_BLANKS = re.compile(r"[ \t]*")
_DASH = re.compile(r"-(?:[ \t]+|\Z)")
_KEY = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'&*!|>%@`\[\]{},#?:-][^#]*?|[?:-][^\s#][^#]*?)[ \t]*:(?=[ \t]|\Z)"""
)
_GLUED_KEY = re.compile(r"([a-z_]+):(?=\S)")
_BARE_KEY = re.compile(r"([a-z_]+)(?=[ \t]|\Z)")
_GLUED_DASH = re.compile(r"-([a-z_]+):(?=[ \t]|\Z)")
_WRONG_COLON = re.compile(r"([a-z_]+)[ \t]*([;\uff1a\ufe55\ua789])")
"""Marks that are taken for a colon."""
_MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \t]|\Z)")
_TAB = "  "
"""What a tab is taken for in indentation."""


_Reading = Generator[Repair, None, int]
"""Gives the repairs, and in the end the offset at which the last line it took ends."""


def repairs_of(text: str) -> list[Repair]:
    """What is wrong with a text that YAML cannot read, as far as it can be told line by line."""
    return list(_Layout(text).repairs())


class _Layout:
    """Reads a text line by line and keeps track of what is open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._levels: list[Level] = []
        self._follows: Follows = "block"
        """What deeper lines below the last value are."""
        self._column = -1
        """The column of the last key or dash."""
        self._key = ""
        """The key the last value stands under."""
        self._people = people_in(text)
        """By the name shown: what a person is called in the file."""
        self._fold = ""
        """The `>-`, or its like, below which no line that stands deeper has been read yet."""
        self._is_fold_new = True
        """Whether none of its lines was told yet."""
        self._has_tabs_above = False
        """Whether the line above is indented with tabs, which is told once."""
        self._is_scenario = holds_key(text)
        """Whether a key of a scenario begins a line, so that lines above it are loose."""
        self._moved_from = -1
        """Lines that stand here or deeper are moved with a misplaced one above them; -1: none are."""
        self._moved_by = 0
        self._moves_deeper: Literal["all", "strays", "none"] = "none"
        """Which deeper lines below are the misplaced line's own."""

    def repairs(self) -> Iterator[Repair]:
        """Read the whole text."""
        start = 0
        while start < len(self._text):
            end = _match_end(_LINE, self._text, start, len(self._text))
            marker = _MARKER.match(self._text, start, end)
            if marker and self._levels:
                rest = Edit(start, len(self._text), "")
                yield Repair("several-documents", start, marker.end(), (rest,), is_guess=True)
                return
            if not marker:
                end = yield from self._line(start, end)
            start = end + (2 if self._text.startswith("\r\n", end) else 1)

    def _line(self, start: int, end: int) -> _Reading:
        """Read a line, and give back the end of the last line its value takes."""
        first = _match_end(_BLANKS, self._text, start, end)
        indent = self._text[start:first]
        is_below = len(indent.split("\t")[0]) > self._column
        if first == end:
            return end
        if self._follows == "text":
            if is_below:
                self._fold = ""
                return end
            if self._fold and not begins_line(self._text, first, end):
                yield self._folded(start, first, end)
                return end
        if self._text[first] == "#":
            if self._follows == "words" and is_below and is_speech_key(self._key):
                yield self._comment(first, end)
            elif self._follows == "words":
                self._follows = "nothing"
            return end
        column = len(indent)
        if "\t" in indent and not (self._follows == "words" and is_below):
            column = self._untabbed(indent, is_dash=_match(_DASH, self._text, first, end))
            spaces = Edit(start, first, " " * column)
            code = None if self._has_tabs_above else "tab-indentation"
            self._has_tabs_above = True
            yield Repair(code, start + indent.index("\t"), first, (spaces,))
        else:
            self._has_tabs_above = False
        return (yield from self._placed(start, first, end, column))

    def _untabbed(self, indent: str, *, is_dash: bool) -> int:
        """The column that tabs stand for: that of the line above, if some width of a tab gives it."""
        widths = [len(indent.replace("\t", " " * width)) for width in (len(_TAB), 4, 8)]
        top = self._levels[-1] if self._levels and not self._has_tabs_above else None
        near = top is not None and top.is_list == is_dash and top.column in widths
        return top.column if top is not None and near else widths[0]

    def _folded(self, start: int, first: int, end: int) -> Repair:
        """Move a line of a sentence below `>-` to where it belongs; the first is told."""
        column = self._column + len(_TAB)
        code = "loose-text" if self._is_fold_new else None
        self._is_fold_new = False
        values: dict[str, str | int] = {"variant": "folded", "header": self._fold, "column": column + 1}
        last = first + len(self._text[first:end].rstrip())
        return Repair(code, first, last, (Edit(start, first, " " * column),), values)

    def _comment(self, first: int, end: int) -> Repair:
        """Report a line of a sentence that begins with a `#`."""
        lost = self._text[first:end].rstrip()
        values: dict[str, str | int] = {"variant": "below", "lost": lost, "column": self._column + 1}
        return Repair("comment-in-speech", first, end, (masked(self._text, first, end),), values)

    def _placed(self, start: int, first: int, end: int, written: int) -> _Reading:
        """Find out where a line belongs, tell it if it stands elsewhere, and read it there."""
        column = written
        if self._is_moved(written):
            column += self._moved_by
        elif written < self._moved_from:
            self._moved_from = -1
        is_structure = begins_with_key(self._text, start, end)
        if self._follows == "words" and column > self._column and not is_structure:
            value = self._more_words(first, end)
            self._follows = value.follows
            if column != written:
                yield self._move(None, start, first, end, column)
            yield from value.repairs
            return end
        if self._known(_GLUED_DASH, first, end) and any(
            level.is_list and level.column == column for level in self._levels
        ):
            space = Edit(first + 1, first + 1, " ")
            yield Repair("dash-in-speech", first, first + 1, (space,), {"variant": "glued"})
            return (yield from self._entry(first + 1, end, column, is_item=True))
        if key := self._key_of_item(first, end, column):
            yield self._missing_dash(first, key, column)
            return (yield from self._entry(first, end, column, is_item=True))
        place = self._place(first, end, column)
        if place is None:
            yield from self._loose(start, first, end)
            return end
        if place != column:
            self._moved_from, self._moved_by = written, place - written
        if place != written:
            yield self._move("wrong-indentation" if place != column else None, start, first, end, place)
        end = yield from self._entry(first, end, place)
        if written == self._moved_from:
            is_item = _match(_DASH, self._text, first, end)
            self._moves_deeper = "all" if self._follows == "block" else "strays" if is_item else "none"
        return end

    def _more_words(self, first: int, end: int) -> Value:
        """Read a line that goes on with the words above it."""
        if not _match(_DASH, self._text, first, end):
            return read_words(self._text, first, end, self._key)
        column = next((level.column for level in reversed(self._levels) if level.is_list), -1)
        values = of_stray_dash(self._key, column)
        dash = Repair("dash-in-speech", first, first + 1, (masked(self._text, first, end),), values)
        return Value(end, "words", (dash,))

    def _is_moved(self, column: int) -> bool:
        """Whether a line moves along with the misplaced one above it: it stands in its column, or belongs to it."""
        if column == self._moved_from or self._moved_from < 0:
            return column == self._moved_from
        is_stray = all(level.column != column for level in self._levels)
        return column > self._moved_from and (
            self._moves_deeper == "all" or (self._moves_deeper == "strays" and is_stray)
        )

    def _move(self, code: str | None, start: int, first: int, end: int, column: int) -> Repair:
        """Move a line to a column; without a code it is silently moved with another."""
        last = first + len(self._text[first:end].rstrip())
        values: dict[str, str | int] = {"column": first - start + 1, "place": column + 1}
        return Repair(code, first, last, (Edit(start, first, " " * column),), values)

    def _place(self, first: int, end: int, column: int) -> int | None:
        """The column nearest to its own at which a line may stand; None where it belongs to nothing."""
        is_dash = _match(_DASH, self._text, first, end)
        is_key = is_dash or _match(_KEY, self._text, first, end)
        if not is_key and not self._may_be_entry(first, end, column):
            return None
        if not self._levels or (self._follows == "block" and column > self._column):
            return column
        levels = {level.column: level.keys for level in self._levels if level.is_list == is_dash}
        if self._follows == "block" and is_dash and not self._levels[-1].is_list:
            levels[self._levels[-1].column] = set()
        if column in levels:
            return column
        if not is_key or not levels:
            return None
        key = _KEY.match(self._text, first, end)
        if key and not is_dash:
            name = _bare(key[0])
            levels = {place: keys for place, keys in levels.items() if are_of_one_part({*keys, name})} or levels
        return min(levels, key=lambda place: (abs(place - column), -place))

    def _may_be_entry(self, first: int, end: int, column: int) -> bool:
        """Whether a line without a key may be more than loose text: a key that lacks its colon, or a value."""
        if self._follows == "block" and (self._key if self._levels else not self._is_scenario):
            return column > self._column or self._text[first] in "-\"'"
        patterns = (_GLUED_KEY, _BARE_KEY, _WRONG_COLON)
        if self._text[first] in "[{\"'" or any(self._known(pattern, first, end) for pattern in patterns):
            return True
        name = self._text[first:end].strip()
        return is_name(name) and self._has_keys_below(end, column)

    def _key_of_item(self, first: int, end: int, column: int) -> str:
        """The key before which the dash of a new item is missing: in the dashes' column, and there already."""
        key = _KEY.match(self._text, first, end)
        places = [number for number, level in enumerate(self._levels) if level.is_list and level.column == column]
        above = self._levels[places[-1] + 1 :] if places else []
        name = _bare(key[0]) if key else ""
        return name if above and name in above[0].keys else ""

    def _missing_dash(self, first: int, key: str, column: int) -> Repair:
        """Put the dash in front of a key; the lines below stand already where the item's keys do."""
        values: dict[str, str | int] = {"key": key, "column": column + 1}
        return Repair("missing-dash", first, first + len(key), (Edit(first, first, "- "),), values)

    def _entry(self, first: int, end: int, column: int, *, is_item: bool = False) -> _Reading:
        """Read a line that stands where it may: dashes, a key, a value."""
        is_new = not self._levels or column > self._levels[-1].column
        is_dash = _match(_DASH, self._text, first, end)
        while self._levels and is_closed(self._levels[-1], column, is_dash=is_dash or is_item):
            self._levels.pop()
        if is_item:
            column += len("- ")
        while dash := _DASH.match(self._text, first, end):
            self._open(column, is_list=True)
            self._key = "" if is_speech_key(self._levels[-1].key) else self._levels[-1].key
            column += dash.end() - first
            first = dash.end()
            is_new = True
        if first == end or self._text[first] == "#":
            self._follows = "block"
            return end
        return (yield from self._content(first, end, column, is_new=is_new))

    def _content(self, first: int, end: int, column: int, *, is_new: bool) -> _Reading:
        """Read what stands behind the dashes of a line: a key with its value, or a value alone."""
        if (
            self._text[first] in "\"'"
            and not _match(_KEY, self._text, first, end)
            and _match(_KEY, self._text, first + 1, end)
            and self._text.find(self._text[first], first + 1, end) < 0
        ):
            yield Repair("unclosed-quote", first, first + 1, (Edit(first, first + 1, ""),))
            first += 1
        if glued := self._known(_GLUED_KEY, first, end):
            space = Edit(glued.end(), glued.end(), " ")
            yield Repair("colon-without-space", first, glued.end(), (space,), {"key": glued[1]})
            return (yield from self._keyed(glued.end(), end, glued[1], column))
        key = _KEY.match(self._text, first, end)
        if key and not (is_new and self._is_sentence(key[0])):
            return (yield from self._keyed(key.end(), end, _bare(key[0]), column))
        wrong = self._known(_WRONG_COLON, first, end)
        if wrong and (not is_new or self._has_sibling(end, column)):
            values: dict[str, str | int] = {"variant": "wrong", "key": wrong[1], "mark": wrong[2]}
            yield Repair("missing-colon", *wrong.span(2), (Edit(wrong.end(1), wrong.end(), ": "),), values)
            return (yield from self._keyed(wrong.end(), end, wrong[1], column))
        bare = self._known(_BARE_KEY, first, end)
        if bare and (not is_new or self._has_sibling(end, column)):
            yield Repair("missing-colon", first, bare.end(), (Edit(bare.end(), bare.end(), ":"),), {"key": bare[1]})
            return (yield from self._keyed(bare.end(), end, bare[1], column))
        last = first + len(self._text[first:end].rstrip())
        wants_words = is_new and is_known_key(self._key) and is_speech_key(self._key)
        if is_name(self._text[first:last]) and self._has_keys_below(end, column) and not wants_words:
            yield Repair("missing-colon", first, last, (Edit(last, last, ":"),), {"key": self._text[first:last]})
            return (yield from self._keyed(last, end, self._text[first:last], column))
        if is_new:
            return (yield from self._value(first, end, self._key))
        yield from self._loose(self._text.rfind("\n", 0, first) + 1, first, end)
        return end

    def _known(self, pattern: re.Pattern[str], first: int, end: int) -> re.Match[str] | None:
        """The match of a pattern whose first group is a key of the format."""
        found = pattern.match(self._text, first, end)
        return found if found and is_known_key(found[1]) else None

    def _is_sentence(self, key: str) -> bool:
        """Whether a key is the beginning of a sentence: several words, where words are wanted."""
        is_words = is_speech_key(self._key) and len(key.split()) > 1 and not key.startswith(("'", '"'))
        return is_words and person_called(key[:-1], self._people) is None

    def _has_sibling(self, end: int, column: int) -> bool:
        """Whether a key of the format stands in the same column of the next line."""
        return self._indent_of_key_below(end) == column

    def _has_keys_below(self, end: int, column: int) -> bool:
        """Whether a key of the format stands deeper in the next line."""
        return self._indent_of_key_below(end) > column

    def _indent_of_key_below(self, end: int) -> int:
        """The column of the next line, if it begins with a key of the format, else -1."""
        line = end + (2 if self._text.startswith("\r\n", end) else 1)
        indent = _match_end(_BLANKS, self._text, line, len(self._text)) - line
        return indent if begins_with_key(self._text, line, len(self._text)) else -1

    def _open(self, column: int, *, is_list: bool) -> None:
        """Note that a list or a mapping is open at a column."""
        top = self._levels[-1] if self._levels else None
        if top is None or top.column != column or top.is_list != is_list:
            self._levels.append(Level(column, is_list, self._key))
        self._column = column

    def _keyed(self, start: int, end: int, key: str, column: int) -> _Reading:
        """Read what stands behind a key."""
        self._open(column, is_list=False)
        self._levels[-1].keys.add(key)
        return (yield from self._value(start, end, key))

    def _value(self, start: int, end: int, key: str) -> _Reading:
        """Read what stands behind a key or a dash."""
        self._key = key
        start = _match_end(_BLANKS, self._text, start, end)
        if start == end or (self._text[start] == "#" and self._text[start - 1] in " \t"):
            self._follows = "block"
            return end
        value = read_value(self._text, start, end, key, self._column)
        for repair in value.repairs:
            yield self._of_speaker(repair, start, key) if repair.code == "colon-in-speech" else repair
        self._follows = value.follows
        if value.follows == "text":
            self._fold, self._is_fold_new = self._text[start:end].split()[0], True
        return value.end

    def _of_speaker(self, repair: Repair, start: int, key: str) -> Repair:
        """A colon in a sentence, told as what stands behind a speaker where one stands before it."""
        words = self._text[start : repair.start].strip()
        if takes_people(key) and words in {CUSTOMER, YOU, NARRATOR, *self._people.values()}:
            return repair._replace(code="keys-in-a-row", start=start, values={"key": key, "inner": words})
        called = person_called(words, self._people) if takes_people(key) or not key else None
        return repair if called is None else repair._replace(values=of_speaker(called))

    def _loose(self, start: int, first: int, end: int) -> Iterator[Repair]:
        """Report a line that belongs to nothing, and leave it out."""
        last = first + len(self._text[first:end].rstrip())
        yield Repair("loose-text", first, last, (Edit(start, last, ""),))


def _bare(key: str) -> str:
    """A key without its colon and quotes."""
    return key[:-1].strip().strip("\"'")


def _match(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return pattern.match(text, start, end) is not None


def _match_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start
