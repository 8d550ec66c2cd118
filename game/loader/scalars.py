"""Readers of single values that are no speech: numbers, words, durations, moments, languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import ScalarNode

from game.loader.samples import REQUIRED, sample
from game.loader.strays import tell_escapes
from game.loader.walk import FAULT, Walk
from game.scenario.kinds import Number, Word
from game.scenario.times import parse_duration, parse_moment

__all__ = ["Read", "duration", "flag", "language", "moment", "number", "plain", "word"]

Read = Callable[[Walk, yaml.Node, yaml.Node], Any]
"""Reads a node; the third argument is the node of the key it stands under, which is marked where nothing stands."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WAITING = ("within", "later")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def plain(walk: Walk, node: yaml.Node, place: yaml.Node) -> str:
    """The text of a value that is no speech; empty where there is none, which is told."""
    if not isinstance(node, ScalarNode):
        tell_shape(walk, "text", node)
        return ""
    value: str = node.value.strip()
    if not value:
        tell_nothing(walk, node, place)
    elif node.style == '"' and tell_escapes(walk, node):
        return ""
    return value


def tell_shape(walk: Walk, expected: str, node: yaml.Node) -> None:
    """Report a text, a list or keys where something else belongs."""
    walk.tell_node("wrong-shape", node, variant=f"{expected}-not-{_shape(node)}")


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "keys"
    return "list" if isinstance(node, yaml.SequenceNode) else "text"


def tell_nothing(walk: Walk, node: ScalarNode, place: yaml.Node) -> None:
    """Report that nothing stands where a value belongs."""
    if node.style:
        walk.tell_node("empty-text", node, key=place.value)
        return
    start = node.start_mark.index
    line = walk.draft.text.rfind("\n", 0, start) + 1
    if walk.is_mended(max(line, place.end_mark.index - 1), walk.draft.line_end(start)):
        return  # what stood there was told of and left out
    before = walk.draft.text[: node.start_mark.index].rstrip()
    if before.endswith("-"):
        walk.tell_absence("missing-value", walk.extent(node), variant="item")
    elif place.value in REQUIRED:
        example = sample(place.value, walk.next_scene)
        walk.tell_absence("missing-value", walk.extent(place), variant="required", key=place.value, example=example)
    else:
        walk.tell_absence("missing-value", walk.extent(place), key=place.value)


def number(kind: Number) -> Read:
    """Read a whole number in its range."""
    low, high = kind.low, kind.high

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not (value := plain(walk, node, place)):
            return FAULT
        if _NUMBER.fullmatch(value) is None:
            figures = re.search(r"[+-]?[0-9]{1,3}", value)
            example = int(figures[0]) if figures and low <= int(figures[0]) <= high else max(low, min(1, high))
            walk.tell_node("not-a-number", node, word=value, low=low, high=high, example=example)
            return FAULT
        found = int(value)
        if not low <= found <= high:
            walk.tell_node("out-of-range", node, word=value, low=low, high=high)
            return FAULT
        return found

    return read


def word(kind: Word) -> Read:
    """Read one of a few words."""
    options = frozenset(kind.options)

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        value = plain(walk, node, place)
        if value in options:
            return value
        if value:
            nearest = walk.suggestions.nearest("|".join(kind.options), value, options)
            walk.tell_node("unknown-word", node, word=value, options=", ".join(kind.options), **nearest)
        return FAULT

    return read


def flag(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
    """Read `true` or `false`."""
    value = plain(walk, node, place)
    if value in _FLAGS:
        return _FLAGS[value]
    if value:
        walk.tell_node("not-true-or-false", node, word=value)
    return FAULT


def _told_as(code: str, parse: Callable[[str], Any]) -> Read:
    """A reader that reports the code where the parser raises a ValueError."""

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not (value := plain(walk, node, place)):
            return FAULT
        try:
            return parse(value)
        except ValueError:
            walk.tell_node(code, node, word=value)
            return FAULT

    return read


def _parse_language(value: str) -> str:
    if _LANGUAGE.fullmatch(value) is None:
        raise ValueError(value)
    return value


def duration(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
    """Read a duration; one of no time at all is doubtful where it is what a scene or a promise waits for."""
    found = _read_duration(walk, node, place)
    if found == 0 and place.value in _WAITING:
        walk.warn("zero-duration", walk.extent(node), variant=place.value, word=node.value)
    return found


_read_duration = _told_as("not-a-duration", parse_duration)
moment = _told_as("not-a-moment", parse_moment)
language = _told_as("not-a-language", _parse_language)
