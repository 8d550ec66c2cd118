"""What can be chosen in a case and what comes of it, as somebody meets it who never keeps silent.

States with the same future are one: the same choices on offer, with the same points, leading to the same futures. They
are found from the endings back, so that a future's targets come before it; only where a choice can be taken again do
futures lead to each other, and those are never merged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.state import Stop

if TYPE_CHECKING:
    from game.session.playbook import Move
    from game.solver import Survey
    from game.solver.exploration import Exploration
    from game.solver.futures import Futures as Finer

__all__ = ["ENDED", "STUCK", "Future", "Futures", "futures", "most_decisions"]

ENDED, STUCK = 0, 1
"""The futures of a play that has ended, and of one that never will: it has run into a dead end or a ring."""


class Future(NamedTuple):
    """What can be chosen, and what comes of each choice."""

    offer: int
    """Which of the offers."""
    gains: tuple[int, ...]
    """The total of each choice."""
    targets: tuple[int, ...]
    """The future behind each choice."""


class Futures(NamedTuple):
    """All that can be chosen in a case."""

    offers: list[tuple[Move, ...]]
    """The sets of choices that are on offer together, in the file's order."""
    all: list[Future]
    """Each after those it leads to; the first two are ENDED and STUCK."""
    circles: dict[int, int]
    """Where futures begin that lead to each other, and how many there are; they stand side by side."""
    first: int
    """The opening's."""


def futures(survey: Survey) -> Futures:
    """The futures of a case, from those that keep silences and endings apart."""
    return _Merging(survey.exploration, survey.futures).merged()


def most_decisions(found: Futures, enough: int) -> int:
    """Between several choices, in the longest play there is; `enough` where there are as many, or it goes round."""
    most = [0] * len(found.all)
    number = STUCK + 1
    while number < len(most):
        size = found.circles.get(number, 1)
        if number in found.circles:
            most[number : number + size] = [enough] * size
        else:
            future = found.all[number]
            decides = len(future.targets) > 1
            most[number] = min(enough, decides + max(most[target] for target in future.targets))
        number += size
    return most[found.first]


class _Merging:
    """Merges futures that differ in nothing that such a player meets."""

    def __init__(self, found: Exploration, finer: Finer) -> None:
        self._found = found
        self._finer = finer
        self._known: dict[Future, int] = {}
        self._future_of = [STUCK] * len(finer.standing)
        """By finer future."""
        self._offers: dict[tuple[int, ...], int] = {}
        nothing = Future(-1, (), ())
        self._merged = Futures([], [nothing, nothing], {}, -1)

    def merged(self) -> Futures:
        """All of them; those that lead to each other stay as they are."""
        everything, future_of = self._merged.all, self._future_of
        for group in self._finer.groups():
            if group.start in self._finer.circles:
                begin = len(everything)
                self._merged.circles[begin] = len(group)
                future_of[group.start : group.stop] = range(begin, begin + len(group))
                everything.extend([self._future(finer) for finer in group])
            else:
                future_of[group.start] = self._merge(group.start)
        return self._merged._replace(first=future_of[self._finer.of[0]])

    def _merge(self, finer: int) -> int:
        """The future that takes in a finer one; those of its targets are known."""
        number = self._finer.standing[finer]
        if not self._found.offered[number]:
            return ENDED if self._found.stops[number] is Stop.ENDED else STUCK
        everything = self._merged.all
        future = self._future(finer)
        known = self._known.setdefault(future, len(everything))
        if known == len(everything):
            everything.append(future)
        return known

    def _future(self, finer: int) -> Future:
        number = self._finer.standing[finer]
        outcomes = [lead.outcome for lead in self._found.offered[number]]
        if outcomes[-1].move.is_silence:
            outcomes.pop()
        moves = tuple([outcome.move for outcome in outcomes])
        offers = self._merged.offers
        offer = self._offers.setdefault(tuple(map(id, moves)), len(offers))
        if offer == len(offers):
            offers.append(moves)
        behind = self._found.follows[number][: len(outcomes)]
        targets = tuple([self._future_of[self._finer.of[target]] for target in behind])
        return Future(offer, tuple([outcome.points.total for outcome in outcomes]), targets)
