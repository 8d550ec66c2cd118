"""A scene at a moment of the week that some play has just missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the moment; more than six days are waited for the next."""
    for scene, way in case.survey.waits.items() if case.survey else ():
        yield case.tell("long-wait", ("scenes", scene, "at"), {"scene": scene}, witness=way)
