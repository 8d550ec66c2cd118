"""Brings the catalogues of the program's own sentences up to date, and compiles them.

    python -m tests.texts.catalogues          after sentences were added or reworded, or translations written
    python -m tests.texts.catalogues --tidy   the same, and without what nobody says any more

What was reworded keeps its translation as fuzzy. The PO files are for people and their tools, and the MO files beside
them for the program, so that no start compiles anything; both are committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game.loader.po import PoEntry, PoFile, read_po
from game.texts import LANGUAGES
from game.texts.language import CATALOGUES as LOCALES
from game.trainer.translate.merging import merge
from game.trainer.translate.writing import po_text
from tests.texts.sentences import CATALOGUES, catalogue_of, said

__all__ = ["BORROWED", "compiled", "kept", "main", "path_of", "renewed", "wanted"]

BORROWED = "LC_MESSAGES/argparse"
"""What argparse says, under the name by which gettext finds it; nobody renews it, for it is Python's."""

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""A time of day would change the file with every renewal."""


def path_of(language: str, name: str) -> Path:
    """Where a catalogue lies."""
    return LOCALES / language / f"{name}.po"


def wanted(name: str) -> tuple[PoEntry, ...]:
    """The sentences of a catalogue, untranslated; what both say stands among the players'."""
    places: dict[str, dict[str, None]] = {}
    for words, path in said():
        places.setdefault(words, {})[path] = None
    return tuple(
        PoEntry("", words, "", references=tuple(paths))
        for words, paths in places.items()
        if min(map(catalogue_of, paths), key=CATALOGUES.index) == name
    )


def kept(language: str, name: str) -> PoFile:
    """A catalogue as it lies there.

    Raises:
        ValueError: it cannot be read; the first reason is named.
    """
    reading = read_po(path_of(language, name))
    if reading.file is None:
        raise ValueError(str(reading.diagnostics[0]))
    return reading.file


def renewed(language: str, name: str, *, is_tidy: bool = False) -> PoFile:
    """A catalogue brought up to date with the code."""
    old = kept(language, name)
    entries = merge(wanted(name), old.entries).entries
    return old._replace(entries=tuple(entry for entry in entries if not (is_tidy and entry.is_obsolete)))


def compiled(language: str, file: PoFile) -> Catalog:
    """What of a catalogue the program reads."""
    catalog = Catalog(language, creation_date=_NEVER, revision_date=_NEVER)
    for entry in file.entries:
        if entry.is_usable:
            catalog.add(entry.original, entry.translation)
    return catalog


def main(arguments: list[str]) -> int:
    """Renew and compile them all, and say what is left to translate."""
    for language in LANGUAGES:
        for name in (*CATALOGUES, BORROWED) if language != "en" else ():
            is_own = name in CATALOGUES
            file = renewed(language, name, is_tidy="--tidy" in arguments) if is_own else kept(language, name)
            path = path_of(language, name)
            path.write_text(po_text(file), encoding="utf-8")
            with path.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, compiled(language, file))
            print("; ".join([f"{language}/{name}: {len(file.entries)} sentences", *_left(file)]))
    return 0


def _left(file: PoFile) -> Iterator[str]:
    for word, count in (
        ("untranslated", sum(not entry.translation for entry in file.entries)),
        ("fuzzy", sum(entry.is_fuzzy for entry in file.entries)),
        ("obsolete", sum(entry.is_obsolete for entry in file.entries)),
    ):
        if count:
            yield f"{count} {word}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
