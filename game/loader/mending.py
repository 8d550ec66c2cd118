"""From text to nodes, mended in memory where YAML cannot read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from game.loader.contents import Contents
from game.loader.draft import Draft, Edit
from game.loader.guard import guard
from game.loader.layout import repairs_of
from game.loader.nodes import Parser
from game.loader.repairs import Repair
from game.loader.walk import Walk

__all__ = ["Mended", "compose_mended"]

_LEADING_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_TRIES = 10
"""Lines that are left out, one after the other, before the rest of a file is."""


class Mended(NamedTuple):
    """The nodes of a text, None where there are none, and the walk that was told what stood in their way."""

    root: yaml.Node | None
    walk: Walk


def compose_mended(contents: Contents, parser: Parser) -> Mended:
    """The nodes of a text; what keeps YAML from reading it is told, mended in memory, and read over."""
    text, has_tabs = _without_tabs(contents.text)
    repairs = guard(text, parser)
    walk = _walk(contents, text, repairs)
    if _is_too_deep(repairs):
        return Mended(None, walk)
    if not has_tabs:
        try:
            root = parser.compose(walk.draft.text)
        except yaml.YAMLError:
            pass
        else:
            if root is None or root.value == "":
                walk.tell("empty-file", (0, 0))
                return Mended(None, walk)
            return Mended(root, walk)
    walk = _walk(contents, text, [*repairs, *repairs_of(walk.draft.text)])
    return Mended(_compose_patiently(walk, parser), walk)


def _without_tabs(text: str) -> tuple[str, bool]:
    """The text with spaces for the tabs that may begin a line, and whether others do."""
    if not _LEADING_TAB.search(text):
        return text, False
    if any(repair.code == "tab-indentation" for repair in repairs_of(text)):
        return text, True
    return text.replace("\t", " "), False


def _walk(contents: Contents, text: str, repairs: list[Repair]) -> Walk:
    """A walk through a mended text that has been told of its repairs."""
    walk = Walk(contents.source, Draft(text, [edit for repair in repairs for edit in repair.edits]))
    walk.report(repairs)
    return walk


def _is_too_deep(repairs: Iterable[Repair]) -> bool:
    return any(repair.code == "too-deep" for repair in repairs)


def _compose_patiently(walk: Walk, parser: Parser) -> yaml.Node | None:
    """Compose a mended text; a line that still cannot be read is left out, and after some the rest is."""
    draft = walk.draft
    draft.text = draft.text.replace("\t", " ")
    for _ in range(_TRIES):
        root, place = _try(walk, parser)
        if place is None:
            return root
        start, end = _leave_out(walk, "unreadable-line", place)
        draft.put(start, " " * (end - start))
    root, place = _try(walk, parser)
    if place is None:
        return root
    start, _ = _leave_out(walk, "left-unread", place)
    draft.put(start, " " * (len(draft.text) - start))
    return _try(walk, parser)[0]


def _leave_out(walk: Walk, code: str, place: int) -> tuple[int, int]:
    """Report the line of a place as left out, and give back its extent."""
    start, end = _line_with_words(walk.draft.text, place)
    walk.report([_in_file(walk.draft, Repair(code, start, end, is_guess=True))])
    return start, end


def _try(walk: Walk, parser: Parser) -> tuple[yaml.Node | None, int | None]:
    """The nodes, and where the parser has given up; both None where nothing more can be done."""
    found = guard(walk.draft.text, parser)
    walk.report(_in_file(walk.draft, repair) for repair in found)
    if _is_too_deep(found):
        return None, None
    for repair in found:
        for edit in repair.edits:
            walk.draft.put(edit.start, edit.text)
    try:
        return parser.compose(walk.draft.text), None
    except yaml.YAMLError as fault:
        mark = fault.problem_mark if isinstance(fault, yaml.MarkedYAMLError) else None
        return None, mark.index if mark else 0


def _in_file(draft: Draft, repair: Repair) -> Repair:
    """A repair of the draft, as one of the file."""
    edits = tuple(Edit(draft.origin(edit.start), draft.origin(edit.end), edit.text) for edit in repair.edits)
    return repair._replace(start=draft.origin(repair.start), end=draft.origin(repair.end), edits=edits)


def _line_with_words(text: str, place: int) -> tuple[int, int]:
    """The extent of the words on a place's line, or on the nearest line above it that has some."""
    end = len(text)
    if (line_break := text.find("\n", place)) >= 0:
        end = line_break
    end = len(text[:end].rstrip())
    start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end
