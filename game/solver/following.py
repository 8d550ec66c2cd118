"""How the marks that lines read can stand in each state, and what the lines' conditions answer then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.solver.exploration import Exploration
    from game.solver.hearing import Heard, Hearing

__all__ = ["follow"]


def follow(hearing: Hearing, found: Exploration) -> None:
    """Take all readings from the opening through all decisions, and answer what these ask."""
    came = [0] * len(found.scenes)
    came[0] = hearing.opening(found.deeds.opening.after.marks)
    asking: dict[int, Heard] = {}
    for group in reversed(found.groups):
        before: list[int] = []
        while before != (now := [came[number] for number in group]):
            before = now
            for number in group:
                _pass_on(found, number, came, asking)
    for heard in asking.values():
        hearing.answer(heard)


def _pass_on(found: Exploration, number: int, came: list[int], asking: dict[int, Heard]) -> None:
    """Take the readings of a state through its decisions."""
    here = came[number]
    begin, end = found.bounds[number], found.bounds[number + 1]
    for target, outcome in zip(found.targets[begin:end], found.outcomes[begin:end], strict=True):
        heard = outcome.heard
        if heard.questions:
            asking[id(heard)] = heard
            heard.came |= here
        there = here
        for mask, left, right in heard.moves:
            moved = there & mask
            there = (there ^ moved) | (moved << left >> right)
        came[target] |= there
