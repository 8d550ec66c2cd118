"""The keys of the format, as the mending of broken text needs to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.kinds import ByName, ByPerson, Kind, Parts, Single, Text, fields
from game.scenario.model import Habit, Line, Part, Scenario

__all__ = ["KNOWN_KEY", "STRUCTURE", "is_label_key", "is_speech_key"]


def _all_fields(part: type[Part], seen: set[type[Part]]) -> Iterator[tuple[str, Kind]]:
    """The keys of a part and of all parts in it."""
    seen.add(part)
    for field in fields(part):
        yield field.key, field.kind
        if isinstance(field.kind, Single | Parts | ByName) and field.kind.part not in seen:
            yield from _all_fields(field.kind.part, seen)


def _is_speech(kind: Kind) -> bool:
    match kind:
        case Text() | ByPerson(Text()):
            return True
        case Parts(part):
            return part is Line
        case _:
            return False


_FIELDS = [*_all_fields(Scenario, set()), *_all_fields(Habit, set())]
_KEYS = frozenset(key for key, _ in _FIELDS)
_SPEECH = frozenset(key for key, kind in _FIELDS if _is_speech(kind))
_LABELS = frozenset(key for key, kind in _FIELDS if kind == Text(is_label=True))

KNOWN_KEY = re.compile(rf"(?:{'|'.join(sorted(_KEYS))})(?![\w-])")
"""A key of the format."""
STRUCTURE = re.compile(rf"[ \t]*(?:-[ \t]+)*(?:{'|'.join(sorted(_KEYS))})[ \t]*:(?=\s|\Z)")
"""The beginning of a line that is no speech: a key of the format with its colon."""


def is_speech_key(key: str) -> bool:
    """Whether words for people stand under the key; a key that the format does not know is a person's."""
    return key in _SPEECH or key not in _KEYS


def is_label_key(key: str) -> bool:
    """Whether a name or a title stands under the key."""
    return key in _LABELS
