"""Where the translations of cases lie, and what stands in them.

The words of `mine.yaml` in German stand in `locale/de/mine.po` beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from game.loader.languages import fallbacks, is_tag, spelling
from game.loader.po import PoEntry, PoReading, read_po
from game.loader.shelf import id_of
from game.paths import is_file

__all__ = [
    "LOCALE",
    "Catalogue",
    "Kept",
    "catalogue_for",
    "catalogue_path",
    "catalogues_of",
    "every_catalogue",
    "percent",
]

LOCALE = "locale"
"""The folder of catalogues, beside the scenarios they are of."""


class Catalogue:
    """The translations of one case into one language; only what can be shown counts."""

    def __init__(self, entries: Iterable[PoEntry]) -> None:
        usable = [entry for entry in entries if entry.is_usable]
        self._exact = {entry.key: entry.translation for entry in usable}
        self._by_text: dict[str, set[str]] = {}
        for entry in usable:
            self._by_text.setdefault(entry.original, set()).add(entry.translation)

    def lookup(self, context: str, text: str) -> str | None:
        """The translation of a sentence; else that of the same sentence elsewhere, where all have the same one."""
        exact = self._exact.get((context, text))
        if exact is not None:
            return exact
        elsewhere = self._by_text.get(text, set())
        return next(iter(elsewhere)) if len(elsewhere) == 1 else None


class Kept(NamedTuple):
    """The catalogue of a case that was found for a language."""

    path: Path
    language: str
    reading: PoReading


def catalogue_for(scenario: Path, language: str) -> Kept | None:
    """Read the catalogue of a case for a language, else for that language without its region; None without one."""
    found = catalogues_of(scenario)
    for tag in fallbacks(language):
        if tag in found:
            return Kept(found[tag], tag, read_po(found[tag]))
    return None


def every_catalogue(scenario: Path) -> tuple[Kept, ...]:
    """Read all catalogues of a case."""
    return tuple(Kept(path, tag, read_po(path)) for tag, path in catalogues_of(scenario).items())


def catalogues_of(scenario: Path) -> dict[str, Path]:
    """The catalogues of a case, by the tag of their language."""
    folders = _folders(scenario)
    paths = {tag: folder / _file_name(scenario) for tag, folder in folders.items()}
    return {tag: path for tag, path in paths.items() if is_file(path)}


def catalogue_path(scenario: Path, language: str) -> Path:
    """Where the translations of a case into a language lie, or would lie."""
    folder = _folders(scenario).get(language, scenario.parent / LOCALE / language)
    return folder / _file_name(scenario)


def percent(count: int, of: int) -> int:
    """A share in percent: all only where it is all, and nothing only where it is nothing."""
    share = 100 * count // of if of else 100
    return max(1, share) if count else share


def _file_name(scenario: Path) -> str:
    return f"{id_of(scenario)}.po"


def _folders(scenario: Path) -> dict[str, Path]:
    """The folders of the languages, by tag, whichever way it is spelt: `de-CH` or `de_CH`."""
    try:
        names = sorted(folder.name for folder in (scenario.parent / LOCALE).iterdir())
    except OSError:  # there are none, or none that may be looked at
        return {}
    found: dict[str, Path] = {}
    for name in filter(is_tag, names):
        found.setdefault(spelling(name), scenario.parent / LOCALE / name)
    return found
