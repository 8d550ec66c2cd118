"""A best play that breaks a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the promise is declared; one that nobody can keep or call off is told as that."""
    if case.settled is None:
        return
    for name, way in case.settled.best_breaks.items():
        fate = case.settled.promises[name]
        if fate.kept is not None or fate.released is not None:
            yield case.tell("best-play-breaks-promise", ("promises", name), {"name": name}, witness=way)
