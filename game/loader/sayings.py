"""What goes wrong with lines, the things said."""

from __future__ import annotations

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.repairs import below
from game.loader.speech import tell_split_sentence
from game.loader.walk import Walk

__all__ = [
    "is_braced",
    "is_nothing",
    "is_split",
    "is_two_items",
    "look_into_brackets",
    "tell_mixed_line",
    "tell_no_line",
]

Pair = tuple[yaml.Node, yaml.Node]


def is_split(node: MappingNode, key: yaml.Node, value: yaml.Node) -> bool:
    """Whether the key is the rest of a sentence that a comma inside braces has cut."""
    return bool(node.flow_style) and is_nothing(value) and key is not node.value[0][0]


def tell_no_line(walk: Walk, node: yaml.Node) -> None:
    """Report a list, or braces without keys, where a line belongs: a sentence that begins with a dash or a bracket."""
    start = node.start_mark.index
    if (character := walk.draft.text[start]) in "[{":
        walk.tell("leading-character", (start, start + 1), character=character, **below(""))
    else:
        walk.tell("dash-in-speech", (start, start + 1))


def is_braced(node: MappingNode) -> bool:
    """Whether a sentence stands in braces, which make a key of it."""
    return bool(node.flow_style) and all(is_nothing(value) for _, value in node.value)


def is_nothing(node: yaml.Node) -> bool:
    """Whether no value stands here."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def is_two_items(walk: Walk, node: MappingNode) -> bool:
    """Report, once, the dash that is missing where the keys of an item begin again."""
    keys = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
    if len(keys) != len(node.value):
        return False
    again = keys.index(keys[0], 1) if keys.count(keys[0]) == 2 else 0
    if min(again, len(keys) - again) < 2 or not set(keys[again + 1 :]) & set(keys[:again]):
        return False
    key = node.value[again][0]
    walk.tell_node("missing-dash", key, key=key.value, blanks=max(key.start_mark.column - 2, 0))
    return True


def tell_mixed_line(walk: Walk, node: MappingNode, others: list[Pair]) -> None:
    """Report a line with several speakers, or with a speaker beside the keys of a line."""
    splits = [key for key, value in others if is_split(node, key, value)]
    for key in splits:
        tell_split_sentence(walk, key)
    if not splits:
        speaker = others[-1][0]
        variant = "two" if len(others) > 1 else "keys"
        walk.tell_node("mixed-line", speaker, variant=variant, person=speaker.value)


def look_into_brackets(walk: Walk, node: SequenceNode, place: yaml.Node) -> None:
    """Report a sentence in brackets, which are lost; warn of one that a comma has cut: it goes on in lower case."""
    if len(node.value) == 1 and isinstance(node.value[0], ScalarNode) and not node.value[0].style:
        start = node.start_mark.index
        walk.tell("leading-character", (start, start + 1), character="[", **below(place.value))
    for item in node.value[1:]:
        if isinstance(item, ScalarNode) and not item.style and item.value[:1].islower():
            comma = walk.draft.text.rfind(",", 0, item.start_mark.index)
            walk.warn("comma-in-list", (comma, comma + 1))
