"""What `check` is to look at: files, ids, folders, or whatever is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.loader import find_scenarios
from game.loader.po import read_po
from game.loader.shelf import CURRICULUM_FILE, HABITS_FILE
from game.paths import is_file, is_folder
from game.trainer.check.examining import examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.diagnostics import Diagnostic
    from game.loader import Found

__all__ = ["Looked", "Targets", "find_targets"]


class Looked(NamedTuple):
    """What was found in a file and beside it."""

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    """The texts that were read, by the files' names in the findings."""


class Targets(NamedTuple):
    """What is to be looked at, and what is wrong with the way there."""

    shelf: Found
    names: tuple[str, ...]
    """Files and ids, each once."""
    findings: tuple[Diagnostic, ...]
    """On the folders, and on the habits and curricula of those that are looked through as a whole."""
    sources: Mapping[str, str]
    """The texts of the habits and curricula, by the files' names in the findings."""

    def look(self, name: str) -> Looked:
        """Read a file or the scenario of an id, and examine it."""
        if Path(name).name == HABITS_FILE:
            known = self.shelf.habits_of(Path(name))
            return Looked(known.diagnostics, known.sources)
        if Path(name).name == CURRICULUM_FILE:
            path = self.shelf.curriculum_of(Path(name))
            return Looked(path.diagnostics, path.sources)
        resolved = self.shelf.resolve(name)
        findings = (*resolved.around, *examine(resolved.reading, resolved.path, name))
        return Looked(findings, {**_catalogues(findings), **resolved.sources})

    def path(self, name: str) -> Path:
        """The file that is meant; it need not be there."""
        return self.shelf.paths.get(name, Path(name))


def _catalogues(findings: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts of the catalogues of translations in which something was found."""
    files = {finding.span.file for finding in findings if finding.span.file.endswith(".po")}
    return {file: read_po(Path(file)).source for file in files}


def find_targets(paths: Sequence[str], folders: Iterable[Path | str]) -> Targets:
    """What is meant by files, ids and folders; without any, all scenarios that are found."""
    shelf = find_scenarios(folders)
    if not paths:
        known = shelf.known_curriculum
        told = (*shelf.diagnostics, *known.diagnostics)
        return Targets(shelf, tuple(shelf.paths), told, {**shelf.sources, **known.sources})
    names: dict[str, None] = {}
    sources = dict(shelf.sources)
    findings = [finding for finding in shelf.diagnostics if finding.code in ("folder-missing", "folder-unreadable")]
    for path in paths:
        if path not in shelf.paths and not path.endswith(".yaml") and is_folder(Path(path)):
            within = find_scenarios([path])
            findings += (each for each in within.diagnostics if each.code != "file-name")
            sources |= within.sources
            if is_file(Path(path, CURRICULUM_FILE)):
                known = shelf.curriculum_of(Path(path, CURRICULUM_FILE))
                findings += known.diagnostics
                sources |= known.sources
            names |= dict.fromkeys(map(str, within.paths.values()))
        else:
            names[path] = None
    return Targets(shelf, tuple(names), tuple(findings), sources)
