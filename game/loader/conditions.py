"""The reader of `when:`."""

from __future__ import annotations

from typing import Any

import yaml

from game.diagnostics import Value
from game.loader.names import better, normal
from game.loader.people import person_called
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
from game.scenario.names import CONDITION_WORDS, is_name

__all__ = ["condition"]

_SIGNS = {"==": "=", "<>": "!=", "=>": ">=", "=<": "<="}
"""Signs of other languages, and what is written here."""


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
        walk.uses[of].append(Use(name, node, "when"))
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
    if fault.reason == "choice":
        walk.errors += 1
        walk.short_choices.append((fault.word, extent))
    else:
        walk.tell("bad-condition", extent, **{"variant": fault.reason, "word": fault.word, **_meant(walk, fault)})


def _meant(walk: Walk, fault: ConditionFault) -> dict[str, Value]:
    """What was most likely meant by a word at fault, as values of the finding."""
    word = fault.word
    if fault.reason == "comparison" and word in _SIGNS:
        return {"variant": "sign", "sign": _SIGNS[word]}
    if fault.reason != "name":
        return {}
    if (called := person_called(word, walk.people)) is not None:
        return {"variant": "person", "person": called.person, "shown": called.name}
    scene, _, choice = word.partition("/")
    if is_name(scene) and (is_name(choice) or choice.isdecimal()):
        return {"variant": "taken"}
    return {"suggestion": word.lower()} if word.lower() in CONDITION_WORDS else {**better(word)}
