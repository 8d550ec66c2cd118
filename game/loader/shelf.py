"""Where scenarios are found: the shipped folder, the user's own, and those named on the command line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game import paths
from game.diagnostics import Diagnostic, Span
from game.loader.contents import reason_of
from game.loader.curriculum import CURRICULUM_FILE, KnownCurriculum, read_curricula
from game.loader.habits import HABITS_FILE, KnownHabits, habits_beside
from game.loader.names import better
from game.loader.reading import Reading, read_file
from game.loader.suggestions import Suggestions
from game.managed import managed
from game.scenario.model import Habit
from game.scenario.names import is_name

__all__ = [
    "CURRICULUM_FILE",
    "HABITS_FILE",
    "Found",
    "Resolved",
    "find_scenarios",
    "id_of",
    "resolve",
    "scenario_folders",
]

_ENDING = ".yaml"


def scenario_folders(extra: Iterable[Path | str] = ()) -> tuple[Path, ...]:
    """The folders scenarios are looked for in, the first place of an id winning."""
    return (paths.shipped_scenarios(), paths.own_scenarios(), *map(Path, (*managed().scenarios, *extra)))


def id_of(path: Path) -> str:
    """A scenario's id: its file's name without the ending."""
    return unicodedata.normalize("NFC", path.name.removesuffix(_ENDING))


@dataclass(frozen=True)
class Resolved:
    """What somebody meant on the command line."""

    id: str
    path: Path | None
    """None where nothing of this name was found."""
    reading: Reading
    habits: Mapping[str, Habit]
    """Those known to it."""
    around: tuple[Diagnostic, ...] = ()
    """What is wrong around it: with its file's name, and with the habits.yaml beside it."""
    habits_sources: Mapping[str, str] = field(default_factory=dict)
    """The texts of the habits files, by the file's name in the diagnostics."""

    @property
    def is_there(self) -> bool:
        """Whether there is a file of that name at all."""
        return self.path is not None and paths.is_file(self.path)

    @property
    def sources(self) -> Mapping[str, str]:
        """The text that was read, by the file's name in the diagnostics."""
        own = {} if self.path is None else {str(self.path): self.reading.source}
        return {**self.habits_sources, **own}


@dataclass(frozen=True)
class Found:
    """The scenarios of some folders; a file is read when its reading is first asked for."""

    paths: Mapping[str, Path]
    """By id."""
    habits: Mapping[str, Habit]
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the folders, and with habits.yaml; not with the scenarios."""
    sources: Mapping[str, str]
    """The texts of the habits files, by the file's name in the diagnostics."""
    _readings: dict[str, Reading] = field(default_factory=dict)
    _known: KnownHabits = field(default_factory=KnownHabits)
    _curricula: tuple[Path, ...] = ()
    """The files with the path through the cases."""

    @cached_property
    def known_curriculum(self) -> KnownCurriculum:
        """The path through the cases, and what is wrong with its files; they are read when it is first asked for."""
        return read_curricula(self._curricula, self._known.places, self.paths)

    def reading(self, scenario_id: str) -> Reading:
        """Read a scenario that was found.

        Raises:
            KeyError: no scenario of this id was found.
        """
        if scenario_id not in self._readings:
            self._readings[scenario_id] = read_file(self.paths[scenario_id], self._known.places)
        return self._readings[scenario_id]

    def resolve(self, id_or_file: str) -> Resolved:
        """Find what is meant by a scenario's id or a file's name, and read it."""
        if id_or_file in self.paths:
            return self._resolved(id_or_file, self.paths[id_or_file], self.reading(id_or_file))
        path = Path(id_or_file)
        beside = Path(f"{id_or_file}{_ENDING}")
        if path.name != id_or_file or path.suffix == _ENDING or _is_there(path):
            return self._resolved(id_of(path), path)
        if is_name(id_or_file) and _is_there(beside):  # an id whose file lies where one stands
            return self._resolved(id_or_file, beside)
        nearest = Suggestions().nearest("scenario", id_or_file, self.paths) if self.paths else {"variant": "none"}
        values = {"id": id_or_file, "known": ", ".join(self.paths), **nearest}
        nothing = Reading(None, (Diagnostic("unknown-scenario", "error", Span(id_or_file), values),), "", id_or_file)
        return Resolved(id_or_file, None, nothing, self.habits)

    def habits_of(self, path: Path) -> KnownHabits:
        """What is known after a habits file was read, and what is wrong with that one."""
        return (self._known if self._known.has_read(path) else self._known.with_file(path)).of_file(path)

    def curriculum_of(self, path: Path) -> KnownCurriculum:
        """What is known after this curriculum file alone, which may name the cases and habits beside it, too."""
        beside = find_scenarios([path.parent]).paths
        return read_curricula([path], habits_beside(path, self._known).places, {*self.paths, *beside})

    def _resolved(self, scenario_id: str, path: Path, reading: Reading | None = None) -> Resolved:
        known = habits_beside(path, self._known)
        reading = reading or read_file(path, known.places)
        around = (*_ill_named(path), *known.diagnostics) if paths.is_file(path) else ()
        return Resolved(scenario_id, path, reading, known.habits, around, known.sources)


def find_scenarios(folders: Iterable[Path | str]) -> Found:
    """Look through folders, in this order; nothing is read but the habits."""
    found: dict[str, Path] = {}
    known = KnownHabits()
    curricula: list[Path] = []
    told: list[Diagnostic] = []
    for folder in dict.fromkeys(map(Path, folders)):
        for path in _files(folder, told):
            if path.name == HABITS_FILE:
                known = known.with_file(path)
            elif path.name == CURRICULUM_FILE:
                curricula.append(path)
            else:
                _put(path, found, told)
    return Found(found, known.habits, (*told, *known.diagnostics), known.sources, {}, known, tuple(curricula))


def _put(path: Path, found: dict[str, Path], told: list[Diagnostic]) -> None:
    """Put a file on the shelf, unless its id stands there already."""
    scenario_id = id_of(path)
    if scenario_id in found:
        values = {"id": scenario_id, "first": str(found[scenario_id])}
        told.append(Diagnostic("same-id", "warning", Span(str(path)), values))
        return
    told += _ill_named(path)
    found[scenario_id] = path


def _ill_named(path: Path) -> tuple[Diagnostic, ...]:
    """The finding on a file's name that is not spelt as an id."""
    scenario_id = id_of(path)
    if is_name(scenario_id):
        return ()
    values = {"id": scenario_id, **better(scenario_id.removesuffix(".yml"))}
    return (Diagnostic("file-name", "warning", Span(str(path)), values),)


def _files(folder: Path, told: list[Diagnostic]) -> list[Path]:
    """The YAML files of a folder, by name; hidden ones are the system's."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        if folder != paths.own_scenarios():  # which is made when it is first needed
            told.append(Diagnostic("folder-missing", "error", Span(str(folder))))
        return []
    except (OSError, ValueError) as fault:
        told.append(Diagnostic("folder-unreadable", "error", Span(str(folder)), {"reason": reason_of(fault)}))
        return []
    return [folder / name for name in names if name.endswith(_ENDING) and not name.startswith(".")]


def resolve(id_or_file: str, folders: Iterable[Path | str]) -> Resolved:
    """Find what is meant by a scenario's id or a file's name, and read it."""
    return find_scenarios(folders).resolve(id_or_file)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
