"""The curricula of several files, one behind the other: of a case that stands in two places, the first one counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from msgspec.structs import replace

from game.diagnostics import Diagnostic, Span, Value
from game.loader.reading import CurriculumReading, read_curriculum
from game.loader.source_map import SourceMap
from game.scenario.curriculum import Chapter, Curriculum

__all__ = ["CURRICULUM_FILE", "KnownCurriculum", "read_curricula"]

CURRICULUM_FILE = "curriculum.yaml"


@dataclass(frozen=True)
class KnownCurriculum:
    """What is known of the path after some files were read."""

    curriculum: Curriculum = field(default_factory=Curriculum)
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """The texts that were read, by the file's name in the diagnostics."""


def read_curricula(files: Iterable[Path], habits: Collection[str], cases: Collection[str]) -> KnownCurriculum:
    """Read files and put their chapters together; chapters of one key become one, under its first title.

    Args:
        files: those that are there, in the order of the folders.
        habits: the keys of the known habits.
        cases: the ids of the cases that were found.
    """
    chapters: dict[str, Chapter] = {}
    first_places: dict[str, Span] = {}
    after: dict[str, tuple[Span, tuple[str, ...]]] = {}
    told: list[Diagnostic] = []
    sources: dict[str, str] = {}
    for path in files:
        reading = read_curriculum(path, habits, cases)
        sources[str(path)] = reading.source
        told += reading.diagnostics
        told += _twice(reading, str(path), first_places, after)
        for key, chapter in reading.curriculum.chapters.items():
            known = chapters.get(key)
            chapters[key] = chapter if known is None else replace(known, cases=(*known.cases, *chapter.cases))
    told += _rings(after)
    return KnownCurriculum(_each_once(chapters), tuple(sorted(told, key=lambda finding: finding.span)), sources)


def _twice(
    reading: CurriculumReading, file: str, places: dict[str, Span], after: dict[str, tuple[Span, tuple[str, ...]]]
) -> Iterator[Diagnostic]:
    """Tell the cases that stand somewhere already, and note the others' places."""
    source_map = SourceMap(reading.source, file)
    for key, chapter in reading.curriculum.chapters.items():
        for position, lesson in enumerate(chapter.cases):
            place = source_map.place(key, "cases", position, "case")
            first = places.setdefault(lesson.case, place)
            if first is not place:
                values: dict[str, Value] = {"case": lesson.case, "first": first.file, "line": first.line}
                yield Diagnostic("case-twice", "warning", place, values)
            elif lesson.after:
                after[lesson.case] = source_map.place(key, "cases", position, "after"), lesson.after


def _rings(after: Mapping[str, tuple[Span, tuple[str, ...]]]) -> Iterator[Diagnostic]:
    """Tell a case that comes after itself; of several such rings the first that is found."""
    try:
        TopologicalSorter({case: before for case, (_, before) in after.items()}).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        values = {"case": ring[0], "ring": ", ".join(ring)}
        yield Diagnostic("case-after-itself", "warning", after[ring[-1]][0], values)


def _each_once(chapters: Mapping[str, Chapter]) -> Curriculum:
    """The chapters without the cases that stood in one before, and without those that are left empty."""
    seen: set[str] = set()
    kept: dict[str, Chapter] = {}
    for key, chapter in chapters.items():
        lessons = []
        for lesson in chapter.cases:
            if lesson.case not in seen:
                seen.add(lesson.case)
                lessons.append(lesson)
        if lessons:
            kept[key] = replace(chapter, cases=tuple(lessons))
    return Curriculum(chapters=kept)
