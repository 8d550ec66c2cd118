"""Choices that only lead to each other: a play goes round for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Each circle once, an error; traps that lead to a dead end or a ring are told there."""
    for scenes, scene, way in case.survey.pits if case.survey else ():
        values = {"scene": scene, "scenes": ", ".join(f"`{each}`" for each in scenes)}
        yield case.tell("trap", ("scenes", scene), values, severity="error", witness=way)
