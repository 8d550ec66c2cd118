"""Catalogues that cannot be read: the case is played in its own words, and `translate` leaves them as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell what the reader of catalogues found."""
    for kept in case.catalogues:
        yield from kept.reading.diagnostics
