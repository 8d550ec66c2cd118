"""What can be chosen in a case and what comes of it, as somebody meets it who never keeps silent.

States with the same future are one: the same choices on offer, with the same points, leading to the same futures. They
are found from the endings back, so that a future's targets come before it; only where a choice can be taken again do
futures lead to each other, and those are never merged.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, NamedTuple

from game.session.state import Stop
from game.solver.components import components

if TYPE_CHECKING:
    from game.session.playbook import Move
    from game.solver.exploration import Exploration

__all__ = ["ENDED", "STUCK", "Future", "Futures", "futures"]

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


_SILENCE = -1


def futures(found: Exploration) -> Futures:
    """The futures of a case, from its states."""
    return _Merging(found).back_from_the_end() or _Merging(found).by_groups()


class _Merging:
    """Merges states into futures.

    A choice with its total is one number, and its future is added to that, so that a state is looked for by one
    number for each of its choices.
    """

    def __init__(self, found: Exploration) -> None:
        self._found = found
        self._known: dict[tuple[int, ...], int] = {}
        self._future_of: dict[int, int] = {}
        """By state."""
        self._room = len(found.scenes) + 2
        """More than there are futures."""
        self._meant: list[tuple[Move, int]] = []
        self._codes = self._coded()
        self._offers: dict[tuple[int, ...], int] = {}
        nothing = Future(-1, (), ())
        self._merged = Futures([], [nothing, nothing], {}, -1)

    def back_from_the_end(self) -> Futures | None:
        """Merge all states, each after those it leads to; None where some lead to each other.

        Most states lead to later ones, so that going back from the last finds nearly all in order.
        """
        future_of = self._future_of
        for last in range(len(self._found.scenes) - 1, -1, -1):
            if last in future_of or self._merge(last):
                continue
            waiting, on_the_way = [last], set[int]()
            while waiting:
                number = waiting[-1]
                if number in future_of or self._merge(number):
                    waiting.pop()
                    on_the_way.discard(number)
                    continue
                missing = [target for target in self._targets(number) if target not in future_of]
                on_the_way.add(number)
                if not on_the_way.isdisjoint(missing):
                    return None
                waiting.extend(missing)
        return self._merged._replace(first=future_of[0])

    def by_groups(self) -> Futures:
        """Merge all states; those that lead to each other stay as they are."""
        everything = self._merged.all
        for group in components([self._targets(number) for number in range(len(self._found.scenes))]):
            if len(group) == 1 and group[0] not in self._targets(group[0]):
                self._merge(group[0])
                continue
            begin = len(everything)
            self._merged.circles[begin] = len(group)
            self._future_of.update({number: place for place, number in enumerate(group, begin)})
            everything.extend([self._future(number) for number in group])
        return self._merged._replace(first=self._future_of[0])

    def _merge(self, number: int) -> bool:
        """Find the future of a state; False where that of one of its targets is not known yet."""
        found, future_of, codes = self._found, self._future_of, self._codes
        begin, end = found.bounds[number], found.bounds[number + 1]
        if begin == end:
            future_of[number] = ENDED if found.stops.get(number) is Stop.ENDED else STUCK
            return True
        if codes[end - 1] == _SILENCE:
            end -= 1
        try:
            targets = map(future_of.__getitem__, found.targets[begin:end])
            key = tuple(map(add, codes[begin:end], targets))
        except KeyError:
            return False
        everything = self._merged.all
        future = future_of[number] = self._known.setdefault(key, len(everything))
        if future == len(everything):
            everything.append(self._future(number))
        return True

    def _future(self, number: int) -> Future:
        """A state's future; those of its targets are known."""
        targets = self._targets(number)
        begin = self._found.bounds[number]
        meant = [self._meant[code // self._room] for code in self._codes[begin : begin + len(targets)]]
        moves = tuple(move for move, _ in meant)
        offers = self._merged.offers
        offer = self._offers.setdefault(tuple(map(id, moves)), len(offers))
        if offer == len(offers):
            offers.append(moves)
        return Future(offer, tuple(total for _, total in meant), tuple(self._future_of[target] for target in targets))

    def _targets(self, number: int) -> list[int]:
        begin, end = self._found.bounds[number], self._found.bounds[number + 1]
        if begin < end and self._codes[end - 1] == _SILENCE:
            end -= 1
        return self._found.targets[begin:end]

    def _coded(self) -> list[int]:
        """Each decision: what is meant by it and what it brings, as a multiple of the room for futures.

        What comes of a decision is one object for many states, so that few have to be looked at.
        """
        outcomes = self._found.outcomes
        numbers: dict[tuple[str, int], int] = {}
        codes: dict[int, int] = {}
        for each, outcome in {id(outcome): outcome for outcome in outcomes}.items():
            if outcome.move.is_silence:
                codes[each] = _SILENCE
                continue
            total = outcome.points.total
            number = numbers.setdefault((outcome.move.name, total), len(numbers))
            if number == len(self._meant):
                self._meant.append((outcome.move, total))
            codes[each] = number * self._room
        return list(map(codes.__getitem__, map(id, outcomes)))
