"""What the keys of a part, and the ways of a goto, ask of each other."""

from __future__ import annotations

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.samples import of_missing_silence
from game.loader.walk import Walk
from game.scenario.rules import Alone, AtLeastOne, AtMostOne, ExactlyOne, Needs, Rule

__all__ = ["at_key", "check_rules", "check_ways", "marked"]


def at_key(node: MappingNode, key: str) -> yaml.Node | None:
    """What stands under a key; None where it is not there."""
    return next((value for name, value in node.value if name.value == key), None)


def marked(node: yaml.Node, place: yaml.Node) -> yaml.Node:
    """The node to mark when something is missing in a part: its key, or the first key of a list item."""
    if place is not node or not isinstance(node, MappingNode) or not node.value:
        return place
    first: yaml.Node = node.value[0][0]
    return first


def check_rules(walk: Walk, rules: tuple[Rule, ...], node: MappingNode, place: yaml.Node) -> None:
    """Report keys that exclude each other or miss a partner; each key at most once."""
    keys = {key.value: key for key, _ in node.value if isinstance(key, ScalarNode)}
    for rule in rules:
        match rule:
            case ExactlyOne(first, second) | AtMostOne(first, second) if first in keys and second in keys:
                later = max(keys[first], keys.pop(second), key=_start)
                walk.tell_node("keys-exclude", later, first=first, second=second)
            case ExactlyOne(first, second) | AtLeastOne(first, second) if first not in keys and second not in keys:
                values = {"variant": first, "first": first, "second": second}
                walk.tell_absence("missing-one-of", walk.extent(marked(node, place)), **values)
            case Alone(key, without) if key in keys:
                for other in without:
                    if other in keys:
                        walk.tell_node("keys-exclude", keys.pop(other), first=key, second=other)
            case Needs(key, other) if key in keys and other not in keys:
                more = of_missing_silence(walk.next_scene) if other == "silence" else {}
                walk.tell_absence("missing-partner", walk.extent(keys.pop(key)), key=key, other=other, **more)


def _start(node: yaml.Node) -> int:
    start: int = node.start_mark.index
    return start


def check_ways(walk: Walk, node: yaml.Node) -> None:
    """Report a way behind which others are never taken, and a last way that may not be open."""
    ways = node.value if isinstance(node, SequenceNode) else [node]
    for way in ways[:-1]:
        if _condition_key(way) is None and not _is_faulty(way):
            walk.tell_node("goto-without-when", marked(way, way))
    if ways and (when := _condition_key(ways[-1])) is not None:
        walk.tell_node("goto-last-has-when", when)


def _condition_key(way: yaml.Node) -> yaml.Node | None:
    if not isinstance(way, MappingNode):
        return None
    return next((key for key, _ in way.value if key.value == "when"), None)


def _is_faulty(way: yaml.Node) -> bool:
    """Whether the way is no scene and has no `to`, which is told elsewhere."""
    return isinstance(way, SequenceNode) or (isinstance(way, MappingNode) and at_key(way, "to") is None)
