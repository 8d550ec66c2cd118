"""Where a play goes round for ever: decisions that only lead to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.solver.components import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.solver.exploration import Exploration

__all__ = ["Pit", "pits"]


class Pit(NamedTuple):
    """Scenes that a play decides its way round for ever, and where it is bound to."""

    scenes: tuple[str, ...]
    """Those it goes round."""
    scene: str
    """The first from which no ending can be reached, and this can."""
    way: tuple[str, ...]
    """A shortest way there."""


def pits(found: Exploration, totals: list[int | None]) -> Iterator[Pit]:
    """Each set of scenes once.

    Every trap leads to one of these, to a dead end or to a ring, whatever is chosen.

    Args:
        found: all states.
        totals: the best that can still come of each; None where no ending can be reached.
    """
    lost = [number for number, total in enumerate(totals) if total is None and number not in found.stops]
    told: dict[frozenset[str], Pit] = {}
    for group in _closed(found, lost):
        scenes = tuple(dict.fromkeys(_scene(found, number) for number in sorted(group)))
        first = _first_bound(found, lost, group)
        known = told.get(frozenset(scenes))
        way = found.path(first)
        if known is None or len(way) < len(known.way):
            told[frozenset(scenes)] = Pit(scenes, _scene(found, first), way)
    yield from told.values()


def _closed(found: Exploration, lost: list[int]) -> Iterator[set[int]]:
    """The groups of lost states that lead to each other and nowhere else."""
    places = {number: place for place, number in enumerate(lost)}
    follows = [[places[there] for there in _targets(found, number) if there in places] for number in lost]
    for group in components(follows):
        members = {lost[place] for place in group}
        if all(there in members for number in members for there in _targets(found, number)):
            yield members


def _first_bound(found: Exploration, lost: list[int], group: set[int]) -> int:
    """The first lost state that leads to a group, or is of it."""
    before: dict[int, list[int]] = {number: [] for number in lost}
    for number in lost:
        for there in _targets(found, number):
            if there in before:
                before[there].append(number)
    bound, waiting = set(group), list(group)
    while waiting:
        for number in before[waiting.pop()]:
            if number not in bound:
                bound.add(number)
                waiting.append(number)
    return min(bound)


def _targets(found: Exploration, number: int) -> list[int]:
    return found.targets[found.bounds[number] : found.bounds[number + 1]]


def _scene(found: Exploration, number: int) -> str:
    return found.book.positions[found.scenes[number]].name
