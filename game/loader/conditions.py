"""The reader of `when:`."""

from __future__ import annotations

from typing import Any

import yaml

from game.loader.names import normal
from game.loader.places import before_composition, extent_in_node
from game.loader.scalars import plain
from game.loader.walk import FAULT, Use, Walk
from game.scenario.conditions import (
    Condition,
    ConditionFault,
    Fact,
    MoodIs,
    PromiseIs,
    Seen,
    Taken,
    parse_condition,
    terms,
)

__all__ = ["condition"]


def condition(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
    """Read a condition, and note the names it asks for."""
    value = plain(walk, node, place)
    if not value or not isinstance(node, yaml.ScalarNode):
        return FAULT
    cached = walk.conditions.get((value, walk.facing))
    if cached is None:
        try:
            found = parse_condition(normal(value), walk.facing)
        except ConditionFault as fault:
            _tell(walk, node, fault)
            return FAULT
        cached = walk.conditions[value, walk.facing] = found, tuple(_names(found))
    for of, name in cached[1]:
        walk.uses[of].append(Use(name, node))
    return cached[0]


def _names(found: Condition) -> list[tuple[str, str]]:
    """The kinds and names a condition asks for."""
    names: list[tuple[str, str]] = []
    for term in terms(found):
        match term:
            case Fact(name):
                names.append(("fact", name))
            case PromiseIs(name=name):
                names.append(("promise", name))
            case Taken(choice):
                names.append(("choice", choice))
            case Seen(scene):
                names.append(("scene", scene))
            case MoodIs(person=person):
                names.append(("person", person))
    return names


def _tell(walk: Walk, node: yaml.ScalarNode, fault: ConditionFault) -> None:
    """Mark the word at fault; where words are missing at the end, the whole condition."""
    extent = walk.extent(node)
    if fault.start < fault.end:
        value: str = node.value
        lead = len(value) - len(value.lstrip())
        start, end = (lead + before_composition(value.strip(), offset) for offset in (fault.start, fault.end))
        extent = extent_in_node(walk.draft.text, node, start, end)
    walk.tell("bad-condition", extent, variant=fault.reason, word=fault.word)
