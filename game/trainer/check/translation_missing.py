"""Sentences without a translation, in a language into which others are translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader.catalogues import Catalogue
from game.scenario.sentences import sentences
from game.trainer.check.translations import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it once for each catalogue; those that are fuzzy are told elsewhere.

    A catalogue in which nothing is translated yet is the translator's work to come, and nobody plays in it.
    """
    for kept in case.catalogues:
        if kept.reading.file is None or not any(entry.translation for entry in kept.reading.file.entries):
            continue
        listed = {entry.key: entry for entry in kept.reading.file.entries if not entry.is_obsolete}
        fuzzy = {key for key, entry in listed.items() if entry.translation and entry.is_fuzzy}
        catalogue = Catalogue(kept.reading.file.entries)
        missing = [
            (each.context, each.text)
            for each in sentences(case.scenario)
            if catalogue.lookup(each.context, each.text) is None and (each.context, each.text) not in fuzzy
        ]
        for variant, keys in (
            ("", [key for key in missing if key in listed]),
            ("unlisted", [key for key in missing if key not in listed]),
        ):
            if keys:
                lines = [listed[key].line if key in listed else 1 for key in keys]
                yield tell("translation-missing", case, kept, lines, keys[0], variant=variant)
