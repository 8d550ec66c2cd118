"""The shortest best play."""

from __future__ import annotations

from hypothesis import given, settings

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.rules import choices, play, silence, start
from game.session.state import Stop
from game.solver import TooManyStates, solve
from game.trainer.map.best_play import best_play
from tests.cases import book, choice, ending, scene
from tests.cases import silence as fallen
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
    steps = best_play(playbook, solution)
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
    steps = best_play(playbook, solve(playbook))
    assert steps is not None
    assert [step.choice for step in steps] == ["", "one/later"]


def test_a_case_without_an_ending_has_none() -> None:
    """Nothing is best where nothing ends."""
    playbook = book(one=scene(choice("on", "two")), two=scene(choice("back", "one")))
    assert best_play(playbook, solve(playbook)) is None


def test_a_silence_is_a_decision_too() -> None:
    """Where waiting is best, the play waits."""
    playbook = book(
        one=scene(choice("speak", "end"), within="10 s", silence=fallen("end", respect=3)),
        end=ending(),
    )
    opening = start(playbook).after
    assert silence(playbook, opening) == "one/silence"
    assert choices(playbook, opening) == ("one/speak",)
    steps = best_play(playbook, solve(playbook))
    assert steps is not None
    assert steps[-1].choice == "one/silence"
