"""What a trainer may write under each key, read off the model's fields and their annotations.

The reader and the JSON Schema go by these, so that a key is defined once: in the model.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from game.scenario.conditions import Condition
from game.scenario.model import Label, Line, Part, Words
from game.scenario.names import RESERVED
from game.scenario.times import Duration, Moment

__all__ = [
    "ByName",
    "ByPerson",
    "ConditionText",
    "DurationText",
    "Field",
    "Flag",
    "InventedName",
    "Kind",
    "KnownName",
    "LanguageText",
    "MomentText",
    "Number",
    "Parts",
    "SeveralTexts",
    "Single",
    "Text",
    "Word",
    "fields",
    "reserved_names",
]


class Text(msgspec.Struct, frozen=True):
    """Words for people; a label is a name or a title, everything else is speech."""

    is_label: bool


class Number(msgspec.Struct, frozen=True):
    """A whole number in a range, both ends included."""

    low: int
    high: int


class Word(msgspec.Struct, frozen=True):
    """One of these words."""

    options: tuple[str, ...]
    means: tuple[str, ...] = ()
    """What each stands for, where the word does not say it."""


class Flag(msgspec.Struct, frozen=True):
    """`true` or `false`."""


class DurationText(msgspec.Struct, frozen=True):
    """A duration, such as `2 min`."""


class MomentText(msgspec.Struct, frozen=True):
    """A moment, such as `Tuesday 17:00`."""


class ConditionText(msgspec.Struct, frozen=True):
    """A condition."""


class LanguageText(msgspec.Struct, frozen=True):
    """A language tag, such as `de-CH`."""


class KnownName(msgspec.Struct, frozen=True):
    """A name that is declared elsewhere: of a `scene`, `promise`, `person`, `speaker`, `habit` or `fact`."""

    of: str


class InventedName(msgspec.Struct, frozen=True):
    """A name the trainer invents here: of a `scene`, `promise`, `person`, `choice`, `habit` or `fact`."""

    of: str


class SeveralTexts(msgspec.Struct, frozen=True):
    """One such text, or a list of them."""

    each: Kind


class Single(msgspec.Struct, frozen=True):
    """A mapping with the part's keys."""

    part: type[Part]


class Parts(msgspec.Struct, frozen=True):
    """A list of parts; or one plain text, where the part has a short form."""

    part: type[Part]


class ByName(msgspec.Struct, frozen=True):
    """A mapping from invented names to parts."""

    key: InventedName
    part: type[Part]


class ByPerson(msgspec.Struct, frozen=True):
    """A mapping from people to values; a plain value is that of whom the trainee faces."""

    each: Kind


Kind = (
    Text
    | Number
    | Word
    | Flag
    | DurationText
    | MomentText
    | ConditionText
    | LanguageText
    | KnownName
    | InventedName
    | SeveralTexts
    | Single
    | Parts
    | ByName
    | ByPerson
)


class Field(msgspec.Struct, frozen=True):
    """A key of a part."""

    key: str
    """As a trainer writes it."""
    attribute: str
    """As the model names it."""
    kind: Kind
    description: str
    """In a trainer's words; `keys` stand in backticks."""
    examples: tuple[str, ...]
    """As they are written behind the key and its colon; one that begins on a new line begins with a line break."""
    is_required: bool
    default: object
    """What holds where the key is left out, as the model has it; None where nothing does."""


@cache
def fields(part: type[Part]) -> tuple[Field, ...]:
    """The keys of a part, in the model's order."""
    return tuple(_field(part, info) for info in msgspec.structs.fields(part))


@cache
def reserved_names(of: str) -> frozenset[str]:
    """The words that cannot be names; a person is not called by a key of a line, which `person: words` would be."""
    return RESERVED | {field.key for field in fields(Line)} if of == "person" else RESERVED


def _field(part: type[Part], info: msgspec.structs.FieldInfo) -> Field:
    kind, metas = _read(info.type)
    described = next(meta for meta in reversed(metas) if meta.description)
    return Field(
        info.encode_name,
        info.name,
        kind,
        described.description or "",
        tuple(described.examples or ()),
        info.required and info.name not in part.filled,
        None if info.default is msgspec.NODEFAULT else info.default,
    )


def _read(annotation: Any) -> tuple[Kind, list[msgspec.Meta]]:
    """The kind an annotation stands for, and the notes on the way to it."""
    metas: list[msgspec.Meta] = []
    bare = annotation
    while True:
        if get_origin(bare) is Annotated:
            bare, *notes = get_args(bare)
            metas = [*notes, *metas]
        elif (inner := _without_none(bare)) is not bare:
            bare = inner
        else:
            return _kind(bare, metas), metas


def _without_none(annotation: Any) -> Any:
    """The annotation without `| None`; the annotation itself where it has none."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation
    parts = get_args(annotation)
    left = tuple(part for part in parts if part is not type(None))
    return annotation if left == parts else Union[left]  # noqa: UP007 (built from a tuple)


_PLAIN: dict[Any, Kind] = {
    Words: Text(is_label=False),
    Label: Text(is_label=True),
    bool: Flag(),
    Duration: DurationText(),
    Moment: MomentText(),
    Condition: ConditionText(),
}


def _kind(bare: Any, metas: list[msgspec.Meta]) -> Kind:
    """The kind of a type that is neither annotated nor optional."""
    extra = {key: value for meta in metas for key, value in (meta.extra or {}).items()}
    if bare in _PLAIN:
        return _PLAIN[bare]
    if bare is int:
        low = next(meta.ge for meta in metas if meta.ge is not None)
        high = next(meta.le for meta in metas if meta.le is not None)
        return Number(int(low), int(high))
    if "names" in extra:
        return KnownName(extra["names"])
    if "declares" in extra:
        return InventedName(extra["declares"])
    if "is" in extra:
        return LanguageText()
    return _composed(get_origin(bare), get_args(bare), bare, extra)


def _composed(origin: Any, arguments: tuple[Any, ...], bare: Any, extra: Mapping[str, Any]) -> Kind:
    """The kind of a type that is made of others."""
    if origin is Literal:
        return Word(arguments, extra.get("means", ()))
    if origin is Mapping:
        key, value = (_read(argument)[0] for argument in arguments)
        if isinstance(key, InventedName) and isinstance(value, Single):
            return ByName(key, value.part)
        return ByPerson(value)
    if origin is tuple:
        inner = _read(arguments[0])[0]
        return Parts(inner.part) if isinstance(inner, Single) else SeveralTexts(inner)
    if isinstance(bare, type) and issubclass(bare, Part):
        return Single(bare)
    raise TypeError(f"the format knows no {bare!r}")
