"""Somebody among `others` who never speaks, is never faced and never asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.conditions import MoodIs, terms
from game.scenario.parts import conditions, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the person is declared."""
    met = {line.who for _, line in lines(case.scenario)}
    met |= {scene.facing for scene in case.scenario.scenes.values()}
    met |= {term.person for _, when in conditions(case.scenario) for term in terms(when) if isinstance(term, MoodIs)}
    for name in case.scenario.others:
        if name not in met:
            yield case.tell("person-never-met", ("others", name), {"name": name})
