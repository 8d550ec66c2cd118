"""The lists and mappings that are open at a line of a text that YAML cannot read."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Level", "is_closed"]


@dataclass
class Level:
    """An open list or mapping: the column of its dashes or keys."""

    column: int
    is_list: bool
    key: str
    """The key it stands under."""
    keys: set[str] = field(default_factory=set)
    """The keys of a mapping so far."""


def is_closed(level: Level, column: int, *, is_dash: bool) -> bool:
    """Whether a line at the column ends the list or mapping."""
    return level.column > column or (level.column == column and level.is_list and not is_dash)
