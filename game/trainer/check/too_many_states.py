"""A case with too many states to prove anything of all its plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts.figures import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the scenes begin."""
    if case.survey is None:
        yield case.tell("too-many-states", ("scenes",), {"limit": grouped(case.limit)})
