"""Conditions that always answer the same, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.scenario.conditions import All, Fact, PromiseIs, Seen, Taken, terms
from game.scenario.parts import conditions, moves, ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.scenario.conditions import Condition
    from game.scenario.parts import Path
    from game.solver import Survey
    from game.trainer.check.case import Case

__all__ = ["OneSided", "never_true", "one_sided"]


class OneSided(NamedTuple):
    """A condition that some play asks, and that always answers the same."""

    path: Path
    kind: str
    """Of what hangs on it: `choice`, `way` or `line`."""
    name: str
    """The choice's, or that of the scene the way leads to; empty for a line."""
    holds: bool
    way: tuple[str, ...]
    """A shortest way to where it is asked."""


def one_sided(case: Case) -> Iterator[OneSided]:
    """Each, in the file's order; but for those whose reason is told where it lies.

    What asks for something that never comes true – a fact never set, a promise never made or kept, a scene or a
    choice out of reach – always answers the same because of that.
    """
    survey = case.settled
    if survey is None:
        return
    choices = {path: name for path, name, _ in moves(case.scenario)}
    targets = {path: way.to for path, way in ways(case.scenario)}
    reasons = _Reasons(case, survey)
    for path, condition in conditions(case.scenario):
        asked = survey.conditions.get(path)
        if asked is None or (asked.held and asked.failed) or reasons.lie_elsewhere(condition):
            continue
        owner = path[:-1]
        kind = "choice" if owner in choices else "way" if owner in targets else "line"
        yield OneSided(path, kind, choices.get(owner) or targets.get(owner) or "", asked.held, asked.way)


def never_true(case: Case, condition: Condition) -> Condition | None:
    """What must hold for a condition to hold, and is told elsewhere never to come true; the first, if any."""
    if case.survey is None:
        return None
    reasons = _Reasons(case, case.survey)
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return next((part for part in parts if reasons.is_never(part)), None)


class _Reasons:
    """What never comes true in any play."""

    def __init__(self, case: Case, survey: Survey) -> None:
        self._facts = {fact for _, _, move in moves(case.scenario) for fact in move.remember}
        self._promises = survey.promises
        self._scenes = survey.solution.unreachable_scenes
        self._choices = survey.solution.unreachable_choices

    def lie_elsewhere(self, condition: Condition) -> bool:
        """Whether a condition asks for something of which it is told that it never comes true."""
        return any(self.is_never(term) for term in terms(condition))

    def is_never(self, term: Condition) -> bool:
        """Whether it is told elsewhere that this never comes true."""
        match term:
            case Fact(name):
                return name not in self._facts
            case PromiseIs(name, "open"):
                return self._promises[name].made is None
            case PromiseIs(name, "kept"):
                return self._promises[name].kept is None
            case PromiseIs(name, "broken"):
                return self._promises[name].broken is None
            case Seen(scene):
                return scene in self._scenes
            case Taken(choice):
                return choice in self._choices
            case _:
                return False
