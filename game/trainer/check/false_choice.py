"""A decision that decides nothing: whatever is chosen, the same comes of it.

Told of a scene where, whenever two or more choices are on offer, all bring the same points and the same future: the
same is said from the next scene on, the same can be chosen, and it ends the same. What is answered at once may differ;
a trainee who is answered otherwise and judged alike has still not decided anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.events import LineSaid, SceneOpened
from game.session.rules import play, start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.model import Line
    from game.session.playbook import Playbook
    from game.session.state import State
    from game.solver.exploration import Exploration
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it where the scene's choices stand."""
    if case.survey is None:
        return
    found = case.survey.exploration
    for scene, numbers in _alike(found).items():
        if not _are_told_apart(case.book, found, numbers):
            yield case.tell("false-choice", ("scenes", case.book.positions[scene].name, "choices"), {})


def _alike(found: Exploration) -> dict[int, list[int]]:
    """The scenes where all choices always bring the same points and lead to the same state; with their states."""
    targets, outcomes, bounds = found.targets, found.outcomes, found.bounds
    alike: dict[int, list[int]] = {}
    differing: set[int] = set()
    for number, scene in enumerate(found.scenes):
        begin, end = bounds[number], bounds[number + 1]
        if end - begin < 2 or scene in differing:
            continue
        if outcomes[end - 1].move.is_silence:
            end -= 1
        if end - begin < 2:
            continue
        if (
            targets[begin:end].count(targets[begin]) == end - begin
            and len({(outcome.points, outcome.heard.change) for outcome in outcomes[begin:end]}) == 1
        ):
            alike.setdefault(scene, []).append(number)
        else:
            differing.add(scene)
    return {scene: numbers for scene, numbers in alike.items() if scene not in differing}


def _are_told_apart(book: Playbook, found: Exploration, numbers: Iterable[int]) -> bool:
    """Whether something else is said after one choice than after another, in one of these states."""
    looked_at: set[tuple[int, ...]] = set()
    for number in numbers:
        outcomes = [found.outcomes[edge] for edge in found.edges(number)]
        what_comes = tuple(map(id, outcomes))
        if what_comes in looked_at:
            continue
        looked_at.add(what_comes)
        state = _state(book, found.path(number))
        choices = [outcome.move.name for outcome in outcomes if not outcome.move.is_silence]
        if len({_said_beyond(book, state, choice) for choice in choices}) > 1:
            return True
    return False


def _state(book: Playbook, way: tuple[str, ...]) -> State:
    state = start(book).after
    for name in way:
        state = play(book, state, name).after
    return state


def _said_beyond(book: Playbook, state: State, choice: str) -> tuple[Line, ...]:
    """What is said after a choice from the next scene on."""
    events = play(book, state, choice).events
    opened = next(place for place, event in enumerate(events) if isinstance(event, SceneOpened))
    return tuple(event.line for event in events[opened:] if isinstance(event, LineSaid))
