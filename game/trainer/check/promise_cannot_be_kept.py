"""A promise that some play makes and none keeps, though choices would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.parts import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the promise is declared.

    Where no choice at all keeps it or calls it off, promise-never-kept tells; where none that would keep it is ever
    taken, it is told what keeps plays from them.
    """
    if case.settled is None:
        return
    unreachable = case.settled.solution.unreachable_choices
    taken = [move for _, name, move in moves(case.scenario) if name not in unreachable]
    for name, fate in case.settled.promises.items():
        if fate.made is None or fate.kept is not None:
            continue
        is_late = any(name in move.keep for move in taken)
        is_never_called_off = fate.released is None and any(name in move.release for move in taken)
        if is_late or is_never_called_off:
            yield case.tell("promise-cannot-be-kept", ("promises", name), {"name": name}, witness=fate.made)
