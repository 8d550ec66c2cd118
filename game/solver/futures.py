"""States with the same future are one: the same decisions, with the same points, leading to the same futures.

They are found from the endings back. Only where states lead to each other are they told apart all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.state import Stop

if TYPE_CHECKING:
    from game.session.points import Points
    from game.solver.deeds import Outcome
    from game.solver.exploration import Exploration

__all__ = ["Futures", "futures"]


class Futures(NamedTuple):
    """All there are: numbers from 0, each after those it leads to."""

    of: list[int]
    """By state."""
    standing: list[int]
    """Of each a state that has it: its decisions are, in moves and points, those of the others."""
    circles: dict[int, int]
    """Where futures begin that lead to each other, and how many there are; they stand side by side."""

    def groups(self) -> list[range]:
        """The futures in groups that lead to each other, each after those it leads to."""
        found: list[range] = []
        end = 0
        while end < len(self.standing):
            found.append(range(end, end + self.circles.get(end, 1)))
            end = found[-1].stop
        return found


def futures(found: Exploration) -> Futures:
    """The futures of all states."""
    merging = _Merging(found)
    if found.backwards is None:  # components are slower to find
        for group in found.groups:
            if len(group) > 1 or group[0] in found.follows[group[0]]:
                merging.keep(group)
            else:
                merging.merge(group)
    else:
        merging.merge(found.backwards)
    return merging.merged


class _Codes(dict["Outcome", int]):
    """A number for what is decided and what it brings, as a multiple of the room for futures."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room
        self._meanings: dict[tuple[str, Points], int] = {}

    def __missing__(self, outcome: Outcome) -> int:
        meaning = self._meanings.setdefault((outcome.move.name, outcome.points), len(self._meanings))
        self[outcome] = meaning * self._room
        return self[outcome]


class _Merging:
    """Merges states into futures.

    A move with its points is one number, and its future is added to that, so that a state is looked for by one
    number for each of its decisions.
    """

    def __init__(self, found: Exploration) -> None:
        self.merged = Futures([-1] * len(found.scenes), [], {})
        self._found = found
        self._known: dict[tuple[int, ...], int] = {}
        self._codes = _Codes(len(found.scenes))

    def merge(self, numbers: list[int]) -> None:
        """Find the futures of some states, each after those it leads to."""
        follows, offered, codes, known = self._found.follows, self._found.offered, self._codes, self._known
        future_of, standing, _ = self.merged
        for number in numbers:
            decisions = zip(offered[number], follows[number], strict=True)
            key = tuple([codes[lead[3]] + future_of[target] for lead, target in decisions])
            future = future_of[number] = known.setdefault(key or self._stopped(number), len(standing))
            if future == len(standing):
                standing.append(number)

    def keep(self, group: list[int]) -> None:
        """Let states that lead to each other be futures of their own."""
        begin = len(self.merged.standing)
        self.merged.circles[begin] = len(group)
        for future, number in enumerate(group, begin):
            self.merged.of[number] = future
        self.merged.standing.extend(group)

    def _stopped(self, number: int) -> tuple[int, ...]:
        """Endings are told apart; wherever else a play stops, nothing comes of it."""
        return (-1 - self._found.scenes[number],) if self._found.stops[number] is Stop.ENDED else ()
