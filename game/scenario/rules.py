"""What the keys of a part ask of each other; reader and JSON Schema both go by these."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Alone", "AtLeastOne", "AtMostOne", "ExactlyOne", "Needs", "Rule"]


@dataclass(frozen=True)
class ExactlyOne:
    """One of the two keys, and not both."""

    first: str
    second: str


@dataclass(frozen=True)
class AtLeastOne:
    """One of the two keys, or both."""

    first: str
    second: str


@dataclass(frozen=True)
class AtMostOne:
    """One of the two keys, or neither."""

    first: str
    second: str


@dataclass(frozen=True)
class Needs:
    """Who writes the key writes the other, too."""

    key: str
    other: str


@dataclass(frozen=True)
class Alone:
    """Who writes the key writes none of the others."""

    key: str
    without: tuple[str, ...]


Rule = ExactlyOne | AtLeastOne | AtMostOne | Needs | Alone
