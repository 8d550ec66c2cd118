"""A fact that is remembered and never asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader.suggestions import Suggestions
from game.scenario.conditions import Fact, terms
from game.scenario.parts import conditions, moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where it is first remembered."""
    asked = {term.name for _, when in conditions(case.scenario) for term in terms(when) if isinstance(term, Fact)}
    remembered = {fact for _, _, move in moves(case.scenario) for fact in move.remember}
    told: set[str] = set()
    for path, _, move in moves(case.scenario):
        for position, fact in enumerate(move.remember):
            if fact not in asked and fact not in told:
                told.add(fact)
                nearest = Suggestions().nearest("fact", fact, asked - remembered)
                yield case.tell("fact-never-asked", (*path, "remember", position), {"name": fact, **nearest})
