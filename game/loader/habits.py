"""The habits of several files, added up: of a key that two files give, the first one counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.diagnostics import Diagnostic, Span, Value
from game.loader.reading import read_habits
from game.scenario.model import Habit

__all__ = ["HABITS_FILE", "KnownHabits", "habits_beside"]

HABITS_FILE = "habits.yaml"


@dataclass(frozen=True)
class KnownHabits:
    """What is known of habits after some files were read."""

    habits: Mapping[str, Habit] = field(default_factory=dict)
    """Those that can be shown, by key."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where each key stands; those of faulty files too, so that one fault is not told again in every case."""
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """The texts that were read, by the file's name in the diagnostics."""

    def with_file(self, path: Path) -> KnownHabits:
        """These, and the habits of one more file."""
        reading = read_habits(path)
        told = list(reading.diagnostics)
        for key, habit in reading.habits.items():
            if self.habits.get(key, habit) != habit:
                first = self.places[key]
                values: dict[str, Value] = {"name": key, "first": first.file, "line": first.line}
                told.append(Diagnostic("same-habit", "warning", reading.places[key], values))
        return KnownHabits(
            {**reading.habits, **self.habits},
            {**reading.places, **self.places},
            (*self.diagnostics, *sorted(told, key=lambda finding: finding.span)),
            {**self.sources, str(path): reading.source},
        )

    def of_file(self, path: Path) -> KnownHabits:
        """These, with the findings on one file alone."""
        return replace(
            self, diagnostics=tuple(each for each in self.diagnostics if _is_same(Path(each.span.file), path))
        )

    def has_read(self, path: Path) -> bool:
        """Whether a file is among those that were read, however its name is written."""
        return any(_is_same(Path(source), path) for source in self.sources)


def habits_beside(case: Path, known: KnownHabits) -> KnownHabits:
    """What is known to a case: the habits known anyway, and those of its own folder, with the findings on these."""
    if not case.name:
        return replace(known, diagnostics=())
    beside = case.with_name(HABITS_FILE)
    if known.has_read(beside):
        return known.of_file(beside)
    try:
        beside.lstat()
    except (OSError, ValueError):
        return replace(known, diagnostics=())
    return known.with_file(beside).of_file(beside)


def _is_same(one: Path, other: Path) -> bool:
    if one == other:
        return True
    try:
        return one.name == other.name and one.samefile(other)
    except (OSError, ValueError):
        return False
