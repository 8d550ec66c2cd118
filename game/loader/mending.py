"""From text to nodes, mended in memory where YAML cannot read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import yaml

from game.diagnostics import Value
from game.loader.contents import Contents
from game.loader.draft import Draft, Edit
from game.loader.guard import guard
from game.loader.layout import repairs_of
from game.loader.nodes import Parser
from game.loader.repairs import Repair
from game.loader.walk import Walk

__all__ = ["Mended", "compose_mended"]

_TRIES = 10
"""Lines that are left out, one after the other, before the rest of a file is."""


class Mended(NamedTuple):
    """The nodes of a text, None where there are none, and the walk that was told what stood in their way."""

    root: yaml.Node | None
    walk: Walk


def compose_mended(contents: Contents, parser: Parser) -> Mended:
    """The nodes of a text; what keeps YAML from reading it is told, mended in memory, and read over."""
    repairs = guard(contents.text, parser)
    draft = Draft(contents.text, _edits(repairs))
    walk = Walk(contents.source, draft)
    walk.report(repairs)
    if _is_too_deep(repairs):
        return Mended(None, walk)
    try:
        root = parser.compose(draft.text)
    except yaml.YAMLError:
        repairs += repairs_of(draft.text)
        walk = Walk(contents.source, Draft(contents.text, _edits(repairs)))
        walk.report(repairs)
        return Mended(_compose_patiently(walk, parser), walk)
    if root is None:
        walk.tell("empty-file", (0, 0))
    return Mended(root, walk)


def _edits(repairs: Iterable[Repair]) -> list[Edit]:
    return [edit for repair in repairs for edit in repair.edits]


def _is_too_deep(repairs: Iterable[Repair]) -> bool:
    return any(repair.code == "too-deep" for repair in repairs)


def _compose_patiently(walk: Walk, parser: Parser) -> yaml.Node | None:
    """Compose a mended text; a line that still cannot be read is left out, and after some the rest is."""
    for _ in range(_TRIES):
        root, place = _try(walk, parser)
        if place is None:
            return root
        start, end = _line_with_words(walk.draft.text, place)
        walk.report([_in_file(walk.draft, "unreadable-line", start, end)])
        walk.draft.blank(start, end)
    walk.report([_in_file(walk.draft, "left-unread", start, len(walk.draft.text))])
    walk.draft.blank(start, len(walk.draft.text))
    return _try(walk, parser)[0]


def _try(walk: Walk, parser: Parser) -> tuple[yaml.Node | None, int | None]:
    """The nodes, and where the parser has given up; both None where nothing more can be done."""
    found = guard(walk.draft.text, parser)
    if found:
        walk.report(_in_file(walk.draft, repair.code, repair.start, repair.end, repair.values) for repair in found)
    if _is_too_deep(found):
        return None, None
    for repair in found:
        walk.draft.blank(repair.start, repair.start + 1)
    try:
        return parser.compose(walk.draft.text), None
    except yaml.YAMLError as fault:
        mark = fault.problem_mark if isinstance(fault, yaml.MarkedYAMLError) else None
        return None, mark.index if mark else 0


def _in_file(draft: Draft, code: str | None, start: int, end: int, values: Mapping[str, Value] | None = None) -> Repair:
    """A repair of the draft, as one of the file."""
    return Repair(code, draft.origin(start), draft.origin(end), values=values or {}, is_guess=True)


def _line_with_words(text: str, place: int) -> tuple[int, int]:
    """The extent of the words on a place's line, or on the nearest line above it that has some."""
    end = len(text)
    if (line_break := text.find("\n", place)) >= 0:
        end = line_break
    end = len(text[:end].rstrip())
    start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end
