"""What is open at a line of a text that YAML cannot read: lists, mappings, a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.loader.keys import begins_with_key, holds_key, is_lines_key, takes_keys
from game.loader.marks import BLANKS, LINE, SPEAKER, match_end
from game.loader.people import people_in
from game.loader.punctuation import Follows
from game.scenario.names import CUSTOMER, NARRATOR, YOU

__all__ = ["Level", "Outline", "is_closed"]


@dataclass
class Level:
    """An open list or mapping: the column of its dashes or keys."""

    column: int
    is_list: bool
    key: str
    """The key it stands under."""
    keys: set[str] = field(default_factory=set)
    """The keys of a mapping so far."""


def is_closed(level: Level, column: int, *, is_dash: bool) -> bool:
    """Whether a line at the column ends the list or mapping."""
    return level.column > column or (level.column == column and level.is_list and not is_dash)


class Outline:
    """What was read of a text so far, and what is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.levels: list[Level] = []
        self.follows: Follows = "block"
        """What deeper lines below the last value are."""
        self.column = -1
        """The column of the last key or dash."""
        self.key = ""
        """The key the last value stands under."""
        self.people = people_in(text)
        """By the name shown: what a person is called in the file."""
        self.fold = ""
        """The `>-`, or its like, below which no line that stands deeper has been read yet."""
        self.is_fold_new = True
        """Whether none of its lines was told yet."""
        self.has_speaker = False
        """Whether a speaker below the words of the last value was told."""
        self.is_scenario = holds_key(text)
        """Whether a key of a scenario begins a line, so that lines above it are loose."""

    def open(self, column: int, *, is_list: bool) -> None:
        """Note that a list or a mapping is open at a column."""
        top = self.levels[-1] if self.levels else None
        if top is None or top.column != column or top.is_list != is_list:
            self.levels.append(Level(column, is_list, self.key))
        self.column = column

    @property
    def dash_column(self) -> int:
        """The column of the dashes of the innermost list; -1 where none is open."""
        return next((level.column for level in reversed(self.levels) if level.is_list), -1)

    def speaker(self, first: int, end: int) -> str:
        """The person whose words stand on a line, where things said may stand; empty where there is none."""
        found = SPEAKER.match(self.text, first, end)
        return found[1] if found and self.is_person(found[1]) and (not self.key or is_lines_key(self.key)) else ""

    def is_person(self, name: str) -> bool:
        """Whether somebody who may speak is called so in the file."""
        return name in {CUSTOMER, YOU, NARRATOR, *self.people.values()}

    def has_sibling(self, end: int, column: int) -> bool:
        """Whether a key of the format stands in the same column of the next line."""
        return self.indent_of_key_below(end) == column

    def has_keys_below(self, end: int, column: int) -> bool:
        """Whether a key of the format stands deeper in the next line."""
        return self.indent_of_key_below(end) > column

    def has_part_below(self, end: int, key: str) -> bool:
        """Whether keys stand deeper in the next line than the last key, which takes keys; a speaker's never do."""
        is_speaker = key in {CUSTOMER, YOU} and self.column > 0
        return takes_keys(key) and not is_speaker and self.indent_of_key_below(end) > self.column

    def has_below(self, end: int, key: str) -> bool:
        """Whether the key stands among the lines below that are deeper than the last one."""
        while self.indent_below(end) > self.column:
            line = self._next_line(end)
            if self.text.startswith(f"{key}:", line + self.indent_below(end)):
                return True
            end = match_end(LINE, self.text, line, len(self.text))
        return False

    def indent_of_key_below(self, end: int) -> int:
        """The column of the next line, if it begins with a key of the format, else -1."""
        line = self._next_line(end)
        return self.indent_below(end) if begins_with_key(self.text, line, len(self.text)) else -1

    def indent_below(self, end: int) -> int:
        """The column in which the next line begins."""
        line = self._next_line(end)
        return match_end(BLANKS, self.text, line, len(self.text)) - line

    def _next_line(self, end: int) -> int:
        return end + (2 if self.text.startswith("\r\n", end) else 1)
