"""What every part of a scenario is made of: values that do not change, texts, names and numbers.

An annotation says what a value may be, and a field's own annotation what an editor tells about its key:
`description` in a trainer's words, and `examples` as they are written behind the key.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, ClassVar, NewType

import msgspec
from msgspec import Meta

from game.scenario.rules import Rule
from game.scenario.times import Moment

__all__ = [
    "MOOD_MAX",
    "MOOD_MIN",
    "CaseName",
    "CaseNames",
    "ChapterKey",
    "Faced",
    "FactNames",
    "Feels",
    "HabitKey",
    "HabitNames",
    "Label",
    "Language",
    "Mood",
    "MoodShifts",
    "Name",
    "Names",
    "Part",
    "PersonKey",
    "Points",
    "PromiseKey",
    "PromiseNames",
    "SceneKey",
    "SceneName",
    "Speaker",
    "Words",
]

MOOD_MIN, MOOD_MAX = -3, 3

Words = NewType("Words", str)
"""Sentences for people to read: speech, above all."""
Label = NewType("Label", str)
"""A few words for people to read: a name or a title."""
Name = NewType("Name", str)
"""A name that is declared elsewhere, such as a scene's; the annotation says whose."""
Names = tuple[Name, ...]

SceneName = Annotated[Name, Meta(extra={"names": "scene"})]
CaseName = Annotated[Name, Meta(extra={"names": "case"})]
CaseNames = tuple[CaseName, ...]
PromiseNames = tuple[Annotated[Name, Meta(extra={"names": "promise"})], ...]
HabitNames = tuple[Annotated[Name, Meta(extra={"names": "habit"})], ...]
FactNames = tuple[Annotated[Name, Meta(extra={"declares": "fact"})], ...]
SceneKey = Annotated[str, Meta(extra={"declares": "scene"})]
PromiseKey = Annotated[str, Meta(extra={"declares": "promise"})]
PersonKey = Annotated[str, Meta(extra={"declares": "person"})]
HabitKey = Annotated[str, Meta(extra={"declares": "habit"})]
ChapterKey = Annotated[str, Meta(extra={"declares": "chapter"})]
Speaker = Annotated[str, Meta(extra={"names": "speaker"})]
Faced = Annotated[str, Meta(extra={"names": "person"})]
Language = Annotated[str, Meta(extra={"is": "language"})]

Points = Annotated[int, Meta(ge=-3, le=3)]
Mood = Annotated[int, Meta(ge=MOOD_MIN, le=MOOD_MAX)]
MoodShifts = Mapping[Faced, Mood]
"""By person."""
Feels = Mapping[Faced, Words]
"""By person."""


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of a scenario: immutable, and without its defaults when written."""

    short: ClassVar[str | None] = None
    """The key a plain text stands for, where one may be written instead of the keys."""
    filled: ClassVar[tuple[str, ...]] = ()
    """The keys that are found in these values always, though a trainer may leave them out."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """What the keys ask of each other."""

    def __post_init__(self) -> None:
        # msgspec leaves out what is the default, not what equals it; `with: customer` must change no revision.
        for name, default in _defaults(type(self)):
            if getattr(self, name) == default:
                msgspec.structs.force_setattr(self, name, default)


@cache
def _defaults(part: type[Part]) -> tuple[tuple[str, object], ...]:
    """The fields whose default may be written out by another value that equals it: texts and moments."""
    fields = ((field.name, field.default) for field in msgspec.structs.fields(part))
    return tuple((name, default) for name, default in fields if isinstance(default, str | Moment))
