"""Every state a play can reach, reduced, and every decision that leads from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from game.session.state import Stop
from game.solver.components import components
from game.solver.deeds import Deeds

if TYPE_CHECKING:
    from game.session.playbook import Move, Playbook
    from game.session.points import Points
    from game.session.state import State
    from game.solver.deeds import Offers, Outcome
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
    bounds: list[int] = field(default_factory=list)
    """Where each state's decisions begin among them; and at last, how many there are."""
    offered: list[Offers] = field(default_factory=list)
    """What can be decided in each state; nothing where a play stops."""
    parents: list[tuple[int, Move] | None] = field(default_factory=lambda: [None])
    """How each state was first reached."""
    stops: dict[int, Stop] = field(default_factory=dict)
    """Of the states where a play stops."""

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
    def outcomes(self) -> list[Outcome]:
        """What each decision does, alongside `targets`."""
        return [lead.outcome for offers in self.offered for lead in offers]

    @cached_property
    def follows(self) -> list[list[int]]:
        """The states that each state leads to: its part of `targets`."""
        return [self.targets[begin:end] for begin, end in pairwise(self.bounds)]

    @cached_property
    def backwards(self) -> list[int] | None:
        """The states, each after those it leads to; None where some lead to each other.

        Most lead to states discovered later, so that going back from the last finds nearly all in order.
        """
        follows = self.follows
        order: list[int] = []
        done: set[int] = set()
        on_the_way: set[int] = set()
        for last in range(len(follows) - 1, -1, -1):
            waiting = [last]
            while waiting:
                number = waiting[-1]
                if number in done:
                    waiting.pop()
                elif done.issuperset(follows[number]):
                    waiting.pop()
                    on_the_way.discard(number)
                    done.add(number)
                    order.append(number)
                else:
                    on_the_way.add(number)
                    if not on_the_way.isdisjoint(follows[number]):
                        return None
                    waiting += follows[number]
        return order

    @cached_property
    def groups(self) -> list[list[int]]:
        """The states in groups that lead to each other, each after those it leads to."""
        return list(components(self.follows))

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
    scenes, targets, bounds = found.scenes, found.targets, found.bounds
    parents, offered = found.parents, found.offered
    size, length, longer = 1, 0, 1
    for number, here in enumerate(queue):
        if number == longer:
            length, longer = length + 1, size
        scenes.append(here.scene)
        bounds.append(len(targets))
        marks = queued[number]
        offers = here.offers.get(marks & here.read)
        if offers is None:
            if listener is not None:
                listener.stand(number, length)
            offers = deeds.offers(here, marks)
        offered.append(offers)
        if not offers:
            found.stops[number] = here.stop or Stop.DEAD_END
        for there, keep, put, outcome in offers:
            after = marks & keep | put
            target = there.numbers.setdefault(after, size)
            if target == size:
                size += 1
                queue.append(there)
                queued.append(after)
                parents.append((number, outcome.move))
            targets.append(target)
        if size > limit:
            raise TooManyStates(limit)
    bounds.append(len(targets))
    return found
