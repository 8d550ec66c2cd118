"""What the players make of a case, and what gives it away."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader import read_file
from game.scenario.model import Choice, Name, Scenario, Words
from game.session.compiler import compile_scenario
from game.solver import survey
from game.trainer.check.guessable import TOO_MUCH
from game.trainer.check.players import Guessing
from tests.cases import case, choice, ending, scene, silence
from tests.shipped import CASES


def guessing(scenario: Scenario) -> Guessing:
    """The players at a case."""
    return Guessing(scenario, survey(compile_scenario(scenario)))


def saying(key: str, words: str, goto: str = "end", **rest: int) -> Choice:
    """A choice in these words."""
    made = choice(key, goto=goto, **rest)
    return Choice(id=Name(key), say=Words(words), goto=made.goto, respect=made.respect)


def test_scores_are_those_of_the_debrief() -> None:
    """From 0 for the worst play to 1000 for the best; whoever ties comes to the middle."""
    found = guessing(
        case(
            here=scene(saying("good", "As long as can be.", respect=2), saying("bad", "Short?", respect=-2)),
            end=ending(),
        )
    )
    assert found.scores == {
        "longest": 1000,
        "second-longest": 0,
        "shortest": 0,
        "asking": 0,
        "random": 500,
        "apologetic": 500,
        "promising": 500,
        "polite": 500,
    }


def test_where_nothing_can_be_won_nobody_has_a_score() -> None:
    """Best and worst are one: that is told otherwise."""
    assert guessing(case(here=scene(choice("on", goto="end")), end=ending())).scores == {}


def test_the_decision_that_gives_most_comes_first() -> None:
    """By what the best choice brings more than the mean of all; where the player is wrong nothing is given away."""
    found = guessing(
        case(
            one=scene(saying("a", "The longest of them.", "two", respect=1), saying("b", "Short.", "two")),
            two=scene(saying("c", "The longest of them.", "three", respect=3), saying("d", "Short.", "three")),
            three=scene(saying("e", "The longest of them.", "end"), saying("f", "Short.", "end", respect=1)),
            end=ending(),
        )
    )
    assert found.giveaways("longest") == ["two/c", "one/a"]
    assert found.giveaways("shortest") == ["three/f"]


def test_a_decision_counts_as_often_as_the_player_comes_there() -> None:
    """Half of a great gift is less than the whole of a middling one."""
    found = guessing(
        case(
            one=scene(saying("a", "Equal.", "two"), saying("b", "Alike.", "three")),
            two=scene(saying("c", "The longest of them.", "three", respect=3), saying("d", "Short.", "three")),
            three=scene(saying("e", "The longest of them.", "end", respect=2), saying("f", "Short.", "end")),
            end=ending(),
        )
    )
    assert found.giveaways("longest") == ["three/e", "two/c"]


def test_the_best_that_only_silence_reaches_is_no_gift() -> None:
    """Choices are held against each other."""
    found = guessing(
        case(
            one=scene(
                saying("a", "The longest of them.", respect=1),
                saying("b", "Short."),
                within="9 s",
                silence=silence(goto="end", respect=3),
            ),
            end=ending(),
        )
    )
    assert found.giveaways("longest") == ["one/a"]
    assert found.scores["longest"] == 333


def test_the_scenes_where_guessing_costs_least_are_found() -> None:
    """The cheapest first; where there is no choice there is nothing to guess."""
    found = guessing(
        case(
            one=scene(saying("a", "Yes.", "two", respect=3), saying("b", "No.", "two")),
            two=scene(saying("c", "Yes.", "three", respect=1), saying("d", "No.", "three")),
            three=scene(saying("e", "Well.", "end")),
            end=ending(),
        )
    )
    assert found.cheapest_scenes("random") == ["two", "one"]


def test_a_way_into_a_trap_is_the_worst_choice() -> None:
    """Whoever does not take it has got something, though no points stand there."""
    found = guessing(
        case(
            one=scene(saying("a", "The longest of them."), saying("b", "Short.", "stuck")),
            two=scene(saying("c", "On.")),
            stuck=scene(),
            end=ending(),
        )
    )
    assert found.giveaways("longest") == ["one/a"]


@pytest.mark.parametrize("path", CASES.values(), ids=CASES)
def test_the_shipped_cases_cannot_be_guessed(path: Path) -> None:
    """Each player stays well below the limit, and below 500 on average over the players."""
    scenario = read_file(path).scenario
    assert scenario is not None
    scores = guessing(scenario).scores
    assert len(scores) == 8
    assert max(scores.values()) < TOO_MUCH
    assert sum(scores.values()) / len(scores) < 500
