"""A case whose best plays all let some time run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.names import SILENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the first silence of a shortest best play."""
    way = case.settled.best_silence if case.settled else None
    if way is not None:
        scene = way[-1].partition("/")[0]
        yield case.tell("best-play-needs-silence", ("scenes", scene, SILENCE), {"scene": scene}, witness=way)
