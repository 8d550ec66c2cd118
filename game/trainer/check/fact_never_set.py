"""A fact that is asked for or forgotten, and never remembered.

One that stands in no `remember` and no `forget` at all the loader has told as a name that is not declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader.suggestions import Suggestions
from game.scenario.conditions import Fact, terms
from game.scenario.parts import conditions, moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where it is forgotten and wherever it is asked for."""
    remembered = {fact for _, _, move in moves(case.scenario) for fact in move.remember}
    for path, fact in _named(case):
        if fact not in remembered:
            nearest = Suggestions().nearest("fact", fact, remembered)
            yield case.tell("fact-never-set", path, {"name": fact, **nearest}, word=fact)


def _named(case: Case) -> Iterator[tuple[Path, str]]:
    """Facts that are forgotten or asked for, with their places."""
    for path, _, move in moves(case.scenario):
        for position, forgotten in enumerate(move.forget):
            yield (*path, "forget", position), forgotten
    for path, when in conditions(case.scenario):
        for fact in dict.fromkeys(term.name for term in terms(when) if isinstance(term, Fact)):
            yield path, fact
