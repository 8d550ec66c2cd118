"""Characters in words for people that nobody sees: they keep words apart, or turn the direction of reading."""

from __future__ import annotations

import re
import unicodedata

import yaml

from game.loader.places import extent_in_node
from game.loader.walk import Walk

__all__ = ["tell_unseen", "without_unseen"]

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]")
_JOINERS = "\u200c\u200d"
"""They belong into emoji that are made of several, and into the words of scripts whose letters join."""
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
"""They turn round even what has a direction of its own; no sentence needs that."""
_PICTURE_PARTS = ("So", "Sk", "Mn")
"""Categories of emoji, of the shades of their skin, and of what makes an emoji of a sign."""
_FIRST_JOINING, _LAST_JOINING = "\u0600", "\u1cff"
"""From Arabic to the scripts of India and Indochina."""


def tell_unseen(walk: Walk, node: yaml.ScalarNode) -> None:
    """Warn of the first character in a text that nobody sees, and that does not belong there."""
    value: str = node.value
    if value.isascii():
        return
    for found in _UNSEEN.finditer(value):
        if not _belongs(value, found.start()):
            variant = "direction" if _DIRECTION.match(found[0]) else "zero-width"
            extent = extent_in_node(walk.draft.text, node, *found.span())
            walk.warn("invisible-character", extent, variant=variant, character=f"U+{ord(found[0]):04X}")
            return


def without_unseen(text: str) -> str:
    """The text without the characters that would be warned of."""
    if text.isascii():
        return text
    return "".join(letter for place, letter in enumerate(text) if not _UNSEEN.match(letter) or _belongs(text, place))


def _belongs(text: str, place: int) -> bool:
    if text[place] in _JOINERS:
        return _joins(text[place - 1 : place]) and _joins(text[place + 1 : place + 2])
    if _DIRECTION.match(text[place]) and text[place] not in _OVERRIDES:
        return any(letter.isalpha() and unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return False


def _joins(letter: str) -> bool:
    """Whether a letter may stand beside a joiner."""
    if not letter or letter.isspace():
        return False
    return unicodedata.category(letter) in _PICTURE_PARTS or _FIRST_JOINING <= letter <= _LAST_JOINING
