"""What the keys of a part ask of each other; reader and JSON Schema both go by these."""

from __future__ import annotations

import msgspec

__all__ = ["Alone", "AtLeastOne", "AtMostOne", "ExactlyOne", "Needs", "Rule"]


class ExactlyOne(msgspec.Struct, frozen=True):
    """One of the two keys, and not both."""

    first: str
    second: str


class AtLeastOne(msgspec.Struct, frozen=True):
    """One of the two keys, or both."""

    first: str
    second: str


class AtMostOne(msgspec.Struct, frozen=True):
    """One of the two keys, or neither."""

    first: str
    second: str


class Needs(msgspec.Struct, frozen=True):
    """Who writes the key writes the other, too."""

    key: str
    other: str


class Alone(msgspec.Struct, frozen=True):
    """Who writes the key writes none of the others."""

    key: str
    without: tuple[str, ...]


Rule = ExactlyOne | AtLeastOne | AtMostOne | Needs | Alone
