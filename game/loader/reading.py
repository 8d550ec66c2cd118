"""The whole way from a text or a file to a scenario, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from game.diagnostics import Diagnostic, Span
from game.loader.contents import Contents, contents_of_file, contents_of_text
from game.loader.mending import compose_mended
from game.loader.names import normal
from game.loader.nodes import PARSER, Parser
from game.loader.parts import reader_of
from game.loader.references import check_references
from game.loader.source_map import SourceMap
from game.loader.walk import Walk
from game.scenario.curriculum import Curriculum
from game.scenario.kinds import Kind, Single, fields
from game.scenario.model import Habit, Habits, Scenario

__all__ = [
    "CurriculumReading",
    "HabitsReading",
    "Reading",
    "read_curriculum",
    "read_file",
    "read_habits",
    "read_habits_text",
    "read_text",
]


@dataclass(frozen=True)
class Reading:
    """What came of reading a scenario."""

    scenario: Scenario | None
    """None where an error keeps the file from being a scenario."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of their places."""
    source: str
    """The text that was read; the places are places in it."""
    name: str
    """What its places are told with."""

    @cached_property
    def places(self) -> SourceMap:
        """Where the parts of the scenario stand."""
        return SourceMap(self.source, self.name)


@dataclass(frozen=True)
class HabitsReading:
    """What came of reading habits; those of a faulty file are left out."""

    habits: Mapping[str, Habit]
    diagnostics: tuple[Diagnostic, ...]
    source: str
    places: Mapping[str, Span]
    """Where the key of each habit stands, the faulty ones' too."""


@dataclass(frozen=True)
class CurriculumReading:
    """What came of reading a curriculum; it is empty where an error keeps it from being one."""

    curriculum: Curriculum
    diagnostics: tuple[Diagnostic, ...]
    source: str


_SCENARIO = Single(Scenario)
_HABITS = fields(Habits)[0].kind
_CHAPTERS = fields(Curriculum)[0].kind


def read_text(
    text: str | bytes, name: str, habits: Collection[str] | None = None, *, parser: Parser = PARSER
) -> Reading:
    """Read a scenario from a text; `name` is what its places are told with.

    `habits` are the known ones' keys (a mapping of habits will do); None leaves their names unchecked.
    """
    return _read_scenario(contents_of_text(text, name), habits, parser)


def read_file(path: Path | str, habits: Collection[str] | None = None) -> Reading:
    """Read a scenario from a file; whatever is wrong with the file is told as a diagnostic.

    `habits` are the known ones' keys (a mapping of habits will do); None leaves their names unchecked.
    """
    return _read_scenario(contents_of_file(Path(path), str(path)), habits, PARSER)


def read_habits(path: Path | str) -> HabitsReading:
    """Read habits.yaml."""
    return _read_habits(contents_of_file(Path(path), str(path)))


def read_habits_text(text: str | bytes, name: str) -> HabitsReading:
    """Read habits from a text; `name` is what its places are told with."""
    return _read_habits(contents_of_text(text, name))


def read_curriculum(path: Path | str, habits: Collection[str], cases: Collection[str]) -> CurriculumReading:
    """Read curriculum.yaml; `habits` and `cases` are the known ones' names."""
    contents = contents_of_file(Path(path), str(path))
    chapters, found = _read(contents, _CHAPTERS, habits, PARSER, cases=cases)
    return CurriculumReading(Curriculum(chapters=chapters or {}), found, contents.source.text)


def _read_habits(contents: Contents) -> HabitsReading:
    places: dict[str, Span] = {}
    habits, found = _read(contents, _HABITS, None, PARSER, places)
    return HabitsReading(habits or {}, found, contents.source.text, places)


def _read_scenario(contents: Contents, habits: Collection[str] | None, parser: Parser) -> Reading:
    scenario, found = _read(contents, _SCENARIO, habits, parser)
    return Reading(scenario, found, contents.source.text, contents.source.name)


def _read(
    contents: Contents,
    kind: Kind,
    habits: Collection[str] | None,
    parser: Parser,
    places: dict[str, Span] | None = None,
    *,
    cases: Collection[str] = (),
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The value of a file, or None, and the findings in the order of their places.

    `places` is filled with where the file's own keys stand.
    """
    found = list(contents.found)
    value = None
    if contents.text or not found:
        root, walk = compose_mended(contents, parser)
        if root is not None and kind == _SCENARIO and not _is_scenario(root):
            walk.found = [Diagnostic("not-a-scenario", "error", contents.source.span(0, 0))]
        elif root is not None:
            value = reader_of(kind)(walk, root, root)
            check_references(walk, habits, cases)
            if places is not None:
                places.update(_places(walk, root))
        found += walk.found
    if any(finding.is_error for finding in found):
        value = None
    found.sort(key=lambda finding: finding.span)
    return value, tuple(found)


def _places(walk: Walk, root: yaml.Node) -> dict[str, Span]:
    """Where each key of a file's outermost mapping stands, the first time."""
    found: dict[str, Span] = {}
    for key, _ in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            start, end = map(walk.draft.origin, walk.extent(key))
            found.setdefault(normal(key.value), walk.source.span(start, end))
    return found


def _is_scenario(root: yaml.Node) -> bool:
    """Whether any key of a scenario stands in the file; if not, it is another file, and telling more is no use."""
    keys = {field.key for field in fields(Scenario)}
    return isinstance(root, yaml.MappingNode) and any(
        isinstance(key, yaml.ScalarNode) and key.value in keys for key, _ in root.value
    )
