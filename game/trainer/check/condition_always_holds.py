"""A condition that holds wherever it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.check.asked import one_sided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the condition: it decides nothing."""
    for path, kind, name, holds, way in one_sided(case):
        if holds:
            yield case.tell("condition-always-holds", path, {"variant": kind, "name": name}, witness=way)
