"""The best plays, those without any regret, and what they do that a good host would not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.state import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.solver.deeds import Outcome
    from game.solver.exploration import Exploration
    from game.solver.futures import Futures

__all__ = ["BestPlays", "Fault"]


class Fault(NamedTuple):
    """A choice that costs points itself and is a best choice all the same, though one without loss was on offer."""

    choice: str
    other: str
    """The best of the choices without loss that were on offer beside it."""
    way: tuple[str, ...]
    """A shortest way to where both are on offer."""
    cost: int
    """What the fault itself costs, a positive number."""
    gain: int
    """How much better the play can become by it than by any choice without loss; nothing if as good."""


class BestPlays:
    """Plays whose every decision has regret 0: from each state on, the best that can still come of it."""

    def __init__(self, found: Exploration, futures: Futures, totals: list[int | None]) -> None:
        self.found = found
        self._futures = futures
        self._totals = totals
        self._gains = {points: points.total for points in {outcome.points for outcome in found.outcomes}}

    def regret(self, number: int, edge: int) -> int | None:
        """What a decision gives away; None where no ending can be reached after it."""
        attainable, left = self._totals[number], self._totals[self.found.targets[edge]]
        if attainable is None or left is None:
            return None
        return attainable - self._gains[self.found.outcomes[edge].points] - left

    def breaks(self) -> dict[str, tuple[str, ...]]:
        """The promises that some best play breaks, each with the shortest beginning of one that does."""
        first: dict[str, tuple[str, ...]] = {}
        for number, outcome, _ in (walk := _Walk(self, with_silences=True)):
            if outcome.broken:
                for pledge in self.found.book.pledges:
                    if outcome.broken & pledge.broken.bit and pledge.name not in first:
                        first[pledge.name] = walk.way(number, outcome)
        return first

    def silence(self) -> tuple[str, ...] | None:
        """Where no best play is without a silence, the shortest beginning of one, up to its first."""
        if self._totals[0] is None or self.found.stops.get(0) is Stop.ENDED:
            return None
        first = None
        for number, outcome, target in (walk := _Walk(self, with_silences=False)):
            if outcome.move.is_silence:
                first = first or walk.way(number, outcome)
            elif self.found.stops.get(target) is Stop.ENDED:
                return None
        return first

    def faults(self) -> Iterator[Fault]:
        """Each choice once, where it is first a fault that is paid back."""
        told: set[str] = set()
        looked_at: set[tuple[int, int]] = set()
        for number, offers in enumerate(self.found.offered):
            what_comes = (id(offers), self._futures.of[number])
            if what_comes in looked_at:
                continue
            looked_at.add(what_comes)
            for edge, lead in zip(self.found.edges(number), offers, strict=True):
                fault = lead.outcome
                name = fault.move.name
                if fault.own >= 0 or fault.move.is_silence or name in told or self.regret(number, edge) != 0:
                    continue
                other = self._least_loss(number)
                if other is not None:
                    told.add(name)
                    regret, instead = other
                    yield Fault(name, instead, self.found.path(number), -fault.own, regret)

    def _least_loss(self, number: int) -> tuple[int, str] | None:
        """Of the choices of a state that cost nothing themselves, the regret and the name of the best."""
        outcomes = self.found.outcomes
        edges = [edge for edge in self.found.edges(number) if outcomes[edge].own >= 0]
        regrets = [(self.regret(number, edge), edge) for edge in edges if not outcomes[edge].move.is_silence]
        least = min(((regret, edge) for regret, edge in regrets if regret is not None), default=None)
        return None if least is None else (least[0], outcomes[least[1]].move.name)

    def lossless(self, number: int) -> Iterator[int]:
        """The decisions of a state that give nothing away."""
        return (edge for edge in self.found.edges(number) if self.regret(number, edge) == 0)


class _Walk:
    """The decisions of best plays, nearest first, with the states they come from and lead to.

    Without silences they are told, and what comes after them is not.
    """

    def __init__(self, best: BestPlays, *, with_silences: bool) -> None:
        self._best = best
        self._with_silences = with_silences
        self._came: dict[int, tuple[int, str] | None] = {0: None}

    def __iter__(self) -> Iterator[tuple[int, Outcome, int]]:
        found = self._best.found
        queue = [0]
        for number in queue:
            for edge in self._best.lossless(number):
                outcome, target = found.outcomes[edge], found.targets[edge]
                yield number, outcome, target
                if target not in self._came and (self._with_silences or not outcome.move.is_silence):
                    self._came[target] = number, outcome.move.name
                    queue.append(target)

    def way(self, number: int, last: Outcome) -> tuple[str, ...]:
        """The way that came to a state, and a decision there."""
        names = [last.move.name]
        while (before := self._came[number]) is not None:
            number, name = before
            names.append(name)
        return tuple(reversed(names))
