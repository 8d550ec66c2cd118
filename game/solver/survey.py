"""What a trainer wants to know of all plays: what his conditions answer, what becomes of promises, what pays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from game.solver.allocation import uncollected
from game.solver.best_plays import BestPlays, Fault
from game.solver.exploration import explore
from game.solver.following import follow
from game.solver.listening import Listener
from game.solver.pits import Pit, pits
from game.solver.reduction import Reduction
from game.solver.solution import LIMIT, Solution, solution_of
from game.solver.valuation import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.scenario.parts import Path
    from game.session.playbook import Move, Playbook
    from game.session.points import Points
    from game.session.state import State
    from game.solver.exploration import Exploration
    from game.solver.futures import Futures
    from game.solver.listening import Instant

__all__ = ["Asked", "Decision", "Fate", "Offer", "Survey", "Way", "survey"]

Way = tuple[str, ...]
"""Choices and silences, by name, from the opening on."""


class Asked(NamedTuple):
    """A condition that some play asks."""

    way: Way
    """A shortest one to where it is asked."""
    held: bool
    """Whether it ever holds."""
    failed: bool
    """Whether it ever does not."""


class Fate(NamedTuple):
    """What can become of a promise: a shortest way to each; None where no play comes to it."""

    made: Way | None
    kept: Way | None
    broken: Way | None
    released: Way | None


class Offer(NamedTuple):
    """What can be decided in a state: a choice on offer, or the silence."""

    move: Move
    points: Points
    """All that come of it at once."""
    target: int
    """The number of the state it leads to."""
    regret: int | None
    """None where no ending can be reached after it."""


class Decision(NamedTuple):
    """A state in which something can be decided."""

    number: int
    """From 0, the opening's; in the order of the fewest decisions."""
    scene: str
    offers: tuple[Offer, ...]
    """In the file's order, the silence last."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What holds of all plays, in more detail than a Solution."""

    solution: Solution
    """Its states are told apart by more than a plain solution's: by how each promise ends, how long is waited, and
    how far off a promise is due."""
    conditions: Mapping[Path, Asked]
    """By the place of each `when`; those no play asks are left out.

    Asked is a choice's on entering its scene and while one is in it, until it was taken; a way's where none before
    it was taken; a line's whenever its scene opens or its choice is answered.
    """
    promises: Mapping[str, Fate]
    waits: Mapping[str, Way]
    """The scenes `at` a moment that had just passed when a play came there: more than six days are waited for it."""
    far: Mapping[str, Way]
    """The promises `by` a moment that had just passed when a play made them: they are due more than six days later."""
    pits: tuple[Pit, ...]
    """Where a play goes round for ever; any other trap leads to one, to a dead end or to a ring."""
    best_breaks: Mapping[str, Way]
    """The promises that some best play breaks: a shortest beginning of one, up to the decision that does."""
    best_silence: Way | None
    """Where no best play is without a silence, a shortest beginning of one, up to its first."""
    faults: tuple[Fault, ...]
    exploration: Exploration
    """All states and decisions, by number."""
    futures: Futures
    """Of the states."""
    _listener: Listener
    _best: BestPlays

    def way_to(self, scene: str) -> Way | None:
        """A shortest way to a scene, if only to pass it; None where no play enters it."""
        found = self.exploration
        number = next(place for place, position in enumerate(found.book.positions) if position.name == scene)
        passed = self._listener.marks.get(found.book.bits.seen[scene])
        stood = next((state for state, there in enumerate(found.scenes) if there == number), None)
        if stood is None:
            return None if passed is None else _way(found, passed)
        path = found.path(stood)
        return path if passed is None or len(path) <= passed.length else _way(found, passed)

    def way(self, number: int) -> Way:
        """A shortest way to a state."""
        return self.exploration.path(number)

    def number(self, state: State) -> int:
        """The number of a state some play reaches, on which choices are on offer or the play has ended.

        Raises:
            KeyError: no play reaches it.
        """
        return self.exploration.number(state)

    def decisions(self) -> Iterator[Decision]:
        """All there are, in the order of their numbers."""
        found, best = self.exploration, self._best
        for number, scene in enumerate(found.scenes):
            edges = found.edges(number)
            if edges:
                offers = tuple(
                    Offer(outcome.move, outcome.points, found.targets[edge], best.regret(number, edge))
                    for edge, outcome in zip(edges, found.outcomes[edges.start : edges.stop], strict=True)
                )
                yield Decision(number, found.book.positions[scene].name, offers)


def survey(book: Playbook, limit: int = LIMIT) -> Survey:
    """Find all of it, exactly.

    Raises:
        TooManyStates: there are more states than the limit, told apart by all that is to be told.
    """
    with uncollected():
        return _surveyed(book, limit)


def _surveyed(book: Playbook, limit: int) -> Survey:
    listener = Listener(book)
    found = explore(listener.book, limit, Reduction(listener.book, is_thorough=True), listener)
    if listener.hearing.held:
        follow(listener.hearing, found)
    listener.close()
    valuation = value(found)
    totals = valuation.totals()
    best = BestPlays(found, valuation.futures, totals)
    return Survey(
        solution=solution_of(book, found, valuation),
        conditions={
            place: Asked(_way(found, answers.first), answers.held, answers.failed)
            for place, answers in listener.answers.items()
            if answers.first is not None
        },
        promises=_fates(book, found, listener),
        waits={scene: _way(found, instant) for scene, instant in listener.waits.items()},
        far={promise: _way(found, instant) for promise, instant in listener.far.items()},
        pits=tuple(pits(found, totals)),
        best_breaks=best.breaks(),
        best_silence=best.silence(),
        faults=tuple(best.faults()),
        exploration=found,
        futures=valuation.futures,
        _listener=listener,
        _best=best,
    )


def _fates(book: Playbook, found: Exploration, listener: Listener) -> dict[str, Fate]:
    def first(instant: Instant | None) -> Way | None:
        return None if instant is None else _way(found, instant)

    bits, marks = book.bits, listener.marks
    return {
        name: Fate(
            made=first(marks.get(bits.made[name])),
            kept=first(marks.get(bits.kept[name])),
            broken=first(marks.get(bits.broken[name])),
            released=first(listener.released.get(name)),
        )
        for name in book.scenario.promises
    }


def _way(found: Exploration, instant: Instant) -> Way:
    path = found.path(instant.number)
    return path if instant.move is None else (*path, instant.move.name)
