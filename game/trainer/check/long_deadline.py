"""A promise by a moment of the week that has just passed when some play makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the moment; it is due at the next, more than six days later."""
    for name, way in case.survey.far.items() if case.survey else ():
        yield case.tell("long-deadline", ("promises", name, "by"), {"name": name}, witness=way)
