"""All plays of a scenario, exactly: best and worst, what is reached, and where a play gets stuck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from game.session.events import SceneOpened
from game.session.points import Totals
from game.session.rules import play, start, stop
from game.session.state import Stop
from game.solver.allocation import uncollected
from game.solver.exploration import Exploration, explore
from game.solver.reduction import Reduction
from game.solver.valuation import Valuation, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.session.playbook import Playbook
    from game.session.points import Points
    from game.session.state import State, Step

__all__ = ["LIMIT", "EndingReach", "Solution", "Totals", "Witness", "solution_of", "solve"]

LIMIT = 500_000
"""States, unless the caller says otherwise: about a gigabyte."""


class EndingReach(NamedTuple):
    """Whether an ending is reached, and with which totals."""

    outcome: str
    is_reachable: bool
    best: int | None
    worst: int | None


class Witness(NamedTuple):
    """A shortest way to a scene where a play gets stuck."""

    scene: str
    path: tuple[str, ...]
    """The choices and silences, by name."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What holds of all plays of a scenario."""

    book: Playbook
    states: int
    plays: int | None
    """Complete plays; None where they are endless."""
    best: Totals | None
    """None without a complete play."""
    worst: Totals | None
    endings: Mapping[str, EndingReach]
    unreachable_scenes: tuple[str, ...]
    unreachable_choices: tuple[str, ...]
    """Silences included."""
    dead_ends: tuple[Witness, ...]
    rings: tuple[Witness, ...]
    traps: tuple[Witness, ...]
    _found: Exploration
    _valuation: Valuation

    def number(self, state: State) -> int:
        """Which reduced state a state some play reaches falls into: the same can come of all that share a number.

        Raises:
            KeyError: no play reaches the state.
        """
        return self._found.number(state)

    def value(self, state: State) -> int | None:
        """The best total still attainable from a state some play reaches; None where no ending can be reached.

        Raises:
            KeyError: no play reaches the state.
        """
        if stop(self.book, state) is Stop.DEAD_END:
            return None
        return self._valuation.total(self.number(state))


def solve(book: Playbook, limit: int = LIMIT) -> Solution:
    """Find all of it, exactly.

    Raises:
        TooManyStates: there are more states than the limit.
    """
    with uncollected():
        found = explore(book, limit, Reduction(book))
        return solution_of(book, found, value(found))


def solution_of(book: Playbook, found: Exploration, valuation: Valuation) -> Solution:
    """What an exploration and its values tell of all plays."""
    extremes = valuation.extremes(0)
    scenes = _scenes(book, found)
    stuck = {stop: [number for number, kind in found.stops.items() if kind is stop] for stop in Stop}
    lost = (number for number, total in enumerate(valuation.totals()) if total is None and number not in found.stops)
    return Solution(
        book=book,
        states=len(found.scenes),
        plays=valuation.plays,
        best=None if extremes is None else _totals(extremes.best, found.opening),
        worst=None if extremes is None else _totals(extremes.worst, found.opening),
        endings=dict(_endings(book, valuation, found.opening.total)),
        unreachable_scenes=tuple(name for name in book.scenario.scenes if name not in scenes),
        unreachable_choices=tuple(name for name in book.moves if name not in found.taken),
        dead_ends=_witnesses(book, found, stuck[Stop.DEAD_END]),
        rings=tuple(_rings(book, found, stuck[Stop.RING])),
        traps=_witnesses(book, found, lost),
        _found=found,
        _valuation=valuation,
    )


def _totals(extreme: tuple[int, int, int, int], opening: Points) -> Totals:
    respect, proactivity, follow_through, total = extreme
    return Totals(respect + opening[0], proactivity + opening[1], follow_through + opening[2], total + opening.total)


def _endings(book: Playbook, valuation: Valuation, opening: int) -> Iterator[tuple[str, EndingReach]]:
    for scene, position in enumerate(book.positions):
        ending = book.scenario.scenes[position.name].ending
        if ending is None:
            continue
        known = valuation.ending(scene)
        if known is None:
            yield position.name, EndingReach(ending.outcome, is_reachable=False, best=None, worst=None)
        else:
            best, worst = known
            yield (
                position.name,
                EndingReach(ending.outcome, is_reachable=True, best=best + opening, worst=worst + opening),
            )


def _scenes(book: Playbook, found: Exploration) -> set[str]:
    """The scenes some play enters, if only to pass on."""
    here = set(found.scenes)
    return {
        position.name for number, position in enumerate(book.positions) if number in here or found.seen & position.bit
    }


def _witnesses(book: Playbook, found: Exploration, numbers: Iterable[int]) -> tuple[Witness, ...]:
    """One witness a scene: the state of it that the fewest decisions reach."""
    first: dict[int, int] = {}
    for number in numbers:
        first.setdefault(found.scenes[number], number)
    return tuple(Witness(book.positions[scene].name, found.path(number)) for scene, number in first.items())


def _rings(book: Playbook, found: Exploration, numbers: Iterable[int]) -> Iterator[Witness]:
    """One witness a ring, named by the first of its scenes that the witness enters."""
    told: set[frozenset[str]] = set()
    for number in numbers:
        path = found.path(number)
        step = _last_step(book, path)
        opened = [event.scene for event in step.events if isinstance(event, SceneOpened)]
        ring = frozenset(_since(opened, book.positions[step.after.scene].name))
        if ring not in told:
            told.add(ring)
            yield Witness(next(scene for scene in opened if scene in ring), path)


def _since(opened: list[str], entrance: str) -> list[str]:
    """The scenes of a step since it last entered this one; all, where it was stopped for passing too many."""
    last = max((place for place, scene in enumerate(opened) if scene == entrance), default=0)
    return opened[last:]


def _last_step(book: Playbook, path: Iterable[str]) -> Step:
    step = start(book)
    for choice in path:
        step = play(book, step.after, choice)
    return step
