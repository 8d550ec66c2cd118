"""The parts of a scenario one after the other, each with its path in the file.

A path goes down by the keys as they stand in the file and by positions in lists, from 0; a single way or line is the
first of a list, however it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.conditions import Condition
from game.scenario.model import Choice, Effects, Exit, Line, Move, Scenario
from game.scenario.names import SILENCE

__all__ = ["Located", "Path", "conditions", "effects", "lines", "moves", "ways"]

Path = tuple[str | int, ...]


class Located(NamedTuple):
    """A choice or a silence: its path, its full name, and itself."""

    path: Path
    name: str
    move: Move


def moves(scenario: Scenario) -> Iterator[Located]:
    """The choices and silences, in the file's order, each scene's silence after its choices."""
    for name, scene in scenario.scenes.items():
        for position, choice in enumerate(scene.choices):
            yield Located(("scenes", name, "choices", position), f"{name}/{choice.id}", choice)
        if scene.silence is not None:
            yield Located(("scenes", name, "silence"), f"{name}/{SILENCE}", scene.silence)


def effects(scenario: Scenario) -> Iterator[tuple[Path, Effects]]:
    """Whatever scores or moves moods: what promises do when kept and broken, then choices and silences."""
    for name, promise in scenario.promises.items():
        for key, done in (("kept", promise.kept), ("broken", promise.broken)):
            if done is not None:
                yield ("promises", name, key), done
    for path, _, move in moves(scenario):
        yield path, move


def ways(scenario: Scenario) -> Iterator[tuple[Path, Exit]]:
    """The ways a play goes on: those of scenes, of choices and of silences."""
    for name, scene in scenario.scenes.items():
        for position, way in enumerate(scene.goto):
            yield ("scenes", name, "goto", position), way
    for path, _, move in moves(scenario):
        for position, way in enumerate(move.goto):
            yield (*path, "goto", position), way


def lines(scenario: Scenario) -> Iterator[tuple[Path, Line]]:
    """What is said: when scenes open, and in answer to choices and silences."""
    for name, scene in scenario.scenes.items():
        for position, line in enumerate(scene.says):
            yield ("scenes", name, "says", position), line
    for path, _, move in moves(scenario):
        for position, line in enumerate(move.answer):
            yield (*path, "answer", position), line


def conditions(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Every `when`: of choices, of ways and of lines."""
    for path, _, move in moves(scenario):
        if isinstance(move, Choice) and move.when is not None:
            yield (*path, "when"), move.when
    for path, way in ways(scenario):
        if way.when is not None:
            yield (*path, "when"), way.when
    for path, line in lines(scenario):
        if line.when is not None:
            yield (*path, "when"), line.when
