"""Readers of what has keys or is a list, made from the model's fields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.between import at_key, check_rules, check_ways, marked
from game.loader.conditions import condition
from game.loader.names import invent, invented, known, normal, with_commas
from game.loader.samples import of_short_ending, sample
from game.loader.sayings import (
    is_braced,
    is_nothing,
    is_split,
    is_two_items,
    look_into_brackets,
    tell_mixed_line,
    tell_no_line,
)
from game.loader.scalars import Read, duration, flag, language, moment, number, tell_nothing, tell_shape, word
from game.loader.slips import put_back, without_dashes
from game.loader.speech import speech, tell_split_sentence
from game.loader.walk import FAULT, Use, Walk
from game.loader.ways import likely_way, next_scenes
from game.scenario import kinds
from game.scenario.kinds import Kind, fields
from game.scenario.model import Broken, Choice, Exit, Kept, Line, Part, Person, Player, Scenario, Scene
from game.scenario.names import CUSTOMER, SILENCE, is_name

__all__ = ["reader_of"]

Pairs = list[tuple[ScalarNode, yaml.Node]]


@cache
def reader_of(kind: Kind) -> Read:
    """The reader of a kind of value."""
    match kind:
        case kinds.Text():
            return speech(kind)
        case kinds.Number():
            return number(kind)
        case kinds.Word():
            return word(kind)
        case kinds.KnownName():
            return known(kind)
        case kinds.InventedName():
            return invented(kind)
        case kinds.SeveralTexts(kinds.KnownName() | kinds.InventedName() as each):
            return with_commas(each, _several(reader_of(each)))
        case kinds.SeveralTexts(each):
            return _several(reader_of(each))
        case kinds.Single(part):
            return _single(part)
        case kinds.Parts(part):
            return _parts(part)
        case kinds.ByName(key, part):
            return _by_name(key.of, reader_of(kinds.Single(part)))
        case kinds.ByPerson(each):
            return _by_person(reader_of(each), is_words=isinstance(each, kinds.Text))
        case _:
            return _SIMPLE[type(kind)]


_SIMPLE: Mapping[type, Read] = {
    kinds.Flag: flag,
    kinds.DurationText: duration,
    kinds.MomentText: moment,
    kinds.ConditionText: condition,
    kinds.LanguageText: language,
}


def _several(each: Read) -> Read:
    """A reader of one text or a list of them."""

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if isinstance(node, SequenceNode):
            if not node.value:
                walk.tell_node("empty-brackets", node)
            return tuple([each(walk, item, place) for item in node.value])
        return (each(walk, node, place),)

    return read


def _by_person(each: Read, *, is_words: bool) -> Read:
    """A reader of values by person; a plain value is that of the person faced."""

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not isinstance(node, MappingNode):
            return {walk.facing: each(walk, node, place)}
        if not node.value:
            walk.tell_node("empty-brackets", node)
        found = {}
        for key, value in _distinct(walk, node):
            if is_split(node, key, value):
                tell_split_sentence(walk, key)
                continue
            name = normal(key.value)
            (walk.speakers if is_words else walk.uses)["person"].append(Use(name, key))
            found[name] = each(walk, value, key)
        return found

    return read


def _by_name(of: str, each: Read) -> Read:
    """A reader of parts by the names a trainer gives them."""
    is_scene = of == "scene"

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if isinstance(node, SequenceNode):
            node = without_dashes(walk, node) or node
        if not isinstance(node, MappingNode):
            _tell_not_keys(walk, node, place)
            walk.is_partial |= bool(node.value)  # whatever is asked for may be what could not be read
            return FAULT
        if not node.value:
            walk.tell_node("empty-brackets", node)
        found = {}
        for key, value in _distinct(walk, node):
            name = invent(walk, of, key.value, key)
            if is_scene:
                walk.scene = name
            found[name] = each(walk, value, key)
        return found

    return read


def _distinct(walk: Walk, node: MappingNode) -> Pairs:
    """The pairs of a mapping whose keys are texts, each for the first time."""
    pairs: Pairs = []
    seen: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            tell_shape(walk, "key", key)
        elif (name := normal(key.value)) in seen:
            _tell_twice(walk, key, seen[name])
        else:
            seen[name] = key
            pairs.append((key, value))
    return pairs


def _tell_twice(walk: Walk, key: yaml.Node, first: yaml.Node) -> None:
    line = walk.source.line_of(walk.draft.origin(first.start_mark.index))
    walk.tell_node("duplicate-key", key, key=key.value, line=line)


def _tell_not_keys(walk: Walk, node: yaml.Node, place: yaml.Node) -> None:
    if isinstance(node, ScalarNode) and not node.value:
        tell_nothing(walk, node, place)
    elif isinstance(node, ScalarNode) and place.value == "ending":
        walk.tell_node("wrong-shape", node, **of_short_ending(node.value))
    else:
        tell_shape(walk, "keys", node)


def _single(part: type[Part]) -> Read:
    """A reader of a part from its keys."""
    table = {field.key: (field.attribute, reader_of(field.kind)) for field in fields(part)}
    required = {field.attribute: field.key for field in fields(part) if field.is_required}
    prepare = _PREPARE.get(part, _prepare_nothing)
    rules = part.rules

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not isinstance(node, MappingNode):
            _tell_not_keys(walk, node, place)
            return FAULT
        errors = walk.errors
        values = prepare(walk, node, place)
        expected = len(values) + len(node.value)
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value in table:
                attribute, read_value = table[key.value]
                values[attribute] = read_value(walk, value, key)
            else:
                _tell_unknown_key(walk, table, node, key, value)
        if len(values) != expected:
            if place is node and is_two_items(walk, node):
                return FAULT
            _distinct(walk, node)
        if not required.keys() <= values.keys():
            _tell_missing(walk, [key for attribute, key in required.items() if attribute not in values], node, place)
        if rules:
            check_rules(walk, rules, node, place)
        return FAULT if walk.errors != errors else part(**values)

    return read


def _tell_unknown_key(walk: Walk, known: Collection[str], node: MappingNode, key: yaml.Node, value: yaml.Node) -> None:
    if is_split(node, key, value):
        tell_split_sentence(walk, key)
    elif isinstance(key, ScalarNode):  # what is none is told with what stands twice
        nearest = walk.suggestions.nearest("|".join(known), key.value, known)
        walk.tell_node("unknown-key", key, key=key.value, known=", ".join(known), **nearest)


def _tell_missing(walk: Walk, keys: list[str], node: MappingNode, place: yaml.Node) -> None:
    for key in keys:
        example = sample(key, walk.next_scene)
        walk.tell_absence("missing-key", walk.extent(marked(node, place)), key=key, example=example)


def _prepare_nothing(_walk: Walk, _node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    return {}


def _prepare_scenario(walk: Walk, node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    """The first scene is the start, unless the file says otherwise."""
    put_back(walk, node)
    scenes = at_key(node, "scenes")
    walk.following = next_scenes(scenes)
    if at_key(node, "start") is not None or not isinstance(scenes, MappingNode) or not scenes.value:
        return {}
    return {"start": normal(str(scenes.value[0][0].value))}


def _prepare_scene(walk: Walk, node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    """Note whom the scene faces before its lines and effects are read, where it leads, and that it has a silence."""
    walk.next_scene = likely_way(node, walk.following, walk.scene)
    faced = at_key(node, "with")
    walk.facing = normal(faced.value) if isinstance(faced, ScalarNode) else CUSTOMER
    if at_key(node, "silence") is not None:
        walk.declared["choice"].add(f"{walk.scene}/{SILENCE}")
    return {}


def _prepare_choice(walk: Walk, node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    """Without a name of its own, a choice is called by its number."""
    if at_key(node, "id") is not None:
        return {}
    number_in_scene = str(walk.position)
    walk.declared["choice"].add(f"{walk.scene}/{number_in_scene}")
    return {"id": number_in_scene}


def _prepare_line(walk: Walk, node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    """Without a name, whom the trainee faces is speaking."""
    return {} if at_key(node, "who") is not None else {"who": walk.facing}


def _prepare_promise_effects(walk: Walk, _node: MappingNode, _place: yaml.Node) -> dict[str, Any]:
    """The mood and feelings a promise changes are the customer's."""
    walk.facing = CUSTOMER
    return {}


