"""The best line of play: the shortest from the opening, and the nearest to a play."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief import review
from game.debrief.best_line import best_line, shortest_best
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal
from game.session.playbook import Playbook
from game.session.rules import choices, play, silence, start
from game.session.state import Step, Stop
from game.solver import TooManyStates, solve
from tests.cases import book, choice, ending, scene
from tests.cases import silence as fallen
from tests.debrief.plays import GOOD, LATE, callback, debriefed, journal
from tests.strategies import scenarios

STATES = 3_000


@settings(max_examples=60, deadline=None)
@given(scenarios())
def test_it_earns_what_the_solver_says_can_be_earned(scenario: Scenario) -> None:
    """Decision by decision a legal play, complete, and none of its decisions gives a point away."""
    playbook = compile_scenario(scenario)
    try:
        solution = solve(playbook, STATES)
    except TooManyStates:
        return
    steps = shortest_best(playbook, solution, start(playbook))
    if solution.best is None:
        assert steps is None
        return
    assert steps is not None
    state = start(playbook).after
    for step in steps[1:]:
        assert step == play(playbook, state, step.choice)
        state = step.after
    assert steps[-1].stop is Stop.ENDED
    assert sum(step.points.total for step in steps) == solution.best.total


def test_of_two_best_plays_it_is_the_shorter() -> None:
    """A detour that costs nothing is not drawn; of equals the first in the file is."""
    playbook = book(
        one=scene(choice("detour", "two"), choice("later", "end", respect=1), choice("straight", "end", respect=1)),
        two=scene(choice("on", "end", respect=1)),
        end=ending(),
    )
    steps = shortest_best(playbook, solve(playbook), start(playbook))
    assert steps is not None
    assert [step.choice for step in steps] == ["", "one/later"]


def test_a_case_without_an_ending_has_none() -> None:
    """Nothing is best where nothing ends."""
    playbook = book(one=scene(choice("on", "two")), two=scene(choice("back", "one")))
    assert shortest_best(playbook, solve(playbook), start(playbook)) is None


def test_a_silence_is_a_decision_too() -> None:
    """Where waiting is best, the play waits."""
    playbook = book(
        one=scene(choice("speak", "end"), within="10 s", silence=fallen("end", respect=3)),
        end=ending(),
    )
    opening = start(playbook).after
    assert silence(playbook, opening) == "one/silence"
    assert choices(playbook, opening) == ("one/speak",)
    steps = shortest_best(playbook, solve(playbook), start(playbook))
    assert steps is not None
    assert steps[-1].choice == "one/silence"


@settings(max_examples=60, deadline=None)
@given(scenarios(), st.lists(st.integers(0, 7), max_size=10))
def test_beside_any_play_stands_one_that_loses_nothing(scenario: Scenario, picks: list[int]) -> None:
    """It is legal, complete and the best there is, and it goes the play's own way while that loses nothing."""
    playbook = compile_scenario(scenario)
    try:
        solution = solve(playbook, STATES)
    except TooManyStates:
        return
    steps = [start(playbook)]
    for pick in picks:
        names = choices(playbook, steps[-1].after) if steps[-1].stop is None else ()
        if not names:
            break
        steps.append(play(playbook, steps[-1].after, names[pick % len(names)]))
    line = best_line(playbook, solution, steps)
    if solution.best is None:
        assert line == ()
        return
    state = line[0].after
    for step in line[1:]:
        assert step == play(playbook, state, step.choice)
        state = step.after
    assert line[-1].stop is Stop.ENDED
    assert sum(step.points.total for step in line) == solution.best.total
    found = review(playbook, solution, _journal(playbook, steps))
    regrets = [decided.regret for decided in found.decisions]
    first = next((number for number, regret in enumerate(regrets) if regret != 0), len(regrets))
    assert [step.choice for step in line[: first + 1]] == [step.choice for step in steps[: first + 1]]
    if first < len(regrets):
        best = found.decisions[first].best
        assert best is not None
        assert line[first + 1].choice == best.name


def _journal(playbook: Playbook, steps: list[Step]) -> Journal:
    head = Head(scenario="any", revision=playbook.revision, seed=0, mode="graded", started="")
    return Journal(head, tuple(Decision(step.choice, 0) for step in steps[1:]))


def test_a_play_that_lost_nothing_is_its_own_best_line() -> None:
    """There is nothing to be shown beside it but itself."""
    debrief = debriefed(*GOOD)
    assert debrief.best_parts == debrief.parts
    assert debrief.best_ending == debrief.ending


def test_the_best_line_leaves_a_play_at_its_first_loss() -> None:
    """With the best choice that is named there, then on the shortest way."""
    debrief = debriefed(*LATE)
    assert [part.choice for part in debrief.best_parts] == ["", *GOOD]
    assert [part.choice for part in debriefed("call/look", "call/shrug").best_parts] == ["", *GOOD]


def test_without_a_solution_there_is_no_best_line() -> None:
    """Nothing is guessed."""
    book = callback()[0]
    debrief = review(book, None, _journal(book, [start(book)]))
    assert (debrief.best_parts, debrief.best_ending) == ((), None)


def test_whoever_stops_a_graded_play_early_does_not_see_what_is_best() -> None:
    """One decision would be enough to read all the others; a practice has nothing to hide."""
    begun = journal(*LATE[:1])
    graded = Journal(msgspec.structs.replace(begun.head, mode="graded"), begun.records)
    assert len(review(*callback(), begun).best_parts) == len(GOOD) + 1
    assert review(*callback(), graded).best_parts == ()
