"""The best and the worst that can still come of a state, and in how many ways.

A state's value holds eight numbers, the best and the worst of each dimension and of the total, and two for each
ending, the best and the worst total of the plays that end there. They lie side by side in one whole number, each in a
lane of its own, so that adding a decision's points and choosing the greater are a few operations for all lanes at
once. (The worst is the best of the negative.) Lane by lane comparison with a guard bit: L. Lamport, "Multiple byte
processing with full-word instructions", CACM 18, 1975.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.state import Stop
from game.solver.futures import Futures, futures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.session.playbook import Playbook
    from game.session.points import Points
    from game.solver.deeds import Outcome
    from game.solver.exploration import Exploration

__all__ = ["Extremes", "Valuation", "value"]

_TOTAL = 3


class Extremes(NamedTuple):
    """Of all complete plays from a state on: respect, proactivity, follow-through and total, each by itself."""

    best: tuple[int, int, int, int]
    worst: tuple[int, int, int, int]


class Valuation(NamedTuple):
    """The values of all states."""

    futures: Futures
    values: list[int]
    """By future."""
    plays: int | None
    """Complete plays; None where they are endless."""
    lanes: _Lanes

    def total(self, number: int) -> int | None:
        """The best total still to be had from a state; None where no ending can be reached."""
        return self.lanes.read(self._value(number), _TOTAL)

    def totals(self) -> list[int | None]:
        """The same of all states."""
        known = [self.lanes.read(value, _TOTAL) for value in self.values]
        return [known[future] for future in self.futures.of]

    def extremes(self, number: int) -> Extremes | None:
        """The best and the worst from a state on; None where no ending can be reached."""
        value = self._value(number)
        best = [self.lanes.read(value, lane) for lane in range(4)]
        worst = [self.lanes.read(value, lane) for lane in range(4, 8)]
        if best[_TOTAL] is None:
            return None
        return Extremes(_four(best, 1), _four(worst, -1))

    def ending(self, scene: int) -> tuple[int, int] | None:
        """The best and the worst total, from the opening on, of the plays that end there; None where none does."""
        lane = self.lanes.endings[scene]
        value = self._value(0)
        best, worst = self.lanes.read(value, lane), self.lanes.read(value, lane + 1)
        return None if best is None or worst is None else (best, -worst)

    def _value(self, number: int) -> int:
        return self.values[self.futures.of[number]]


def _four(found: list[int | None], sign: int) -> tuple[int, int, int, int]:
    respect, proactivity, follow_through, total = (sign * (number or 0) for number in found)
    return respect, proactivity, follow_through, total


class _Lanes:
    """Numbers side by side in one: where each lies, and how they are read and written."""

    def __init__(self, book: Playbook) -> None:
        endings = [scene for scene, position in enumerate(book.positions) if position.is_ending]
        self.endings: Mapping[int, int] = {scene: 8 + 2 * place for place, scene in enumerate(endings)}
        """The first of the two lanes of each ending."""
        self._count = 8 + 2 * len(endings)
        scored = [move.points for move in book.moves.values()]
        scored += [done.points for pledge in book.pledges for done in (pledge.kept, pledge.broken)]
        self._most = sum(abs(number) for points in scored for number in points)
        """No play's points, in any lane, are further from nothing than this."""
        self._nothing = -2 * self._most - 1
        """Stands for 'cannot be reached': points added to it leave it below what any play has."""
        self._zero = self._most - self._nothing
        """What is added to a number to make it a lane, which is never negative."""
        self.width = (self._zero + self._most).bit_length() + 1
        """In bits, the guard included."""
        self.guards = sum(1 << (lane * self.width + self.width - 1) for lane in range(self._count))
        self.unreached = self._join([self._nothing + self._zero] * self._count)

    def ended(self, scene: int) -> int:
        """The value of a play that ends in this scene: nothing more to come in its own lanes and the common ones."""
        own = self.endings[scene]
        reached = {*range(8), own, own + 1}
        return self._join([self._zero + (0 if lane in reached else self._nothing) for lane in range(self._count)])

    def points(self, points: Points) -> int:
        """A decision's points, to be added to a value."""
        best = (*points, points.total)
        each_ending = (points.total, -points.total) * len(self.endings)
        return self._join([*best, *(-number for number in best), *each_ending])

    def read(self, value: int, lane: int) -> int | None:
        """The number in a lane; None for what cannot be reached."""
        number = (value >> (lane * self.width) & ((1 << self.width) - 1)) - self._zero
        return None if number < -self._most else number

    def _join(self, numbers: Iterable[int]) -> int:
        return sum(number << (lane * self.width) for lane, number in enumerate(numbers))


def value(found: Exploration) -> Valuation:
    """Value every state, from the endings back.

    A cycle is worth nothing: whatever brings points brings them once, so no decision inside a cycle does.
    The states of a cycle share one value, that of the best (and the worst) way out.
    """
    lanes = _Lanes(found.book)
    merged = futures(found)
    gains = _Gains(lanes)
    values = [lanes.unreached] * len(merged.standing)
    counts = [0] * len(merged.standing)
    is_endless = False
    for group in merged.groups():
        first = group.start
        standing = merged.standing[first]
        if found.stops.get(standing) is Stop.ENDED:
            values[first], counts[first] = lanes.ended(found.scenes[standing]), 1
            continue
        if first not in merged.circles:
            targets = [merged.of[target] for target in found.follows[standing]]
            brought = [gains[lead[3]] for lead in found.offered[standing]]
        else:
            edges = _leaving(found, merged, group)
            targets = [merged.of[found.targets[edge]] for edge in edges]
            brought = [gains[found.outcomes[edge]] for edge in edges]
            is_endless = is_endless or any(counts[target] for target in targets)
        best, count = _greatest(targets, brought, values, counts, lanes)
        for number in group:
            values[number], counts[number] = best, count
    return Valuation(merged, values, None if is_endless else counts[merged.of[0]], lanes)


class _Gains(dict["Outcome", int]):
    """What decisions add to a value."""

    def __init__(self, lanes: _Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._packed: dict[Points, int] = {}

    def __missing__(self, outcome: Outcome) -> int:
        points = outcome.points
        if points not in self._packed:
            self._packed[points] = self._lanes.points(points)
        self[outcome] = self._packed[points]
        return self[outcome]


def _leaving(found: Exploration, merged: Futures, group: range) -> list[int]:
    """The decisions that lead out of a group."""
    return [
        edge
        for future in group
        for edge in found.edges(merged.standing[future])
        if merged.of[found.targets[edge]] not in group
    ]


def _greatest(
    targets: list[int], gains: list[int], values: list[int], counts: list[int], lanes: _Lanes
) -> tuple[int, int]:
    """The greatest of each lane over some decisions, and the plays they lead to.

    Args:
        targets: where the decisions lead.
        gains: what they bring, alongside.
        values: what is known of the futures.
        counts: their plays.
        lanes: how a value is read.
    """
    guards, width = lanes.guards, lanes.width - 1
    greatest, count = lanes.unreached, 0
    for target, gain in zip(targets, gains, strict=True):
        number = values[target] + gain
        stays = ((greatest | guards) - number) & guards
        greatest = number ^ ((greatest ^ number) & (stays - (stays >> width)))
        count += counts[target]
    return greatest, count
