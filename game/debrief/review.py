"""From a journal to its debrief."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from game.debrief.best_line import best_line
from game.debrief.consequences import consequences, habits, option
from game.debrief.debrief import Debrief, Decided
from game.debrief.fork import fork
from game.debrief.parts import parts
from game.debrief.scoring import grade, regret, scores
from game.debrief.vows import vows
from game.scenario.names import CUSTOMER
from game.session.points import NO_POINTS
from game.session.replay import replay
from game.session.rules import choices, play, silence
from game.session.state import Stop
from game.session.telling import moment
from game.session.view import Figure

if TYPE_CHECKING:
    from game.debrief.debrief import Option
    from game.scenario.model import Ending
    from game.session.journal import Journal
    from game.session.playbook import Playbook
    from game.session.state import State, Step
    from game.solver import Solution

__all__ = ["review"]


def review(book: Playbook, solution: Solution | None, journal: Journal) -> Debrief:
    """Explain the play a journal tells, as far as its records are right; of what was taken back nothing is said.

    Args:
        book: the scenario, compiled, at the journal's revision.
        solution: the same scenario's; None where it has too many states. Then there are points, and no scores,
            regrets, grades or best choices.
        journal: of any session of the scenario, finished or not.
    """
    found = replay(book, journal.records)
    steps = found.steps
    last = steps[-1]
    points = NO_POINTS
    for step in steps:
        points = points.plus(step.points)
    may_look = last.stop is not None or journal.head.mode == "practice"  # else whoever stops early sees what is best
    line = best_line(book, solution, steps) if solution is not None and may_look else ()
    ending = _ending(book, last)
    best = None if solution is None else solution.best
    worst = None if solution is None else solution.worst
    decisions = tuple(_decided(book, solution, before.after, step) for before, step in pairwise(steps))
    return Debrief(
        head=journal.head,
        title=book.scenario.title,
        language=book.scenario.language,
        stop=last.stop,
        scene=book.positions[last.after.scene].name,
        ending=ending,
        fork=None if ending is None else fork(book, last),
        points=points,
        best=best,
        worst=worst,
        scores=scores(points, worst, best) if ending and best and worst else None,
        customer=_customer(book, last.after.moods[0]),
        you=book.scenario.you.name,
        mood=steps[0].after.moods[0],
        parts=parts(book, steps),
        best_parts=parts(book, line) if line else (),
        best_ending=_ending(book, line[-1]) if line else None,
        decisions=decisions,
        promises=tuple(vows(book, steps)),
        habits=habits([decided.consequences for decided in decisions]),
        refused=found.refused,
        was_rewound=found.was_rewound,
        has_timers=journal.has_timers,
    )


def _ending(book: Playbook, last: Step) -> Ending | None:
    """The ending a play came to with its last step."""
    return book.scenario.scenes[book.positions[last.after.scene].name].ending if last.stop is Stop.ENDED else None


def _customer(book: Playbook, mood: int) -> Figure:
    who = book.scenario.customer
    namesake = None if book.scenario is book.original else book.original.customer.name
    return Figure(CUSTOMER, who.name, mood, who.face, namesake)


def _decided(book: Playbook, solution: Solution | None, before: State, step: Step) -> Decided:
    lost = None if solution is None else regret(solution, before, step)
    return Decided(
        taken=option(book, step),
        regret=lost,
        grade=None if solution is None else grade(lost),
        best=None if solution is None else _best(book, solution, before, step, lost),
        elapsed=step.after.elapsed,
        now=moment(book, step.after.elapsed),
        mood=step.after.moods[0],
        consequences=tuple(consequences(book, step)),
    )


def _best(book: Playbook, solution: Solution, before: State, step: Step, lost: int | None) -> Option | None:
    """The decision taken if nothing was better, else the first in the file that gives nothing away, silence last."""
    if lost == 0:
        return option(book, step)
    fallen = silence(book, before)
    names = (*choices(book, before), *(() if fallen is None else (fallen,)))
    steps = (play(book, before, name) for name in names)
    return next((option(book, each) for each in steps if regret(solution, before, each) == 0), None)
