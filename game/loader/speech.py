"""The reader of words for people, and what YAML's punctuation has done to them."""

from __future__ import annotations

from typing import Any

import yaml
from yaml import ScalarNode

from game.loader.names import normal
from game.loader.people import Called, of_speaker
from game.loader.repairs import begins_printed, below
from game.loader.scalars import Read, tell_nothing, tell_shape
from game.loader.strays import column_above, tell_escapes, tell_strays, tell_unfolded
from game.loader.unseen import tell_unseen
from game.loader.walk import FAULT, Walk
from game.scenario.kinds import Text
from game.scenario.names import is_name

__all__ = ["speech", "tell_key_of_sentence", "tell_name_of_speaker", "tell_split_sentence"]

_BLOCK = frozenset("|>")


def speech(kind: Text) -> Read:
    """Read words for people, as they stand in the file."""
    is_label = kind.is_label

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if not isinstance(node, ScalarNode):
            _tell_no_text(walk, node, place)
            return FAULT
        value: str = node.value
        if node.style in _BLOCK:
            value = value.rstrip("\n")
        if node.style in _BLOCK and not value:
            tell_unfolded(walk, node, place)
        elif not value or value.isspace():
            if not _tell_comment(walk, node, place, is_label=False):
                tell_nothing(walk, node, place)
        elif not node.style:
            if node.end_mark.index in walk.comments:
                _tell_comment(walk, node, place, is_label=is_label)
            if value[0] == "-":
                _tell_glued_dash(walk, node)
            if " - " in value and node.end_mark.line > node.start_mark.line:
                tell_strays(walk, node, place)
        elif node.style == '"':
            tell_escapes(walk, node)
        tell_unseen(walk, node)
        return value

    return read


def _tell_comment(walk: Walk, node: ScalarNode, place: yaml.Node, *, is_label: bool) -> bool:
    """Report a `#` that cuts a sentence short, and tell whether there is one.

    Behind a name or a title, `   # ` is taken for what it looks like, a comment.
    """
    text = walk.draft.text
    end = node.end_mark.index if node.value else _end_of_mark(text, node)
    start = walk.comments.get(end)
    if node.style or start is None:
        return False
    looks_like_comment = start - end > 1 and text[start + 1 : start + 2] in {" ", "\t"}
    if is_label and looks_like_comment:
        return True
    stop = walk.draft.line_end(start)
    values: dict[str, str | int] = {"lost": text[start:stop].rstrip()}
    if "\n" in text[end:start]:
        column = column_above(text, node, place)
        if not node.value or start - text.rfind("\n", 0, start) - 1 <= column:
            return False
        values |= {"variant": "below", "blanks": column}
    walk.tell("comment-in-speech", (start, stop), **values)
    return True


def _tell_glued_dash(walk: Walk, node: ScalarNode) -> None:
    """Report a line that was meant for the item of a list: it begins with a dash that no space follows."""
    start = node.start_mark.index
    if not walk.draft.text[walk.draft.text.rfind("\n", 0, start) + 1 : start].strip() and node.value[1:2].isalpha():
        walk.tell("dash-in-speech", (start, start + 1), variant="glued")


def _end_of_mark(text: str, node: ScalarNode) -> int:
    """The end of the `key:` or the dash in front of a text that is not there."""
    line = text.rfind("\n", 0, node.start_mark.index) + 1
    return line + len(text[line : node.start_mark.index].split(" #")[0].rstrip())


def _tell_no_text(walk: Walk, node: yaml.Node, place: yaml.Node) -> None:
    """Report a list, or keys, where a sentence belongs; most often it is the sentence's own punctuation."""
    start = node.start_mark.index
    if walk.draft.text[start] in "[{":
        walk.tell("leading-character", (start, start + 1), character=walk.draft.text[start], **below(place.value))
    elif isinstance(node, yaml.MappingNode) and not all(map(_is_name_key, node.value)):
        for key, _ in node.value:
            tell_key_of_sentence(walk, key, place.value)
    else:
        tell_shape(walk, "text", node)


def _is_name_key(pair: tuple[yaml.Node, yaml.Node]) -> bool:
    key = pair[0]
    return isinstance(key, ScalarNode) and is_name(normal(key.value))


def tell_key_of_sentence(walk: Walk, key: yaml.Node, under: str = "") -> None:
    """Report the colon behind which YAML has torn a sentence in two; it stands under a key, or in a list."""
    colon = walk.draft.text.find(":", key.end_mark.index, walk.draft.line_end(key.end_mark.index))
    if colon < 0:  # a question mark makes a key without a colon
        mark = walk.draft.text.rfind("?", 0, key.start_mark.index)
        walk.tell("leading-character", (mark, mark + 1), character="?", **below(under))
        return
    values = {"variant": "printed"} if begins_printed(walk.draft.text, key.start_mark.index) else below(under)
    walk.tell("colon-in-speech", (colon, colon + 1), **values)


def tell_name_of_speaker(walk: Walk, key: yaml.Node, called: Called) -> None:
    """Report the name of a person in front of what is said, where the key of the person belongs."""
    colon = walk.draft.text.find(":", key.end_mark.index)
    walk.tell("colon-in-speech", (colon, colon + 1), **of_speaker(called))


def tell_split_sentence(walk: Walk, key: yaml.Node) -> None:
    """Report the comma at which YAML has cut a sentence inside braces."""
    comma = walk.draft.text.rfind(",", 0, key.start_mark.index)
    walk.tell("comma-in-speech", (comma, comma + 1))
