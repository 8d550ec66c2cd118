"""A timed scene that lasts so long that case time must be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import duration_words
from game.scenario.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]

_LONGEST = 10 * MINUTE
"""Real time; the limits of shipped cases are of less than two minutes."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the time of the scene."""
    for name, scene in case.scenario.scenes.items():
        if scene.within is not None and scene.within > _LONGEST:
            values = {"scene": name, "within": duration_words(scene.within)}
            yield case.tell("long-time-limit", ("scenes", name, "within"), values)
