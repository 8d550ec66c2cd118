"""Where a play goes round for ever: decisions that only lead to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.solver.components import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.solver.exploration import Exploration

__all__ = ["Pit", "pits"]


class Pit(NamedTuple):
    """Scenes that a play, once there, decides its way round for ever."""

    scenes: tuple[str, ...]
    """The first is the one that is reached first."""
    way: tuple[str, ...]
    """A shortest way into it."""


def pits(found: Exploration, totals: list[int | None]) -> Iterator[Pit]:
    """Each set of scenes once.

    Other traps lead to one of these, to a dead end or to a ring, without a choice.

    Args:
        found: all states.
        totals: the best that can still come of each; None where no ending can be reached.
    """
    lost = [number for number, total in enumerate(totals) if total is None and number not in found.stops]
    places = {number: place for place, number in enumerate(lost)}
    follows = [[places.get(found.targets[edge], -1) for edge in found.edges(number)] for number in lost]
    closed = []
    for group in components([[target for target in targets if target >= 0] for targets in follows]):
        members = set(group)
        if all(target in members for place in group for target in follows[place]):
            closed.append(sorted(lost[place] for place in group))
    told: set[frozenset[str]] = set()
    for group in sorted(closed):
        scenes = tuple(dict.fromkeys(found.book.positions[found.scenes[number]].name for number in group))
        if frozenset(scenes) not in told:
            told.add(frozenset(scenes))
            yield Pit(scenes, found.path(group[0]))
