"""A promise that no choice makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.parts import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the promise is declared."""
    made = {name for _, _, move in moves(case.scenario) for name in move.promise}
    for name in case.scenario.promises:
        if name not in made:
            yield case.tell("promise-never-made", ("promises", name), {"name": name})
