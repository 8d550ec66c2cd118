"""What a finding keeps closed: what would have to be opened to see what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.scenario.conditions import Condition, Fact, PromiseIs, Seen, Taken
from game.scenario.parts import Path, moves, ways
from game.trainer.check.asked import one_sided

if TYPE_CHECKING:
    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["Opening", "opening_of"]


@dataclass(frozen=True)
class Opening:
    """What is opened of a case."""

    answers: Mapping[Path, bool] = field(default_factory=dict)
    """Conditions by place, and what they answer from now on."""
    terms: frozenset[Condition] = frozenset()
    """Questions that are answered yes wherever they are asked."""
    scenes: frozenset[str] = frozenset()
    """That count as reached."""

    def __or__(self, other: Opening) -> Opening:
        """Both."""
        return Opening({**self.answers, **other.answers}, self.terms | other.terms, self.scenes | other.scenes)


def opening_of(case: Case, finding: Diagnostic) -> Opening | None:
    """What a finding keeps closed; None where nothing hangs on it."""
    name = str(finding.values.get("name", ""))
    match finding.code:
        case "condition-never-holds" | "condition-always-holds":
            return _answering(case, finding)
        case "fact-never-set":
            return Opening(terms=frozenset([Fact(name)]))
        case "promise-never-made":
            return _standing(name, "open", "kept", "broken")
        case "promise-never-kept" | "promise-cannot-be-kept":
            return _standing(name, "open", "kept")
        case "promise-cannot-break" | "long-deadline":
            return _standing(name, "broken")
        case "scene-never-reached":
            return _reaching(case, str(finding.values["scene"]))
        case _:
            return None


def _answering(case: Case, finding: Diagnostic) -> Opening | None:
    """The condition answers the other way; no play goes on otherwise because of what a line asks."""
    for asked in one_sided(case):
        if asked.kind != "line" and case.reading.places.place(*asked.path) == finding.span:
            return Opening({asked.path: not asked.holds})
    return None


def _standing(name: str, *states: str) -> Opening:
    terms = {state: PromiseIs(name, state) for state in ("open", "kept", "broken")}
    return Opening(terms=frozenset(terms[state] for state in states))


def _reaching(case: Case, scene: str) -> Opening:
    """The scene is reached, and all behind it; what can be done there may have been done wherever it is asked for."""
    follows: dict[str, list[str]] = {name: [] for name in case.scenario.scenes}
    for path, way in ways(case.scenario):
        follows[str(path[1])].append(way.to)
    unreached = set(case.survey.solution.unreachable_scenes) if case.survey else set()
    scenes = {scene: None}
    waiting = [scene]
    for name in waiting:
        fresh = [to for to in follows[name] if to in unreached and to not in scenes]
        scenes |= dict.fromkeys(fresh)
        waiting += fresh
    terms: set[Condition] = {Seen(name) for name in scenes}
    for path, choice, move in moves(case.scenario):
        if path[1] in scenes:
            terms |= {Taken(choice), *map(Fact, move.remember)}
            terms |= {PromiseIs(name, "kept") for name in move.keep}
            terms |= {PromiseIs(name, state) for name in move.promise for state in ("open", "broken")}
    return Opening(terms=frozenset(terms), scenes=frozenset(scenes))
