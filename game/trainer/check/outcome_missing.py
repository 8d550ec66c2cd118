"""An outcome that no play comes to: of lost, kept and delighted."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from game.scenario.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]

_OUTCOMES: tuple[Outcome, ...] = get_args(get_args(Outcome)[0])


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each outcome once: at an ending that has it and is never reached, or else at the title.

    Where plays get stuck, they may yet come to it when that is mended.
    """
    if case.settled is None:
        return
    endings = case.settled.solution.endings
    reached = {ending.outcome for ending in endings.values() if ending.is_reachable}
    for outcome in _OUTCOMES:
        if reached and outcome not in reached:
            out_of_reach = [scene for scene, ending in endings.items() if ending.outcome == outcome]
            if out_of_reach:
                path = ("scenes", out_of_reach[0], "ending", "outcome")
                values = {"variant": f"{outcome}-unreached", "scene": out_of_reach[0]}
                yield case.tell("outcome-missing", path, values)
            else:
                yield case.tell("outcome-missing", ("title",), {"variant": outcome})
