"""People by the names that are shown: a trainer may write these where the keys of the people belong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from game.diagnostics import Value

__all__ = ["Called", "of_speaker", "people_in", "person_called"]

_PERSON = re.compile(r"^[ \t]*([^\s:]+):[ \t]*\r?\n[ \t]+name:[ \t]+(.*)", re.MULTILINE)


class Called(NamedTuple):
    """A person, by key, and by the name shown."""

    person: str
    name: str


def of_speaker(called: Called) -> dict[str, Value]:
    """The values of the finding on a name that is shown, in front of what the person says."""
    return {"variant": "speaker", "name": called.name, "person": called.person}


def people_in(text: str) -> dict[str, str]:
    """The people of a text that YAML cannot read, by the name shown: a key, and `name:` in the line below it."""
    return {found[2].strip(" \t\r\"'"): found[1] for found in _PERSON.finditer(text)}


def person_called(words: str, people: Mapping[str, str]) -> Called | None:
    """Who is meant by a name: all of the name shown, or its first or last word, alone or behind a title."""
    meant = _words(words)
    for name, person in people.items():
        shown = _words(name)
        if shown and meant and (meant in (shown, shown[:1]) or (len(meant) <= 2 and meant[-1] == shown[-1])):
            return Called(person, name)
    return None


def _words(name: str) -> list[str]:
    """The words of a name, without the commas between them."""
    return name.casefold().replace(",", " ").split()
