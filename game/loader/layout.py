"""A patient reading of text that YAML cannot read: line by line, telling and mending what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterator

from game.loader.draft import Edit
from game.loader.entries import Taken, loose, read_entry
from game.loader.keys import begins_line, begins_with_key, is_speech_key
from game.loader.marks import BLANKS, DASH, GLUED_DASH, LINE, MARKER, bare, known, match_end, matches
from game.loader.outline import Outline
from game.loader.placing import (
    Moves,
    first_name_moved,
    home_of_name,
    key_of_item,
    line_of_list,
    missing_dash,
    missing_dash_of_line,
    moved,
    place_of,
)
from game.loader.punctuation import Value, read_words
from game.loader.repairs import Repair, masked, of_blanks
from game.loader.strays import of_stray_dash

__all__ = ["repairs_of"]

_TAB = "  "
"""What a tab is taken for in indentation."""


def repairs_of(text: str) -> list[Repair]:
    """What is wrong with a text that YAML cannot read, as far as it can be told line by line."""
    return list(_Layout(text).repairs())


class _Layout:
    """Reads a text line by line."""

    def __init__(self, text: str) -> None:
        self._outline = Outline(text)
        self._moves = Moves()
        self._has_tabs_above = False
        """Whether the line above is indented with tabs, which is told once."""

    def repairs(self) -> Iterator[Repair]:
        """Read the whole text."""
        outline = self._outline
        start = 0
        while start < len(outline.text):
            end = match_end(LINE, outline.text, start, len(outline.text))
            marker = MARKER.match(outline.text, start, end)
            if marker and outline.levels:
                rest = Edit(start, len(outline.text), "")
                yield Repair("several-documents", start, marker.end(), (rest,), is_guess=True)
                return
            if not marker:
                end = yield from self._line(start, end)
            start = end + (2 if outline.text.startswith("\r\n", end) else 1)

    def _line(self, start: int, end: int) -> Taken:
        """Read a line, and give back the end of the last line its value takes."""
        outline = self._outline
        first = match_end(BLANKS, outline.text, start, end)
        indent = outline.text[start:first]
        is_below = len(indent.split("\t")[0]) > outline.column
        if first == end:
            return end
        if outline.follows == "text":
            if is_below:
                outline.fold = ""
                return end
            if outline.fold and not begins_line(outline.text, first, end):
                yield self._folded(start, first, end)
                return end
        if outline.text[first] == "#":
            if outline.follows == "words" and is_below and is_speech_key(outline.key):
                yield self._comment(first, end)
            elif outline.follows == "words":
                outline.follows = "nothing"
            return end
        column = len(indent)
        if "\t" in indent and not (outline.follows == "words" and is_below):
            column = self._untabbed(indent, is_dash=matches(DASH, outline.text, first, end))
            spaces = Edit(start, first, " " * column)
            code = None if self._has_tabs_above else "tab-indentation"
            self._has_tabs_above = True
            yield Repair(code, start + indent.index("\t"), first, (spaces,))
        else:
            self._has_tabs_above = False
        return (yield from self._placed(start, first, end, column))

    def _untabbed(self, indent: str, *, is_dash: bool) -> int:
        """The column that tabs stand for: that of the line above, if some width of a tab gives it."""
        outline = self._outline
        widths = [len(indent.replace("\t", " " * width)) for width in (len(_TAB), 4, 8)]
        top = outline.levels[-1] if outline.levels and not self._has_tabs_above else None
        near = top is not None and top.is_list == is_dash and top.column in widths
        return top.column if top is not None and near else widths[0]

    def _folded(self, start: int, first: int, end: int) -> Repair:
        """Move a line of a sentence below `>-` to where it belongs; the first is told."""
        outline = self._outline
        column = outline.column + len(_TAB)
        code = "loose-text" if outline.is_fold_new else None
        outline.is_fold_new = False
        values: dict[str, str | int] = {"variant": "folded", "header": outline.fold, "blanks": column}
        last = first + len(outline.text[first:end].rstrip())
        return Repair(code, first, last, (Edit(start, first, " " * column),), values)

    def _comment(self, first: int, end: int) -> Repair:
        """Report a line of a sentence that begins with a `#`."""
        outline = self._outline
        lost = outline.text[first:end].rstrip()
        values: dict[str, str | int] = {"variant": "below", "lost": lost, "blanks": outline.column}
        return Repair("comment-in-speech", first, end, (masked(outline.text, first, end),), values)

    def _placed(self, start: int, first: int, end: int, written: int) -> Taken:
        """Find out where a line belongs, tell it if it stands elsewhere, and read it there."""
        outline = self._outline
        column = self._moves.column_of(outline, written)
        speaker = outline.speaker(first, end)
        is_structure = begins_with_key(outline.text, start, end) and not speaker
        if outline.follows == "words" and column > outline.column and not is_structure:
            value = self._more_words(first, end, speaker)
            outline.follows = value.follows
            if column != written:
                yield moved(outline, None, start, first, end, column)
            yield from value.repairs
            return end
        if known(outline.text, GLUED_DASH, first, end) and any(
            level.is_list and level.column == column for level in outline.levels
        ):
            space = Edit(first + 1, first + 1, " ")
            yield Repair("dash-in-speech", first, first + 1, (space,), {"variant": "glued"})
            return (yield from read_entry(outline, first + 1, end, column, is_item=True))
        if key := key_of_item(outline, first, end, column):
            yield missing_dash(first, key, column)
            return (yield from read_entry(outline, first, end, column, is_item=True))
        yield from first_name_moved(outline, first, end, column)
        home = home_of_name(outline, first, end, column)
        if home is not None:
            return (yield from self._slipped(start, first, end, home))
        if said := line_of_list(outline, first, end, column):
            yield missing_dash_of_line(outline, first, end, said)
            return (yield from read_entry(outline, first, end, column, is_item=True))
        place = place_of(outline, first, end, column)
        if place is None:
            yield from loose(outline, start, first, end)
            return end
        if place != column:
            self._moves.begin(written, place)
        if place != written:
            yield moved(outline, "wrong-indentation" if place != column else None, start, first, end, place)
        end = yield from read_entry(outline, first, end, place)
        self._moves.go_on(written, outline.follows, is_item=matches(DASH, outline.text, first, end))
        return end

    def _slipped(self, start: int, first: int, end: int, place: int) -> Taken:
        """Put a name back among the others; what stands below it may have to move as well."""
        outline = self._outline
        move = moved(outline, "wrong-indentation", start, first, end, place)
        name = bare(outline.text[first:end].rstrip())
        written = first - start
        values = {**of_blanks(written, place, name), "name": name, "key": outline.levels[1].key}
        yield move._replace(end=first + len(name), values=values)
        if outline.indent_below(end) <= place:
            self._moves.begin(written, place)
        end = yield from read_entry(outline, first, end, place)
        self._moves.go_on(written, outline.follows, is_item=False)
        return end

    def _more_words(self, first: int, end: int, speaker: str) -> Value:
        """Read a line that goes on with the words above it."""
        outline = self._outline
        if speaker and outline.text[first] != "-":
            return Value(end, "words", (self._of_speaker(first, end, speaker),))
        if not matches(DASH, outline.text, first, end):
            return read_words(outline.text, first, end, outline.key)
        values = of_stray_dash(outline.key, outline.dash_column)
        dash = Repair("dash-in-speech", first, first + 1, (masked(outline.text, first, end),), values)
        return Value(end, "words", (dash,))

    def _of_speaker(self, first: int, end: int, speaker: str) -> Repair:
        """Report a line with a speaker that became part of the words above it; the first of them is told."""
        outline = self._outline
        code = None if outline.has_speaker else "mixed-line"
        outline.has_speaker = True
        where: dict[str, str | int] = {"variant": "below", "key": outline.key}
        if not outline.key:
            where = {"variant": "item", "blanks": outline.dash_column}
        edit = masked(outline.text, first, end)
        return Repair(code, first, first + len(speaker), (edit,), {"person": speaker, **where})
