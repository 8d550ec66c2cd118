"""Catalogues that were not brought up to date when their case was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.sentences import sentences
from game.trainer.check.translations import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell once for each catalogue which of its sentences are no longer in the case."""
    for kept in case.catalogues:
        known = {(each.context, each.text) for each in sentences(case.scenario)}
        entries = () if kept.reading.file is None else kept.reading.file.entries
        stale = [entry for entry in entries if entry.key not in known and not entry.is_obsolete]
        if stale:
            yield tell("translation-stale", case, kept, [entry.line for entry in stale], stale[0].key)
