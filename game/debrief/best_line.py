"""The best line of play: how a case could have gone without losing a point, beside a play of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.rules import choices, play, silence, start
from game.session.state import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.session.playbook import Playbook
    from game.session.state import State, Step
    from game.solver import Solution

__all__ = ["best_line", "shortest_best"]


def best_line(book: Playbook, solution: Solution, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The best play nearest to a play: its own decisions while they lose nothing, then a shortest way without loss.

    The first other decision is the best choice that a debrief names there. Empty where no play ends.

    Args:
        book: the scenario.
        solution: the same scenario's.
        steps: of the play, the opening first.
    """
    line = [start(book)]
    if solution.best is None:
        return ()
    for step in steps[1:]:
        if not _is_lossless(solution, line[-1].after, step):
            line.append(next(_lossless(book, solution, line[-1].after)))
            break
        line.append(step)
    rest = shortest_best(book, solution, line[-1])
    return () if rest is None else (*line, *rest[1:])


def shortest_best(book: Playbook, solution: Solution, opening: Step) -> tuple[Step, ...] | None:
    """A step, and after it the fewest decisions that lose nothing to an ending; None where none can be reached.

    Of two ways as short it is the one whose first difference stands first in the file.
    """
    if opening.stop is Stop.RING or solution.value(opening.after) is None:
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
    fallen = silence(book, state)
    for name in (*choices(book, state), *(() if fallen is None else (fallen,))):
        step = play(book, state, name)
        if _is_lossless(solution, state, step):
            yield step


def _is_lossless(solution: Solution, state: State, step: Step) -> bool:
    if step.stop is Stop.RING:
        return False
    attainable, left = solution.value(state), solution.value(step.after)
    return attainable is not None and left is not None and attainable == step.points.total + left


def _path(came: dict[int, tuple[int, Step] | None], number: int) -> tuple[Step, ...]:
    steps = []
    while (before := came[number]) is not None:
        number, step = before
        steps.append(step)
    return tuple(reversed(steps))
