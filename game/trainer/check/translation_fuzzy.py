"""Translations that were made for other words than the sentence has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.check.translations import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it once for each catalogue."""
    for kept in case.catalogues:
        entries = () if kept.reading.file is None else kept.reading.file.entries
        fuzzy = [entry for entry in entries if entry.translation and entry.is_fuzzy and not entry.is_obsolete]
        if fuzzy:
            yield tell("translation-fuzzy", case, kept, [entry.line for entry in fuzzy], fuzzy[0].key)
