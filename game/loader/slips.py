"""Names that slipped out of their places, put back before they are read: from column 1, or from behind dashes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.between import at_key
from game.loader.names import normal
from game.loader.repairs import of_blanks
from game.loader.sayings import is_nothing
from game.loader.walk import Walk
from game.scenario.kinds import ByName, fields
from game.scenario.model import Scenario
from game.scenario.names import is_name

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
        _lift(walk, at_key(root, field), field)
        slipped = [pair for pair in root.value if _is_slipped(walk, pair, field)]
        if not slipped:
            continue
        home = at_key(root, field)
        own = home.value if isinstance(home, MappingNode) else []
        place = own[0][0].start_mark.column if own else _USUAL
        name = slipped[0][0]
        walk.tell_node("wrong-indentation", name, **of_blanks(0, place, name.value), name=name.value, key=field)
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


def _lift(walk: Walk, home: yaml.Node | None, field: str) -> None:
    """Tell of names that stand among the keys of the one above them, and put them beside that."""
    pairs: list[Pair] = []
    for name, part in home.value if isinstance(home, MappingNode) else ():
        pairs.append((name, part))
        if not isinstance(part, MappingNode) or part.flow_style:
            continue
        places = [place for place, pair in enumerate(part.value) if _is_among_keys(walk, part, place, pair, field)]
        if not places:
            continue
        first, now = part.value[places[0]][0], part.value[places[0]][0].start_mark.column
        values = of_blanks(now, name.start_mark.column, first.value)
        walk.tell_node("wrong-indentation", first, **values, name=first.value, key=field)
        pairs += (_with_keys(part, place, end) for place, end in pairwise((*places, len(part.value))))
        part.value = part.value[: places[0]]
    if isinstance(home, MappingNode):
        home.value = pairs


def _is_among_keys(walk: Walk, part: MappingNode, place: int, pair: Pair, field: str) -> bool:
    """Whether a key of a part is a name: below it, or behind it, stands what stands below such a name."""
    key, value = pair
    known = _NAMED[field]
    if not isinstance(key, ScalarNode) or key.value in known or not is_name(normal(key.value)):
        return False
    if not is_nothing(value):
        is_near = bool(walk.suggestions.nearest(f"key of {field}", key.value, known))
        return _fits(value, field) and (not is_near or sum(inner.value in known for inner, _ in value.value) > 1)
    above, below = ([inner.value for inner, _ in pairs] for pairs in (part.value[:place], part.value[place + 1 :]))
    return below[:1] != [] and below[0] in known and any(inner in above for inner in below if inner in known)


def _with_keys(part: MappingNode, place: int, end: int) -> Pair:
    """A name among the keys of another, and what belongs to it: what stands below it, or the keys behind it."""
    key, value = part.value[place]
    rest = [*(value.value if isinstance(value, MappingNode) else ()), *part.value[place + 1 : end]]
    return key, MappingNode("", rest, key.end_mark, part.end_mark)


def _with_followers(pair: Pair, field: str) -> Iterator[Pair]:
    """A slipped name, and those that stood in the column of its keys, which look like its own."""
    key, value = pair
    followers = [inner for inner in value.value if inner[0].value not in _NAMED[field] and _fits(inner[1], field)]
    value.value = [inner for inner in value.value if inner not in followers]
    yield key, value
    yield from followers
