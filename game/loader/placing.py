"""Where a line belongs, in a text that YAML cannot read, when it does not stand there."""

from __future__ import annotations

from typing import Literal

from game.loader.draft import Edit
from game.loader.keys import are_of_one_part, holds_names, is_known_key
from game.loader.marks import BARE_KEY, DASH, GLUED_KEY, KEY, WRONG_COLON, bare, known, matches
from game.loader.outline import Outline
from game.loader.punctuation import Follows
from game.loader.repairs import Repair
from game.scenario.names import is_name

__all__ = ["Moves", "home_of_name", "key_of_item", "missing_dash", "moved", "place_of"]


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
    """The column of the names a line belongs to that begins in column 1 and is no key of the outermost mapping."""
    key = KEY.match(outline.text, first, end)
    if column or key is None or is_known_key(bare(key[0])) or outline.indent_below(end) <= 0:
        return None
    names = next((level for level in outline.levels[1:2] if holds_names(level.key) and not level.is_list), None)
    return names.column if names and not outline.text[key.end() : end].strip() else None


def missing_dash(first: int, key: str, column: int) -> Repair:
    """Put the dash in front of a key; the lines below stand already where the item's keys do."""
    values: dict[str, str | int] = {"key": key, "column": column + 1}
    return Repair("missing-dash", first, first + len(key), (Edit(first, first, "- "),), values)


def moved(outline: Outline, code: str | None, start: int, first: int, end: int, column: int) -> Repair:
    """Move a line to a column; without a code it is silently moved with another."""
    last = first + len(outline.text[first:end].rstrip())
    values: dict[str, str | int] = {"column": first - start + 1, "place": column + 1}
    return Repair(code, first, last, (Edit(start, first, " " * column),), values)
