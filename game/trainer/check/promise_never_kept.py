"""A promise that some choice makes, and none keeps or calls off."""

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
    settled = {name for _, _, move in moves(case.scenario) for name in (*move.keep, *move.release)}
    for name in case.scenario.promises:
        if name in made - settled:
            yield case.tell("promise-never-kept", ("promises", name), {"name": name})
