"""The keys of the format, as the mending of broken text needs to know them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.scenario.kinds import ByName, ByPerson, Kind, Parts, Single, Text, fields
from game.scenario.model import Habit, Line, Part, Scenario
from game.scenario.names import CUSTOMER, YOU, is_name

__all__ = [
    "are_of_one_part",
    "begins_line",
    "begins_with_key",
    "holds_key",
    "holds_names",
    "is_key_in",
    "is_known_key",
    "is_label_key",
    "is_lines_key",
    "is_speech_key",
    "takes_keys",
    "takes_people",
]


def _all_parts(part: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """A part, and all parts in it."""
    seen.add(part)
    yield part
    for field in fields(part):
        if isinstance(field.kind, Single | Parts | ByName) and field.kind.part not in seen:
            yield from _all_parts(field.kind.part, seen)


def _is_speech(kind: Kind) -> bool:
    match kind:
        case Text() | ByPerson(Text()):
            return True
        case Parts(part):
            return part is Line
        case _:
            return False


_FIELDS = {part: fields(part) for part in (*_all_parts(Scenario, set()), Habit)}
_KINDS = [(field.key, field.kind) for part in _FIELDS.values() for field in part]
_PARTS = [frozenset(field.key for field in part) for part in _FIELDS.values()]
_KEYS = frozenset(key for key, _ in _KINDS)
_SPEECH = frozenset(key for key, kind in _KINDS if _is_speech(kind)) | {CUSTOMER, YOU}
"""The trainee and the customer have keys below them, so a text behind their names is what they say."""
_INNER = {
    key: frozenset(field.key for field in _FIELDS[kind.part])
    for key, kind in _KINDS
    if isinstance(kind, Single | Parts)
}
_WITH_KEYS = frozenset(key for key, kind in _KINDS if isinstance(kind, Single))
_BY_NAME = frozenset(key for key, kind in _KINDS if isinstance(kind, ByName))
_LINES = frozenset(key for key, kind in _KINDS if kind == Parts(Line))
_BY_PERSON = _LINES | frozenset(key for key, kind in _KINDS if isinstance(kind, ByPerson))
_LABELS = frozenset(key for key, kind in _KINDS if kind == Text(is_label=True))

_FIRST_KEY = re.compile(r"^([a-z_]+):(?=\s)", re.MULTILINE)
_KEYED_LINE = re.compile(r"[ \t]*(?:-[ \t]+)*([a-z_]+)[ \t]*:(?=\s|\Z)")


def begins_with_key(text: str, start: int, end: int) -> bool:
    """Whether a line is no speech: a key of the format with its colon stands at its beginning, behind any dashes."""
    found = _KEYED_LINE.match(text, start, end)
    return found is not None and found[1] in _KEYS


def begins_line(text: str, start: int, end: int) -> bool:
    """Whether what stands here is no sentence: a key of the format, the item of a list, or a comment."""
    return text[start] == "#" or text[start : start + 2] == "- " or begins_with_key(text, start, end)


def holds_key(text: str) -> bool:
    """Whether a key of the format begins a line of the text, without indentation."""
    return any(found[1] in _KEYS for found in _FIRST_KEY.finditer(text))


def is_known_key(word: str) -> bool:
    """Whether the format has such a key."""
    return word in _KEYS


def is_speech_key(key: str) -> bool:
    """Whether words for people stand under the key; a key that the format does not know is a person's."""
    return key in _SPEECH or key not in _KEYS


def is_lines_key(key: str) -> bool:
    """Whether lines, the things said, stand under the key."""
    return key in _LINES


def is_key_in(inner: str, key: str) -> bool:
    """Whether the one may stand below the other; below some stand names a trainer invents."""
    if key in _BY_NAME or takes_people(key):
        return is_name(inner)
    return inner in _INNER.get(key, ())


def takes_keys(key: str) -> bool:
    """Whether the keys of one part stand below the key, and never a text behind it."""
    return key in _WITH_KEYS


def holds_names(key: str) -> bool:
    """Whether names that a trainer invents stand below the key."""
    return key in _BY_NAME


def takes_people(key: str) -> bool:
    """Whether keys of people can stand under the key."""
    return key in _BY_PERSON


def are_of_one_part(keys: Collection[str]) -> bool:
    """Whether some part of a scenario has all these keys."""
    return any(part.issuperset(keys) for part in _PARTS)


def is_label_key(key: str) -> bool:
    """Whether a name or a title stands under the key."""
    return key in _LABELS
