"""Where a line belongs, in a text that YAML cannot read, when it does not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from game.loader.draft import Edit
from game.loader.keys import are_of_one_part, begins_line, holds_names, is_known_key, is_lines_key
from game.loader.marks import BARE_KEY, DASH, GLUED_KEY, KEY, WRONG_COLON, bare, known, matches
from game.loader.outline import Outline
from game.loader.punctuation import Follows
from game.loader.repairs import Repair, of_blanks
from game.scenario.names import is_name

__all__ = [
    "Moves",
    "first_name_moved",
    "home_of_name",
    "key_of_item",
    "line_of_list",
    "missing_dash",
    "missing_dash_of_line",
    "moved",
    "place_of",
]


class Moves:
    """Which lines move along with a misplaced one above them, and how far."""

    def __init__(self) -> None:
        self._from = -1
        """Lines that stand here or deeper are moved; -1: none are."""
        self._by = 0
        self._deeper: Literal["all", "strays", "none"] = "none"
        """Which deeper lines below are the misplaced line's own."""

    def column_of(self, outline: Outline, written: int) -> int:
        """The column a line stands in, once it has moved along: in the misplaced line's own, or below it."""
        if self._takes_along(outline, written):
            return written + self._by
        if written < self._from:
            self._from = -1
        return written

    def begin(self, written: int, place: int) -> None:
        """A line is misplaced: it belongs into another column than it is written in."""
        self._from, self._by = written, place - written

    def go_on(self, written: int, follows: Follows, *, is_item: bool) -> None:
        """A line was read; if it is the misplaced one, what follows it decides about the deeper lines below."""
        if written == self._from:
            self._deeper = "all" if follows == "block" else "strays" if is_item else "none"

    def _takes_along(self, outline: Outline, column: int) -> bool:
        """Whether a line moves along: it stands in the misplaced one's column, or belongs to it."""
        if column == self._from or self._from < 0:
            return column == self._from
        is_stray = all(level.column != column for level in outline.levels)
        return column > self._from and (self._deeper == "all" or (self._deeper == "strays" and is_stray))


def place_of(outline: Outline, first: int, end: int, column: int) -> int | None:
    """The column nearest to its own at which a line may stand; None where it belongs to nothing."""
    is_dash = matches(DASH, outline.text, first, end)
    is_key = is_dash or matches(KEY, outline.text, first, end)
    if not is_key and not _may_be_entry(outline, first, end, column):
        return None
    if not outline.levels or (outline.follows == "block" and column > outline.column):
        return column
    levels = {level.column: level.keys for level in outline.levels if level.is_list == is_dash}
    if outline.follows == "block" and is_dash and not outline.levels[-1].is_list:
        levels[outline.levels[-1].column] = set()
    if column in levels:
        return column
    if not is_key or not levels:
        return None
    key = KEY.match(outline.text, first, end)
    if key and not is_dash:
        name = bare(key[0])
        levels = {place: keys for place, keys in levels.items() if are_of_one_part({*keys, name})} or levels
    return min(levels, key=lambda place: (abs(place - column), -place))


def _may_be_entry(outline: Outline, first: int, end: int, column: int) -> bool:
    """Whether a line without a key may be more than loose text: a key that lacks its colon, or a value."""
    if outline.follows == "block" and (outline.key if outline.levels else not outline.is_scenario):
        return column > outline.column or outline.text[first] in "-\"'"
    patterns = (GLUED_KEY, BARE_KEY, WRONG_COLON)
    if outline.text[first] in "[{\"'" or any(known(outline.text, pattern, first, end) for pattern in patterns):
        return True
    name = outline.text[first:end].strip()
    return is_name(name) and outline.has_keys_below(end, column)


def key_of_item(outline: Outline, first: int, end: int, column: int) -> str:
    """The key before which the dash of a new item is missing: in the dashes' column, and there already."""
    key = KEY.match(outline.text, first, end)
    places = [number for number, level in enumerate(outline.levels) if level.is_list and level.column == column]
    above = outline.levels[places[-1] + 1 :] if places else []
    name = bare(key[0]) if key else ""
    return name if above and name in above[0].keys else ""


def home_of_name(outline: Outline, first: int, end: int, column: int) -> int | None:
    """The column of the names a line belongs to that stands with none of them, nor with any keys; None for others.

    In column 0 stand the keys of the outermost mapping, of which it is none.
    """
    key = KEY.match(outline.text, first, end)
    if key is None or is_known_key(bare(key[0])) or outline.text[key.end() : end].split("#")[0].strip():
        return None
    names = next((level for level in outline.levels[1:2] if holds_names(level.key) and not level.is_list), None)
    if names is None or (column and any(level.column == column for level in outline.levels)):
        return None
    is_value = outline.follows == "block" and column > outline.column
    return names.column if not is_value and outline.indent_below(end) > (names.column if column else 0) else None


def first_name_moved(outline: Outline, first: int, end: int, column: int) -> Iterator[Repair]:
    """Move the first of some names to the column of the second, where it is the only one that stands deeper."""
    if column == 0 or home_of_name(outline, first, end, column) is None:
        return
    names = outline.levels[1]
    others = re.compile(rf"^[ ]{{{names.column}}}[^\s#-][^:\r\n]*:[ \t]*\r?$", re.MULTILINE)
    if column > names.column or len(names.keys) > 1 or others.search(outline.text, end):
        return
    (name,) = names.keys
    found = re.search(rf"^[ ]{{{names.column}}}(?={re.escape(name)}[ \t]*:)", outline.text[:first], re.MULTILINE)
    if found is not None:
        stop = found.end() + len(name)
        values = {**of_blanks(names.column, column, name), "name": name, "key": names.key}
        yield Repair("wrong-indentation", found.end(), stop, (Edit(*found.span(), " " * column),), values)
        names.column = column


def line_of_list(outline: Outline, first: int, end: int, column: int) -> str:
    """The key of the things said among which a line stands that has no dash, as they have; empty where it does not."""
    key = KEY.match(outline.text, first, end)
    is_speaker = key is not None and outline.is_person(bare(key[0])) and bool(outline.text[key.end() : end].strip())
    if not is_speaker and (key is not None or outline.text[first] == "-" or begins_line(outline.text, first, end)):
        return ""
    lists = (level for level in outline.levels if level.is_list and level.column == column)
    return next((level.key for level in lists if is_lines_key(level.key)), "")


def missing_dash(first: int, key: str, column: int) -> Repair:
    """Put the dash in front of a key; the lines below stand already where the item's keys do."""
    values: dict[str, str | int] = {"key": key, "blanks": column}
    return Repair("missing-dash", first, first + len(key), (Edit(first, first, "- "),), values)


def missing_dash_of_line(outline: Outline, first: int, end: int, key: str) -> Repair:
    """Put the dash in front of something said."""
    last = first + len(outline.text[first:end].rstrip())
    return Repair("missing-dash", first, last, (Edit(first, first, "- "),), {"variant": "line", "key": key})


def moved(outline: Outline, code: str | None, start: int, first: int, end: int, column: int) -> Repair:
    """Move a line to a column; without a code it is silently moved with another."""
    last = first + len(outline.text[first:end].rstrip())
    return Repair(code, first, last, (Edit(start, first, " " * column),), of_blanks(first - start, column))
