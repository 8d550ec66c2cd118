"""A case as it would be with something opened that a mistake keeps closed.

It is surveyed again, and what holds of its plays is put together with what holds of the plays as they are: a way that
is opened may be taken or not, and nothing that was possible gets lost by it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import msgspec

from game.scenario.conditions import All, Any, Not
from game.session.compiler import compile_scenario
from game.solver import Survey, survey
from game.trainer.check.case import Case

if TYPE_CHECKING:
    from game.scenario.conditions import Condition
    from game.scenario.model import Choice, Exit, Line, Scenario, Scene
    from game.scenario.parts import Path
    from game.solver import Solution
    from game.trainer.check.opening import Opening

__all__ = ["Opened"]

_Asking = TypeVar("_Asking", "Choice", "Exit", "Line")
_Found = TypeVar("_Found")

_NO = Any(())
"""Of nothing nothing holds; and nothing is read, so that no states are told apart by it."""
_YES = Not(_NO)


class Opened(Case):
    """A case with something opened.

    Args:
        before: the case as it is, or with less opened.
        opening: what else is opened.
        limit: the states it may have.

    Raises:
        TooManyStates: it has more.
    """

    def __init__(self, before: Case, opening: Opening, limit: int) -> None:
        assert before.survey is not None
        scenario = _opened(before.scenario, opening)
        super().__init__(replace(before.reading, scenario=scenario), before.path, limit)
        after = survey(compile_scenario(scenario), limit)
        self.states = after.solution.states
        """Of the plays that are possible now."""
        self.survey = _either(before.survey, after, opening.scenes)

    @property
    def settled(self) -> Survey | None:
        """Of all plays, whether or not they all end: what was opened may lead to a dead end nobody came to before."""
        return self.survey


def _opened(scenario: Scenario, opening: Opening) -> Scenario:
    """The scenario with other conditions; they stand where they stood."""

    def each(parts: tuple[_Asking, ...], path: Path) -> tuple[_Asking, ...]:
        return tuple(
            part if part.when is None else msgspec.structs.replace(part, when=answered(part.when, (*path, place)))
            for place, part in enumerate(parts)
        )

    def answered(when: Condition, owner: Path) -> Condition:
        answer = opening.answers.get((*owner, "when"))
        return _with_yes(when, opening.terms) if answer is None else (_YES if answer else _NO)

    def scene(name: str, content: Scene) -> Scene:
        path: Path = ("scenes", name)
        choices = tuple(
            msgspec.structs.replace(
                choice,
                answer=each(choice.answer, (*path, "choices", place, "answer")),
                goto=each(choice.goto, (*path, "choices", place, "goto")),
            )
            for place, choice in enumerate(content.choices)
        )
        silence = content.silence and msgspec.structs.replace(
            content.silence,
            answer=each(content.silence.answer, (*path, "silence", "answer")),
            goto=each(content.silence.goto, (*path, "silence", "goto")),
        )
        return msgspec.structs.replace(
            content,
            says=each(content.says, (*path, "says")),
            choices=each(choices, (*path, "choices")),
            silence=silence,
            goto=each(content.goto, (*path, "goto")),
        )

    scenes = {name: scene(name, content) for name, content in scenario.scenes.items()}
    return msgspec.structs.replace(scenario, scenes=scenes)


def _with_yes(when: Condition, terms: frozenset[Condition]) -> Condition:
    """The condition with these questions answered yes."""
    match when:
        case Not(inner):
            return Not(_with_yes(inner, terms))
        case All(parts):
            return All(tuple(_with_yes(part, terms) for part in parts))
        case Any(parts):
            return Any(tuple(_with_yes(part, terms) for part in parts))
        case _:
            return _YES if when in terms else when


def _either(before: Survey, after: Survey, reached: frozenset[str]) -> Survey:
    """What the plays of either survey do, and who reaches these scenes; of anything else, what holds of the latter."""
    conditions = {**after.conditions}
    for path, asked in before.conditions.items():
        other = conditions.get(path, asked)
        conditions[path] = asked._replace(held=asked.held or other.held, failed=asked.failed or other.failed)
    promises = {
        name: type(fate)(*(_first(one, other) for one, other in zip(fate, after.promises[name], strict=True)))
        for name, fate in before.promises.items()
    }
    solution = _either_solution(before.solution, after.solution, reached)
    return replace(after, conditions=conditions, promises=promises, solution=solution)


def _either_solution(before: Solution, after: Solution, reached: frozenset[str]) -> Solution:
    scenes = [name for name in before.unreachable_scenes if name in after.unreachable_scenes and name not in reached]
    choices = [
        name
        for name in before.unreachable_choices
        if name in after.unreachable_choices and name.partition("/")[0] not in reached
    ]
    endings = {name: ending._replace(is_reachable=name not in scenes) for name, ending in after.endings.items()}
    return replace(after, unreachable_scenes=tuple(scenes), unreachable_choices=tuple(choices), endings=endings)


def _first(one: _Found | None, other: _Found | None) -> _Found | None:
    return other if one is None else one
