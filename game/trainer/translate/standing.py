"""How far a translation has come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.loader.catalogues import percent
from game.loader.po import PoEntry

__all__ = ["Standing", "standing"]


class Standing(NamedTuple):
    """How many sentences of a case stand how."""

    translated: int
    fuzzy: int
    missing: int

    @property
    def sentences(self) -> int:
        """All of them."""
        return self.translated + self.fuzzy + self.missing

    @property
    def percent(self) -> int:
        """How much of it is translated, and certain."""
        return percent(self.translated, self.sentences)


def standing(entries: Iterable[PoEntry]) -> Standing:
    """Count the sentences of a catalogue; those no longer in the case do not count."""
    current = [entry for entry in entries if not entry.is_obsolete]
    fuzzy = sum(bool(entry.translation) and entry.is_fuzzy for entry in current)
    missing = sum(not entry.translation for entry in current)
    return Standing(len(current) - fuzzy - missing, fuzzy, missing)
