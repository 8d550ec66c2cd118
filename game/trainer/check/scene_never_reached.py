"""A scene or an ending that no play reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.parts import moves, ways
from game.scenario.spelling import spelt
from game.solver.components import components
from game.trainer.check.asked import never_true, one_sided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.model import Exit
    from game.scenario.parts import Path
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
    leading_on = list(ways(case.scenario))
    explained = set(_explained(case))
    numbers = {scene: number for number, scene in enumerate(unreached)}
    follows: list[list[int]] = [[] for _ in unreached]
    for path, way in leading_on:
        if path[1] in numbers and way.to in numbers:
            follows[numbers[str(path[1])]].append(numbers[way.to])
    for group in components(follows):
        scenes = {unreached[number] for number in group}
        leading = [(path, way) for path, way in leading_on if way.to in scenes and path[1] not in scenes]
        if scenes & explained or any(path[1] in numbers for path, _ in leading):
            continue
        if leading and case.settled is None:
            continue
        first = unreached[min(group)]
        closed = _closed(case, leading)
        variant = closed["variant"] if closed else "closed" * bool(leading)
        variants = filter(None, (variant, "ending" * (case.scenario.scenes[first].ending is not None)))
        values = {**closed, "scene": first, "variant": "-".join(variants)}
        yield case.tell("scene-never-reached", ("scenes", first), {key: text for key, text in values.items() if text})


def _closed(case: Case, leading: Iterable[tuple[Path, Exit]]) -> dict[str, str]:
    """What the first way asks for that never comes true; nothing where some way asks for nothing of the kind."""
    closed: list[dict[str, str]] = []
    for path, way in leading:
        never = way.when and never_true(case, way.when)
        if not never:
            return {}
        facing = case.scenario.scenes[str(path[1])].facing
        closed.append({"variant": "condition", "part": spelt(never, facing)})
    return closed[0] if closed else {}


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
