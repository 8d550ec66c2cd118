"""How the marks that lines read can stand in each state, and what the lines' conditions answer then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.solver.exploration import Exploration
    from game.solver.hearing import Hearing, Moves

__all__ = ["follow"]


def follow(hearing: Hearing, found: Exploration) -> None:
    """Take all readings from the opening through all decisions, and answer what these ask."""
    came = [0] * len(found.scenes)
    came[0] = hearing.opening(found.deeds.opening.after.marks)
    if found.backwards is None:
        for group in reversed(found.groups):
            before: list[int] = []
            while before != (now := [came[number] for number in group]):
                before = now
                _pass_on(found, group, came)
    else:
        _pass_on(found, found.backwards[::-1], came)
    asking: dict[int, int] = {}
    for offers, here in zip(found.offered, came, strict=True):
        asking[id(offers)] = asking.get(id(offers), 0) | here
    for offers in {id(offers): offers for offers in found.offered}.values():
        for lead in offers:
            lead.outcome.heard.came |= asking[id(offers)]
    for heard in {outcome.heard for outcome in found.outcomes}:
        hearing.answer(heard)


def _pass_on(found: Exploration, numbers: list[int], came: list[int]) -> None:
    """Take the readings of some states through their decisions."""
    known: dict[int, list[Moves]] = {}
    for number in numbers:
        here, offers = came[number], found.offered[number]
        moves = known.get(id(offers))
        if moves is None:
            moves = known[id(offers)] = [lead.outcome.heard.moves for lead in offers]
        for target, moved in zip(found.follows[number], moves, strict=True):
            came[target] |= moved[here]
