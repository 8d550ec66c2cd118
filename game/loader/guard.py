"""A look at a text before it is composed: nothing too deep for the parsers, none of YAML's tricks.

libyaml's composer crashes on deep nesting, and Python's recursion ends; aliases can make a small file huge.
"""

from __future__ import annotations

import re

import yaml
from yaml import AliasEvent, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent
from yaml.events import CollectionEndEvent

from game.loader.nodes import Parser
from game.loader.repairs import Repair, property_repair

__all__ = ["DEEPEST", "guard"]

DEEPEST = 32
"""Levels a file may have: mappings and lists in each other."""

_FRONT = re.compile(r"^ *(?:[-?:][ \t]+)*", re.MULTILINE)
"""What stands before the words of a line, the dashes of lists included."""
_TRICK = re.compile(r"(?:^|[-:?,\[{])[ \t]*[&*!]", re.MULTILINE)
"""Where an anchor, an alias or a tag may stand."""
_KEY_BEFORE = re.compile(r"([^\s:,{\[]+)[ \t]*:[ \t]*\Z")


def guard(text: str, parser: Parser) -> list[Repair]:
    """Report what must not be composed; after a `too-deep`, nothing may be."""
    if not _is_doubtful(text):
        return []
    found: list[Repair] = []
    depth = 0
    try:
        for event in parser.events(text):
            if isinstance(event, NodeEvent):
                if _is_trick(event):
                    start = _start(event)
                    found.append(property_repair(text, start, _key_before(text, start)))
                depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
                if depth > DEEPEST:
                    start = _start(event)
                    return [Repair("too-deep", start, start + 1, values={"deepest": DEEPEST})]
            else:
                depth -= isinstance(event, CollectionEndEvent)
    except yaml.YAMLError:
        pass  # composing comes to the same place, and the fault is told there
    return found


def _is_doubtful(text: str) -> bool:
    """Whether the text may be too deep or have a trick in it; cheap, and never wrong with a no.

    A line opens no more levels than it has dashes, and one for its key, at a place of its own; a bracket one.
    """
    fronts = set(_FRONT.findall(text))
    levels = sum(1 + len(front.split()) for front in fronts) + text.count("[") + text.count("{")
    return levels > DEEPEST or _TRICK.search(text) is not None


def _start(event: NodeEvent) -> int:
    mark = event.start_mark
    return mark.index if mark else 0  # a parser marks every event


def _is_trick(event: NodeEvent) -> bool:
    if isinstance(event, AliasEvent) or event.anchor is not None:
        return True
    return isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) and event.tag is not None


def _key_before(text: str, start: int) -> str:
    """The key a value stands under; of a list item, the empty key, which stands for speech."""
    found = _KEY_BEFORE.search(text, max(0, start - 80), start)
    return found[1] if found else ""
