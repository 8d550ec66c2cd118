"""Somebody as they are being made or changed: a pseudonym, and the look of their avatar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from game.looks.portrait import look_from, words_of
from game.scenario.model import Face

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.looks.portrait import Look
    from game.records import Person

__all__ = ["Draft", "draft_of", "look_in_words", "look_of"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been said so far."""

    name: str = ""
    words: Mapping[str, Any] | None = None
    """The avatar in the words of `face:`; None as long as the name decides."""
    of: str = ""
    """Whose draft it is, by id; empty for somebody new."""

    @property
    def fit_name(self) -> str:
        """The pseudonym as it is kept: no blanks around it, and one between two words."""
        return " ".join(self.name.split())

    @property
    def look(self) -> Look:
        """How the avatar looks."""
        return look_in_words(self.words, self.name)

    def with_look(self, look: Look) -> Draft:
        """The same with another avatar."""
        return replace(self, words=words_of(look))

    def with_name(self, name: str) -> Draft:
        """The same with another pseudonym."""
        return replace(self, name=name)

    def as_named(self) -> Draft:
        """The same with the avatar the name has."""
        return replace(self, words=None)


def draft_of(person: Person) -> Draft:
    """Somebody as they are."""
    return Draft(person.name, person.look, person.id)


def look_of(person: Person) -> Look:
    """How somebody's avatar looks."""
    return look_in_words(person.look, person.name)


def look_in_words(words: Mapping[str, Any] | None, name: str) -> Look:
    """The look of some words; where they cannot be read, as the name has it."""
    try:
        face = None if words is None else msgspec.convert(dict(words), Face)
        return look_from(face, name)
    except (ValueError, TypeError):
        return look_from(None, name)
