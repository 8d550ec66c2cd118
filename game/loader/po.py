"""Catalogues of translations: gettext's PO files, read strictly and kept whole.

What is read can be written again without loss: translators' comments, fields of the header, previous sentences.
Babel's own reader is not used for that. It takes `#|` for a comment, drops fields of the header it does not know,
cuts letters off a text without quotation marks and gives a stray translation to the next sentence (Babel 2.18).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from game.diagnostics import Diagnostic
from game.loader.contents import Contents, contents_of_file, contents_of_text
from game.loader.source import Source

__all__ = ["FUZZY", "PoEntry", "PoFile", "PoReading", "read_po", "read_po_text"]

FUZZY = "fuzzy"

_LINE_BREAK = re.compile(r"\r\n?|\n")
_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD_LINE = re.compile(rf"(msgctxt|msgid|msgstr)\s*({_STRING})")
_STRING_LINE = re.compile(_STRING)
_KEYWORD = re.compile(r"(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d*\])?)(?!\w)")
_KEYWORDS = ("msgctxt", "msgid", "msgstr")
_PLURAL = ("msgid_plural", "msgstr[")
_FOLLOWS = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgstr",),
    "msgstr": ("msgctxt", "msgid"),
}
"""What may come after what; nothing stands before the first."""
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""What an escape such as `\\r` would smuggle into a text people read."""
_ENOUGH = 20
"""Faults after which a file is not read on."""


class PoEntry(NamedTuple):
    """A sentence of a catalogue and its translation."""

    context: str
    original: str
    translation: str
    comments: tuple[str, ...] = ()
    """The translators' own, line by line, as they stand behind the `#`."""
    notes: tuple[str, ...] = ()
    """What is told to translators (`#.`)."""
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str = ""
    """The sentence the translation was made for, where it was reworded since (`#|`)."""
    is_obsolete: bool = False
    """Whether the sentence is no longer in the case (`#~`)."""
    line: int = 0
    """Where its `msgid` stands."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others."""
        return self.context, self.original

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody has to look at the translation again."""
        return FUZZY in self.flags

    @property
    def is_usable(self) -> bool:
        """Whether the translation can be shown."""
        return bool(self.translation) and not self.is_fuzzy and not self.is_obsolete


class PoFile(NamedTuple):
    """All that stands in a catalogue."""

    header: PoEntry | None
    """The entry without a sentence: its translation holds the fields of the header."""
    entries: tuple[PoEntry, ...]
    tail: tuple[str, ...] = ()
    """Comments behind the last entry."""
    newline: str = "\n"


@dataclass(frozen=True)
class PoReading:
    """What came of reading a catalogue."""

    file: PoFile | None
    """None where it cannot be relied on."""
    diagnostics: tuple[Diagnostic, ...]
    source: str


def read_po(path: Path) -> PoReading:
    """Read a catalogue's file; whatever is wrong with it is told as a diagnostic."""
    return _read(contents_of_file(path, str(path), "catalogue"))


def read_po_text(text: str | bytes, name: str) -> PoReading:
    """Read a catalogue from a text; `name` is what its places are told with."""
    return _read(contents_of_text(text, name, "catalogue"))


def _read(contents: Contents) -> PoReading:
    if contents.found:
        return PoReading(None, contents.found, contents.source.text)
    parser = _Parser(contents.source)
    parser.parse()
    text = contents.source.text
    if parser.found:
        return PoReading(None, tuple(parser.found), text)
    header = next((entry for entry in parser.entries if not entry.original), None)
    entries = tuple(entry for entry in parser.entries if entry.original)
    newline = "\r\n" if "\r\n" in text else "\n"
    return PoReading(PoFile(header, entries, tuple(parser.draft.comments), newline), (), text)


@dataclass
class _Draft:
    """An entry as far as it was read."""

    strings: dict[str, list[str]] = field(default_factory=dict)
    """By keyword: the quoted strings below each other."""
    previous: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    is_obsolete: bool = False
    place: tuple[int, int] = (0, 0)
    """Where the line of its `msgid` begins and ends."""


