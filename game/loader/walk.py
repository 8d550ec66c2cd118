"""One walk over the nodes of a file: what was found wrong, declared and named on the way."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import yaml

from game.diagnostics import Diagnostic, Severity, Value
from game.loader.draft import Draft, unmask
from game.loader.repairs import Repair
from game.loader.source import Source
from game.loader.suggestions import Suggestions
from game.scenario.conditions import Condition
from game.scenario.names import CUSTOMER, SILENCE

__all__ = ["FAULT", "Use", "Walk"]

FAULT = object()
"""What a reader gives back where it could not read; the walk has been told why."""

_COMMENT = re.compile(r"[ \t]#(?![ \t]*check:[ \t]*ignore\b)")
"""What may have been meant as words; a comment that speaks to the checker is none of them."""


class Use(NamedTuple):
    """A name that was used, and the node that holds it."""

    name: str
    node: yaml.ScalarNode
    key: str = ""
    """The key it stands behind."""


class Walk:
    """What the readers know of the file they walk through, and what they have to tell."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self.source = source
        self.draft = draft
        self.found: list[Diagnostic] = []
        self.errors = 0
        self.is_partial = False
        """Whether something was left unread or guessed, so that what is missing may have stood there."""
        self.facing = CUSTOMER
        self.scene = ""
        self.next_scene = "bye"
        """Where the scene most likely leads, for examples of what to write."""
        self.following: dict[str, str] = {}
        """By scene: the one that follows it in the file."""
        self.position = 0
        self.declared: defaultdict[str, set[str]] = defaultdict(set)
        self.uses: defaultdict[str, list[Use]] = defaultdict(list)
        self.speakers: defaultdict[str, list[Use]] = defaultdict(list)
        """People whose words stand behind their names, unless the name is a sentence that a colon ends."""
        self.facts: defaultdict[str, list[yaml.Node]] = defaultdict(list)
        """Where each fact is set or cleared."""
        self.short_choices: list[tuple[str, tuple[int, int]]] = []
        """Words behind `taken` that are no full names, and where they stand, told once all choices are known."""
        self.names: set[str] = set()
        """Names that were found well spelt."""
        self.misspelt: set[str] = set()
        """Names that are declared and ill spelt, which are never offered."""
        self.people: dict[str, str] = {}
        """By the name shown: what a person is called in the file."""
        self.conditions: dict[tuple[str, str], tuple[Condition, tuple[tuple[str, str], ...]]] = {}
        """By text and person faced: the condition, and the kinds and names it asks for."""
        self.suggestions = Suggestions()
        self._mended: list[tuple[int, int]] = []
        """Where the file was mended, in the order of places."""

    @cached_property
    def comments(self) -> dict[int, int]:
        """By the end of what stands before a comment, on its line or above it, where the comment begins."""
        return _comments(self.draft.text)

    @cached_property
    def choices(self) -> Sequence[str]:
        """The full names of the choices, silences left out, in the order of the alphabet; once all are declared."""
        return sorted(name for name in self.declared["choice"] if not name.endswith(f"/{SILENCE}"))

    @cached_property
    def choices_by_id(self) -> Mapping[str, Sequence[str]]:
        """The full names of the choices by the names they have in their scenes; once all are declared."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for full in self.choices:
            found[full.partition("/")[2]].append(full)
        return dict(found)

    def report(self, repairs: Iterable[Repair]) -> None:
        """Report what was mended; what is read there is a guess, and not told of."""
        for repair in repairs:
            self.is_partial |= repair.is_guess
            self._mended += ((edit.start, edit.end) for edit in repair.edits)
            if repair.code is not None:
                self.errors += 1
                self._mended.append((repair.start, repair.end))
                span = self.source.span(repair.start, repair.end)
                self.found.append(Diagnostic(repair.code, "error", span, _shown(repair.values)))
        self._mended.sort()

    def tell(self, code: str, extent: tuple[int, int], /, **values: Value) -> None:
        """Report an error on some of the draft's characters."""
        self.errors += 1
        self._note(code, "error", extent, values)

    def warn(self, code: str, extent: tuple[int, int], /, **values: Value) -> None:
        """Report a warning on some of the draft's characters."""
        self._note(code, "warning", extent, values)

    def tell_node(self, code: str, node: yaml.Node, /, **values: Value) -> None:
        """Report an error that lies in a node; of more than one line, the first is marked."""
        self.tell(code, self.extent(node), **values)

    def tell_absence(self, code: str, extent: tuple[int, int], /, **values: Value) -> None:
        """Report that something is not there; it may be, where some of the file was left unread."""
        self.errors += 1
        if not self.is_partial:
            self._note(code, "error", extent, values)

    def line_of(self, offset: int) -> int:
        """The line of the file, from 1, in which one of the draft's characters stands."""
        return self.source.line_of(self.draft.origin(offset))

    def cover(self, start: int, end: int) -> None:
        """Let nothing more be told of some of the draft's characters."""
        insort(self._mended, (self.draft.origin(start), self.draft.origin(end)))

    def is_mended(self, start: int, end: int) -> bool:
        """Whether the file was mended among some of the draft's characters."""
        return self._is_mended(self.draft.origin(start), self.draft.origin(end))

    def _note(self, code: str, severity: Severity, extent: tuple[int, int], values: Mapping[str, Value]) -> None:
        start, end = map(self.draft.origin, extent)
        if not self._is_mended(start, end):
            self.found.append(Diagnostic(code, severity, self.source.span(start, end), _shown(values)))

    def _is_mended(self, start: int, end: int) -> bool:
        """Whether the file was mended at the place."""
        nearest = bisect_right(self._mended, (end, 0))
        return any(first < end and start < last for first, last in self._mended[max(nearest - 2, 0) : nearest + 1])

    def extent(self, node: yaml.Node) -> tuple[int, int]:
        """Where, in the draft, a node begins and ends; of more than one line, the first counts.

        An empty node's is the character before it: the dash or the colon.
        """
        text = self.draft.text
        start = node.start_mark.index
        end = node.end_mark.index
        for line_break in "\r\n":
            if (found := text.find(line_break, start, end)) >= 0:
                end = found
        while end > start and text[end - 1] in " \t":
            end -= 1
        return (start, end) if end > start else (max(start - 1, 0), start)


def _shown(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: unmask(value) if isinstance(value, str) else value for key, value in values.items()}


def _comments(text: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for match in _COMMENT.finditer(text):
        end = match.start()
        while end and text[end - 1] in " \t\r\n":
            end -= 1
        found.setdefault(end, match.end() - 1)
    return found
