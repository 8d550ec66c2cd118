"""People of a machine that keeps them only as long as a test runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.looks.portrait import Look, words_of
from game.records import Person, Trouble
from game.window.screens.people import Register

__all__ = ["SAVED", "Kept", "three_people"]

SAVED = Path("Documents") / "gastgeber-kim.json"
_KIM = Look(skin=3, hair="fringe", hair_color="black", glasses="round", clothes="plum", background="sage", age=26)


def three_people() -> list[Person]:
    """One with an avatar of their own, one whose name decides, one with a long name."""
    return [
        Person("a", "Kim", words_of(_KIM)),
        Person("b", "Captain Nemo"),
        Person("c", "Alexandra Wintergarten-Oberhuber"),
    ]


class Kept:
    """A register, and what became of it."""

    def __init__(self) -> None:
        self.people = three_people()
        self.chosen = "a"
        self.trouble = ""
        """What every change is answered with; empty where all is well."""
        self.exported: list[str] = []
        self.servers: tuple[str, ...] = ()

    @property
    def register(self) -> Register:
        """What the screen asks."""
        return Register(
            people=lambda: tuple(self.people),
            current=lambda: self.person(self.chosen),
            choose=self.choose,
            add=self.add,
            rename=lambda person, name: self._change(replace(self.person(person), name=name)),
            set_look=lambda person, words: self._change(replace(self.person(person), look=words)),
            plays=lambda _person: 12,
            servers=lambda _person: self.servers,
            export=self.export,
            erase=self.erase,
        )

    def person(self, person: str) -> Person:
        """One of them, by id; whoever came first, where that one is gone."""
        return next((each for each in self.people if each.id == person), self.people[0])

    def looks(self) -> Mapping[str, Mapping[str, Any] | None]:
        """The avatars, by name."""
        return {each.name: each.look for each in self.people}

    def choose(self, person: str) -> None:
        """Have somebody play."""
        self._refuse()
        self.chosen = person

    def add(self, name: str) -> Person:
        """Make somebody."""
        self._refuse()
        person = Person(f"new-{len(self.people)}", name)
        self.people.append(person)
        return person

    def export(self, person: str) -> Path:
        """Save somebody."""
        self._refuse()
        self.exported.append(person)
        return SAVED

    def erase(self, person: str) -> None:
        """Erase somebody."""
        self._refuse()
        self.people = [each for each in self.people if each.id != person]

    def _change(self, changed: Person) -> None:
        self._refuse()
        self.people = [changed if each.id == changed.id else each for each in self.people]

    def _refuse(self) -> None:
        if self.trouble:
            raise Trouble(self.trouble)
