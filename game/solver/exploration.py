"""Every state a play can reach, reduced, and every decision that leads from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from game.session.state import Stop
from game.solver.components import components
from game.solver.deeds import Deeds, Outcome

if TYPE_CHECKING:
    from game.session.playbook import Move, Playbook
    from game.session.points import Points
    from game.session.state import State
    from game.solver.listening import Listener
    from game.solver.reduction import Reduction

__all__ = ["Exploration", "TooManyStates", "explore"]


class TooManyStates(ValueError):
    """A scenario with more states than the bound; nothing is said of it rather than something approximate."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit:,} states")
        self.limit = limit


@dataclass
class Exploration:
    """The graph of reduced states, numbered in the order of discovery: the fewest decisions first."""

    book: Playbook
    deeds: Deeds
    scenes: list[int] = field(default_factory=list)
    """Of each state."""
    targets: list[int] = field(default_factory=list)
    """Where each decision leads: those from one state together, in the file's order, a silence last."""
    outcomes: list[Outcome] = field(default_factory=list)
    """What each decision does, alongside."""
    bounds: list[int] = field(default_factory=list)
    """Where each state's decisions begin among them; and at last, how many there are."""
    parents: list[tuple[int, Move] | None] = field(default_factory=lambda: [None])
    """How each state was first reached."""
    stops: dict[int, Stop] = field(default_factory=dict)
    """Of the states where a play stops."""
    is_ordered: bool = True
    """Whether each decision leads on to a state discovered later, or to a stop."""

    @property
    def opening(self) -> Points:
        """What the opening brings, before the first decision."""
        return self.deeds.opening.points

    @property
    def taken(self) -> set[str]:
        """The choices and silences some play can take."""
        return self.deeds.taken

    @property
    def seen(self) -> int:
        """The bits of the scenes some play leaves, if only to pass on."""
        return self.deeds.seen

    def path(self, number: int) -> tuple[str, ...]:
        """The decisions that first reached a state."""
        names = []
        step = self.parents[number]
        while step is not None:
            number, move = step
            names.append(move.name)
            step = self.parents[number]
        return tuple(reversed(names))

    def edges(self, number: int) -> range:
        """A state's decisions, by their places in `targets` and `outcomes`."""
        return range(self.bounds[number], self.bounds[number + 1])

    @cached_property
    def groups(self) -> list[list[int]]:
        """The states in groups that lead to each other, each after those it leads to."""
        size = len(self.scenes)
        if self.is_ordered:
            others = [[number] for number in range(size - 1, -1, -1) if number not in self.stops]
            return [[number] for number in self.stops] + others
        return list(components([self.targets[self.bounds[number] : self.bounds[number + 1]] for number in range(size)]))

    def number(self, state: State) -> int:
        """The number of a state some play reaches, on which choices are on offer or the play has ended.

        Raises:
            KeyError: no play reaches it.
        """
        is_ending = self.book.positions[state.scene].is_ending
        circumstance, marks = self.deeds.known(state, Stop.ENDED if is_ending else None)
        return circumstance.numbers[marks]


def explore(book: Playbook, limit: int, reduction: Reduction, listener: Listener | None = None) -> Exploration:
    """Walk through all reachable states, breadth first.

    A listener is told which moment of which play it is; book and reduction must be its own then.

    Raises:
        TooManyStates: there are more than the limit.
    """
    deeds = Deeds(book, reduction, listener)
    found = Exploration(book, deeds)
    here, marks = deeds.place(deeds.opening.after, deeds.opening.stop)
    queue, queued = [here], [marks]
    here.numbers[marks] = 0
    targets, outcomes, bounds, parents, stops = found.targets, found.outcomes, found.bounds, found.parents, found.stops
    for number, here in enumerate(queue):
        found.scenes.append(here.scene)
        begin = len(targets)
        bounds.append(begin)
        if listener is not None:
            listener.stand(number, parents[number])
        if here.stop is not None:
            stops[number] = here.stop
            continue
        marks, elapsed, moods = queued[number], here.elapsed, here.moods
        for way, known in zip(deeds.ways[here.scene], here.outcomes, strict=True):
            _, move, once, when, asked, _ = way
            if marks & once or (when is not None and not when(elapsed, marks, moods)):
                continue
            if move.is_silence and len(targets) == begin:
                break
            outcome = known.get(marks & asked)
            if outcome is None:
                outcome = known[marks & asked] = deeds.outcome(here, way, marks & asked)
            there, keep, put = outcome.circumstance, outcome.keep, outcome.put
            after = marks & keep | put
            target = there.numbers.setdefault(after, len(queue))
            if target == len(queue):
                queue.append(there)
                queued.append(after)
                parents.append((number, move))
            elif target <= number and there.stop is None:
                found.is_ordered = False
            targets.append(target)
            outcomes.append(outcome)
        if len(targets) == begin:
            stops[number] = Stop.DEAD_END
        if len(queue) > limit:
            raise TooManyStates(limit)
    bounds.append(len(targets))
    return found
