"""Names that slipped out of their places, put back before they are read: from column 1, or from behind dashes."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.between import at_key
from game.loader.walk import Walk
from game.scenario.kinds import ByName, fields
from game.scenario.model import Scenario

__all__ = ["put_back", "without_dashes"]

_OWN = {field.key for field in fields(Scenario)}
_NAMED = {
    field.key: {inner.key for inner in fields(field.kind.part)}
    for field in fields(Scenario)
    if isinstance(field.kind, ByName)
}
"""The keys below which a trainer writes names of his own, and what stands below such a name."""
_USUAL = 2
"""The column, from 0, of names where there are no others."""

Pair = tuple[yaml.Node, yaml.Node]


def put_back(walk: Walk, root: MappingNode) -> None:
    """Tell, once for each key, of scenes, promises and people that stand in column 1, and put them below that key."""
    for field in _NAMED:
        slipped = [pair for pair in root.value if _is_slipped(walk, pair, field)]
        if not slipped:
            continue
        home = at_key(root, field)
        own = home.value if isinstance(home, MappingNode) else []
        place = own[0][0].start_mark.column if own else _USUAL
        name = slipped[0][0]
        values = {"variant": "name", "name": name.value, "key": field}
        walk.tell_node("wrong-indentation", name, column=1, place=place + 1, **values)
        found = [*own, *(inner for pair in slipped for inner in _with_followers(pair, field))]
        rest = [(key, value) for key, value in root.value if (key, value) not in slipped and value is not home]
        root.value = [*rest, (_key_of(root, field, name), MappingNode("", found, name.start_mark, name.end_mark))]


def without_dashes(walk: Walk, node: SequenceNode) -> MappingNode | None:
    """Tell of names that stand behind dashes, and give them back without; None where no names do."""
    pairs: list[Pair] = []
    for item in node.value:
        if not isinstance(item, MappingNode) or not item.value or not isinstance(item.value[0][0], ScalarNode):
            return None
        (name, value), *rest = item.value
        if rest:
            if not isinstance(value, ScalarNode) or value.value:
                return None
            value = MappingNode("", rest, rest[0][0].start_mark, item.end_mark)
        pairs.append((name, value))
    if not pairs or node.flow_style:
        return None
    walk.tell_node("wrong-shape", node, variant="names-not-list", name=pairs[0][0].value)
    return MappingNode("", pairs, node.start_mark, node.end_mark)


def _key_of(root: MappingNode, field: str, name: yaml.Node) -> yaml.Node:
    """The key names stand below; where it is missing, one is made up in the place of the first name."""
    keys = (key for key, _ in root.value if key.value == field)
    return next(keys, ScalarNode("", field, name.start_mark, name.end_mark))


def _is_slipped(walk: Walk, pair: Pair, field: str) -> bool:
    """Whether a key of the outermost mapping is a name, since below it stands what stands below such a name."""
    key, value = pair
    if not isinstance(key, ScalarNode) or key.value in _OWN or walk.suggestions.nearest("key", key.value, _OWN):
        return False
    return next((each for each in _NAMED if _fits(value, each)), None) == field


def _fits(value: yaml.Node, field: str) -> bool:
    """Whether at least half of the keys of a mapping are those of the parts that stand below a key.

    Others of the kind do not count: they stand in the column of its keys, which slipped along with it.
    """
    if not isinstance(value, MappingNode) or value.flow_style:
        return False
    inner = [key for key, below in value.value if not _fits(below, field)]
    count = sum(isinstance(key, ScalarNode) and key.value in _NAMED[field] for key in inner)
    return 0 < len(inner) <= 2 * count


def _with_followers(pair: Pair, field: str) -> Iterator[Pair]:
    """A slipped name, and those that stood in the column of its keys, which look like its own."""
    key, value = pair
    followers = [inner for inner in value.value if inner[0].value not in _NAMED[field] and _fits(inner[1], field)]
    value.value = [inner for inner in value.value if inner not in followers]
    yield key, value
    yield from followers