class _Parser:
    """Reads line by line; after a fault it goes on with the next line that can be understood."""

    def __init__(self, source: Source) -> None:
        # late: only who asks for a translation waits for Babel
        from babel.messages.pofile import unescape

        self._unescape = unescape
        self._source = source
        self._state = ""
        """The keyword whose strings are being read."""
        self._previous = ""
        """The same behind `#|`."""
        self._is_lost = False
        """Whether a fault was told, so that what follows may only seem out of place."""
        self._lines: dict[tuple[str, str], int] = {}
        self.draft = _Draft()
        self.entries: list[PoEntry] = []
        self.found: list[Diagnostic] = []

    def parse(self) -> None:
        """Read the whole text, or as much as has the faults that are enough."""
        text = self._source.text
        start = 0
        for end in (*(found.start() for found in _LINE_BREAK.finditer(text)), len(text)):
            line = text[start:end]
            words = line.strip()
            self._read_line(words, start + line.find(words))
            if len(self.found) >= _ENOUGH:
                return
            start = end + (2 if text.startswith("\r\n", end) else 1)
        self._end_entry()
        if self._state and not self._is_lost:
            self._tell(*self.draft.place, variant="unfinished", keyword=self._state)

    def _read_line(self, line: str, start: int) -> None:
        if line.startswith("#~"):
            rest = line[2:].lstrip()
            if rest.startswith("|"):
                self._read_comment(f"#{rest}")
            elif rest:
                self._read_words(rest, start + len(line) - len(rest), is_obsolete=True)
        elif line.startswith("#"):
            self._read_comment(line)
        elif line:
            self._read_words(line, start, is_obsolete=False)

    def _read_comment(self, line: str) -> None:
        self._end_entry()
        draft, rest = self.draft, line[2:].strip()
        match line[1:2]:
            case ".":
                draft.notes.append(rest)
            case ":":
                draft.references += rest.split()
            case ",":
                draft.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
            case "|":
                self._read_previous(rest)
            case _:
                draft.comments.append(line[1:])

    def _read_previous(self, rest: str) -> None:
        """A line of the sentence as it was; of other keywords nothing is kept."""
        keyword = _KEYWORD.match(rest)
        if keyword is not None:
            self._previous = keyword[0]
            rest = rest[keyword.end() :].lstrip()
        if self._previous == "msgid" and _STRING_LINE.fullmatch(rest):
            self.draft.previous.append(rest)

    def _read_words(self, line: str, start: int, *, is_obsolete: bool) -> None:
        place = (start, start + len(line))
        if (found := _KEYWORD_LINE.fullmatch(line)) is not None:
            self._begin(found[1], place)
            self.draft.strings[found[1]] = [found[2]]
            self.draft.is_obsolete = is_obsolete
        elif _STRING_LINE.fullmatch(line):
            if self._state:
                self.draft.strings[self._state].append(line)
            else:
                self._lose(*place, variant="order", keyword='"…"', expected="msgid")
        elif line.startswith(_PLURAL):
            self._lose(*place, variant="plural")
        else:
            is_quoted_badly = line.startswith('"') or _KEYWORD.match(line)
            self._lose(*place, variant="quotes" if is_quoted_badly else "line")

    def _begin(self, keyword: str, place: tuple[int, int]) -> None:
        """A keyword opens the next part of an entry, or the next entry."""
        if keyword != "msgstr":
            self._end_entry()
        expected = _FOLLOWS[self._state]
        if keyword not in expected:
            self._lose(*place, variant="order", keyword=keyword, expected=expected[-1])
        if keyword == "msgid":
            self.draft.place = place
            self._is_lost = False
        self._state = keyword

    def _end_entry(self) -> None:
        """Put the entry before this line on the list, where it is complete."""
        if self._state != "msgstr":
            return
        draft = self.draft
        self._state, self._previous, self.draft = "", "", _Draft()
        context, original, translation = (self._text(draft.strings.get(key, ())) for key in _KEYWORDS)
        entry = PoEntry(
            context,
            original,
            translation,
            tuple(draft.comments),
            tuple(draft.notes),
            tuple(draft.references),
            tuple(draft.flags),
            self._text(draft.previous),
            draft.is_obsolete,
            self._source.line_of(draft.place[0]),
        )
        if original and (control := _CONTROL.search(translation)) is not None:
            self._tell(*draft.place, variant="control", character=f"U+{ord(control[0]):04X}")
        if not entry.is_obsolete and self._lines.setdefault(entry.key, entry.line) != entry.line:
            self._tell(*draft.place, variant="twice", line=self._lines[entry.key])
        self.entries.append(entry)

    def _text(self, strings: Iterable[str]) -> str:
        return "".join(self._unescape(each) for each in strings)

    def _lose(self, start: int, end: int, **values: str | int) -> None:
        """Tell a fault, unless it may come of the one before."""
        if not (self._is_lost and values["variant"] == "order"):
            self._tell(start, end, **values)
        self._is_lost = True

    def _tell(self, start: int, end: int, **values: str | int) -> None:
        self.found.append(Diagnostic("bad-catalogue", "error", self._source.span(start, end), values))
