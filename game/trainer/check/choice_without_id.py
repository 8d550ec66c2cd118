"""A choice that is called by its position in the scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import Choice
from game.scenario.parts import moves
from game.trainer.check.ids import new_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each, with the id that `check --fix` would write."""
    ids = new_ids(case.scenario)
    for path, name, move in moves(case.scenario):
        if name in ids and isinstance(move, Choice):
            key = "say" if move.say is not None else "do"
            yield case.tell("choice-without-id", (*path, key), {"name": name, "suggestion": ids[name]})
