"""Figures beside the limits they are held against, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Figure", "table"]


class Figure(NamedTuple):
    """Something measured."""

    what: str
    value: str
    limit: str
    is_met: bool | None
    """None where there is no limit."""


def table(figures: Iterable[Figure]) -> str:
    """The figures, a line each."""
    rows = [("measured", "value", "limit", "")]
    verdicts = {True: "met", False: "MISSED", None: ""}
    rows += [(each.what, each.value, each.limit, verdicts[each.is_met]) for each in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows]
    return "\n".join(lines)
