"""The curricula of several files, one behind the other: of a case that stands in two places, the first one counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from game.diagnostics import Diagnostic, Span, Value
from game.loader.reading import read_curriculum
from game.loader.source_map import SourceMap
from game.scenario.curriculum import Chapter, Curriculum, Lesson

__all__ = ["CURRICULUM_FILE", "KnownCurriculum", "read_curricula"]

CURRICULUM_FILE = "curriculum.yaml"


@dataclass(frozen=True)
class KnownCurriculum:
    """What is known of the path after some files were read."""

    curriculum: Curriculum = field(default_factory=Curriculum)
    """Each case stands on it once."""
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """The texts that were read, by the file's name in the diagnostics."""

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """The cases of all chapters in their order, by id."""
        return {lesson.case: lesson for chapter in self.curriculum.chapters.values() for lesson in chapter.cases}


class _Place(NamedTuple):
    """Where a lesson stands; looked up only when something is to be told of it."""

    source_map: SourceMap
    chapter: str
    position: int

    def span(self, key: str) -> Span:
        return self.source_map.place(self.chapter, "cases", self.position, key)


def read_curricula(files: Iterable[Path], habits: Collection[str], cases: Collection[str]) -> KnownCurriculum:
    """Read files and put their chapters together; chapters of one key become one, under its first title.

    Args:
        files: those that are there, in the order of the folders.
        habits: the keys of the known habits.
        cases: the ids of the cases that were found.
    """
    chapters: dict[str, Chapter] = {}
    places: dict[str, _Place] = {}
    told: list[Diagnostic] = []
    sources: dict[str, str] = {}
    for path in files:
        reading = read_curriculum(path, habits, cases)
        sources[str(path)] = reading.source
        told += reading.diagnostics
        source_map = SourceMap(reading.source, str(path))
        for key, chapter in reading.curriculum.chapters.items():
            new = []
            for position, lesson in enumerate(chapter.cases):
                place = _Place(source_map, key, position)
                if lesson.case in places:
                    told.append(_twice(lesson, places[lesson.case], place))
                else:
                    places[lesson.case] = place
                    new.append(lesson)
            known = chapters.get(key, replace(chapter, cases=()))
            chapters[key] = replace(known, cases=(*known.cases, *new))
    kept = Curriculum(chapters={key: chapter for key, chapter in chapters.items() if chapter.cases})
    told += _rings(kept, places)
    return KnownCurriculum(kept, tuple(sorted(told, key=lambda finding: finding.span)), sources)


def _twice(lesson: Lesson, first: _Place, place: _Place) -> Diagnostic:
    before = first.span("case")
    values: dict[str, Value] = {"case": lesson.case, "first": before.file, "line": before.line}
    return Diagnostic("case-twice", "warning", place.span("case"), values)


def _rings(curriculum: Curriculum, places: Mapping[str, _Place]) -> Iterator[Diagnostic]:
    """Tell a case that comes after itself; of several such rings the first that is found."""
    lessons = (lesson for chapter in curriculum.chapters.values() for lesson in chapter.cases)
    try:
        TopologicalSorter({lesson.case: lesson.after for lesson in lessons}).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        values = {"case": ring[0], "ring": ", ".join(ring)}
        yield Diagnostic("case-after-itself", "warning", places[ring[-1]].span("after"), values)
