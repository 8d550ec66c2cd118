"""Points without a reason: right or wrong alone teaches hardly anything, the reason does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import DIMENSIONS, Choice, Silence
from game.scenario.parts import effects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.model import Effects
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each choice, silence, and promise kept or broken, at its first points."""
    for path, done in effects(case.scenario):
        scored = [dimension for dimension in DIMENSIONS if getattr(done, dimension)]
        if scored and done.because is None:
            yield case.tell("scored-without-because", (*path, scored[0]), {"variant": _variant(path, done)})


def _variant(path: Path, done: Effects) -> str:
    if isinstance(done, Choice):
        return "choice"
    return "silence" if isinstance(done, Silence) else str(path[-1])
