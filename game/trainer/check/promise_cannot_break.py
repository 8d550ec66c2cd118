"""A promise that some play makes and none breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the promise is declared."""
    for name, fate in case.settled.promises.items() if case.settled else ():
        if fate.made is not None and fate.broken is None:
            yield case.tell("promise-cannot-break", ("promises", name), {"name": name}, witness=fate.made)