def _prepare_person(walk: Walk, node: MappingNode, place: yaml.Node) -> dict[str, Any]:
    """Note the name that is shown, which a trainer may write where the key belongs."""
    name = at_key(node, "name")
    if isinstance(name, ScalarNode):
        walk.people[name.value] = place.value
    return {}


_PREPARE: Mapping[type[Part], Callable[[Walk, MappingNode, yaml.Node], dict[str, Any]]] = {
    Person: _prepare_person,
    Player: _prepare_person,
    Scenario: _prepare_scenario,
    Scene: _prepare_scene,
    Choice: _prepare_choice,
    Line: _prepare_line,
    Kept: _prepare_promise_effects,
    Broken: _prepare_promise_effects,
}


def _parts(part: type[Part]) -> Read:
    """A reader of a list of parts; where the part has a short form, of a single one, too."""
    read_keys = _line(_single(part)) if part is Line else _single(part)
    short = part.short
    read_short = next((reader_of(field.kind) for field in fields(part) if field.key == short), None)
    words = short or ""
    is_way = part is Exit

    def read_one(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not isinstance(node, ScalarNode) or read_short is None:
            return read_keys(walk, node, place)
        value = read_short(walk, node, place)
        return Line(who=walk.facing, text=value) if part is Line else part(**{words: value})

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if isinstance(node, SequenceNode):
            if not node.value:
                walk.tell_node("empty-brackets", node)
            if node.flow_style and part is Line:
                look_into_brackets(walk, node, place)
            found = []
            for walk.position, item in enumerate(node.value, start=1):
                found.append(read_one(walk, item, place if isinstance(item, ScalarNode) else item))
        elif read_short is None:
            if isinstance(node, ScalarNode) and not node.value:
                tell_nothing(walk, node, place)
            else:
                tell_shape(walk, "list", node)
            return FAULT
        else:
            found = [read_one(walk, node, place)]
        if is_way:
            check_ways(walk, node)
        return tuple(found)

    return read


def _line(read_keys: Read) -> Read:
    """A reader of a line that is written with keys: `person: words`, or the keys of a line."""
    own = frozenset(field.key for field in fields(Line))
    read_words = reader_of(kinds.Text(is_label=False))

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not isinstance(node, MappingNode) or is_braced(node):
            tell_no_line(walk, node)
            return FAULT
        others = [pair for pair in node.value if isinstance(pair[0], ScalarNode) and pair[0].value not in own]
        if len(node.value) == len(others) == 1:
            key, value = others[0]
            walk.speakers["speaker"].append(Use(normal(key.value), key))
            if is_nothing(value) and not is_name(normal(key.value)):
                return FAULT  # a sentence that ends with a colon, which is told with the names
            return Line(who=normal(key.value), text=read_words(walk, value, key))
        if others and at_key(node, "text") is None:
            tell_mixed_line(walk, node, others)
            return FAULT
        return read_keys(walk, node, place)

    return read
