"""The shortest of the best plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.rules import choices, play, silence, start
from game.session.state import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session.playbook import Playbook
    from game.session.state import State, Step
    from game.solver import Solution

__all__ = ["best_play"]


def best_play(book: Playbook, solution: Solution) -> tuple[Step, ...] | None:
    """The opening and the decisions of a best play with the fewest decisions; None where no play ends.

    Of two as short it is the one whose first difference stands first in the file.
    """
    opening = start(book)
    if solution.best is None:
        return None
    came: dict[int, tuple[int, Step] | None] = {solution.number(opening.after): None}
    queue = [opening]
    for step in queue:
        here = solution.number(step.after)
        if step.stop is Stop.ENDED:
            return (opening, *_path(came, here))
        for following in _lossless(book, solution, step.after):
            there = solution.number(following.after)
            if there not in came:
                came[there] = here, following
                queue.append(following)
    return None


def _lossless(book: Playbook, solution: Solution, state: State) -> Iterator[Step]:
    """The decisions of regret 0, in the file's order, a silence last."""
    attainable = solution.value(state)
    fallen = silence(book, state)
    for name in (*choices(book, state), *(() if fallen is None else (fallen,))):
        step = play(book, state, name)
        if step.stop is Stop.RING:
            continue
        left = solution.value(step.after)
        if left is not None and attainable == step.points.total + left:
            yield step


def _path(came: dict[int, tuple[int, Step] | None], number: int) -> tuple[Step, ...]:
    steps = []
    while (before := came[number]) is not None:
        number, step = before
        steps.append(step)
    return tuple(reversed(steps))
