"""A scene in which a play stops: no choice is on offer, and nothing leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Each scene once, an error: whoever comes there never ends the case."""
    for scene, way in case.solution.dead_ends if case.solution else ():
        values = {"scene": scene}
        if case.scenario.scenes[scene].choices:
            values["variant"] = "closed"
        yield case.tell("dead-end", ("scenes", scene), values, severity="error", witness=way)
