"""A scene or an ending that no play reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.parts import moves
from game.solver.components import components
from game.trainer.check.asked import one_sided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each once, and of those that lead to each other the first alone.

    A scene is not told where its reason is: another scene out of reach leads to it, or a condition that never (or
    always) holds stands before it. Where plays get stuck, only those are told that nothing leads to.
    """
    if case.survey is None:
        return
    unreached = case.survey.solution.unreachable_scenes
    ways = list(_ways(case))
    explained = set(_explained(case))
    numbers = {scene: number for number, scene in enumerate(unreached)}
    follows: list[list[int]] = [[] for _ in unreached]
    for scene, target in ways:
        if scene in numbers and target in numbers:
            follows[numbers[scene]].append(numbers[target])
    for group in components(follows):
        scenes = {unreached[number] for number in group}
        leading = [scene for scene, target in ways if target in scenes and scene not in scenes]
        if scenes & explained or any(scene in numbers for scene in leading):
            continue
        if leading and case.settled is None:
            continue
        first = unreached[min(group)]
        variant = "closed" * bool(leading), "ending" * (case.scenario.scenes[first].ending is not None)
        values = {"scene": first, "variant": "-".join(filter(None, variant))}
        yield case.tell("scene-never-reached", ("scenes", first), {key: text for key, text in values.items() if text})


def _ways(case: Case) -> Iterator[tuple[str, str]]:
    """From which scene to which something leads, whether or not a play goes there."""
    for name, scene in case.scenario.scenes.items():
        yield from ((name, way.to) for way in scene.goto)
    for path, _, move in moves(case.scenario):
        yield from ((str(path[1]), way.to) for way in move.goto)


def _explained(case: Case) -> Iterator[str]:
    """The scenes that a condition told elsewhere keeps out of reach."""
    found = {path: move for path, _, move in moves(case.scenario)}
    for path, kind, name, holds, _ in one_sided(case):
        if kind == "choice" and not holds:
            yield from (way.to for way in found[path[:-1]].goto)
        elif kind == "way" and not holds:
            yield name
        elif kind == "way":
            *owner, _, position, _ = path
            goto = case.scenario.scenes[str(owner[1])].goto if len(owner) == 2 else found[tuple(owner)].goto
            yield from (way.to for way in goto[int(position) + 1 :])
