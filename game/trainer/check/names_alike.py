"""Two names of one kind that differ in spelling only."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from game.scenario.parts import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell the second of two where it first stands."""
    for names in _names(case):
        first: dict[str, tuple[str, Path]] = {}
        for name, path in names.items():
            other, place = first.setdefault(_plain(name), (name, path))
            if other != name:
                line = case.reading.places.place(*place).line
                yield case.tell("names-alike", path, {"name": name, "other": other, "line": line})


def _names(case: Case) -> Iterator[dict[str, Path]]:
    """The names of each kind, with the place where each is first invented."""
    scenario = case.scenario
    yield {name: ("scenes", name) for name in scenario.scenes}
    yield {name: ("promises", name) for name in scenario.promises}
    yield {name: ("others", name) for name in scenario.others}
    for scene, content in scenario.scenes.items():
        yield {
            choice.id: ("scenes", scene, "choices", position, "id") for position, choice in enumerate(content.choices)
        }
    facts: dict[str, Path] = {}
    for path, _, move in moves(scenario):
        for key, names in (("remember", move.remember), ("forget", move.forget)):
            for position, name in enumerate(names):
                facts.setdefault(name, (*path, key, position))
    yield facts


def _plain(name: str) -> str:
    """What is left of a name without what is easily confused: how its words are joined, and accents."""
    letters = unicodedata.normalize("NFD", name.replace("-", "").replace("_", ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ß", "ss")
