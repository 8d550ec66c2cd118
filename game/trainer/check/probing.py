"""What else would be answered where a condition is asked: a question put there beside it changes no play.

Lines decide nothing, so a line is said there for each question, and it is surveyed again which of them hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.scenario.model import Line, Words
from game.session.compiler import compile_scenario
from game.solver import TooManyStates, survey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.scenario.conditions import Condition
    from game.scenario.model import Scenario
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["probe"]


def probe(case: Case, questions: Mapping[Path, Sequence[Condition]]) -> dict[Path, tuple[bool, ...]] | None:
    """Whether each question, by the place of the condition it is asked beside, ever holds there.

    What is asked beside a choice's condition, or a way's of a scene, is asked whenever the scene opens. None where
    there are too many states to find out.
    """
    extra: dict[Path, list[Line]] = {}
    places: dict[Path, list[Path]] = {}
    for path, asked in questions.items():
        where = _lines_beside(path)
        spoken = len(_part(case.scenario, where))
        added = extra.setdefault(where, [])
        places[path] = [(*where, spoken + len(added) + number, "when") for number in range(len(asked))]
        added += (Line(who="narrator", text=Words("?"), when=question) for question in asked)
    try:
        found = survey(compile_scenario(_with_lines(case.scenario, extra)), case.limit).conditions
    except TooManyStates:
        return None
    return {path: tuple(place in found and found[place].held for place in listed) for path, listed in places.items()}


def _lines_beside(path: Path) -> Path:
    """The lines that are said when the condition is asked."""
    owner = path[:-1]
    if owner[-2] == "choices":
        return (*owner[:-2], "says")
    if owner[-2] == "goto":
        base = owner[:-2]
        return (*base, "says" if len(base) == 2 else "answer")
    return owner[:-1]


def _part(scenario: Scenario, where: Path) -> tuple[Line, ...]:
    scene = scenario.scenes[str(where[1])]
    match where[2:]:
        case ("choices", int(position), "answer"):
            return scene.choices[position].answer
        case ("silence", "answer"):
            assert scene.silence is not None
            return scene.silence.answer
        case _:
            return scene.says


def _with_lines(scenario: Scenario, extra: Mapping[Path, Sequence[Line]]) -> Scenario:
    scenes = dict(scenario.scenes)
    for where, lines in extra.items():
        name = str(where[1])
        scene = scenes[name]
        match where[2:]:
            case ("choices", int(position), "answer"):
                choices = list(scene.choices)
                choice = choices[position]
                choices[position] = msgspec.structs.replace(choice, answer=(*choice.answer, *lines))
                scenes[name] = msgspec.structs.replace(scene, choices=tuple(choices))
            case ("silence", "answer"):
                silence = scene.silence
                assert silence is not None
                silence = msgspec.structs.replace(silence, answer=(*silence.answer, *lines))
                scenes[name] = msgspec.structs.replace(scene, silence=silence)
            case _:
                scenes[name] = msgspec.structs.replace(scene, says=(*scene.says, *lines))
    return msgspec.structs.replace(scenario, scenes=scenes)
