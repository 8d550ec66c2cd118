"""What the journal of a play begins with that tries another one again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.again import NoSuchDecision, again_from
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Record, Rewind, Untimed
from game.session.replay import replay
from game.session.rules import choices, play, start
from tests.strategies import scenarios


def test_it_holds_the_decisions_up_to_that_one_and_takes_it_back() -> None:
    """With their times, as if it had just been taken back."""
    records = (Decision("a/1", 10), Decision("b/1", 20), Decision("c/1", 30))
    assert again_from(records, 2) == (Decision("a/1", 10), Decision("b/1", 20), Rewind(1, 20))
    assert again_from(records, 1) == (Decision("a/1", 10), Rewind(0, 10))
    assert again_from(records, 3) == (*records, Rewind(2, 30))


def test_what_was_taken_back_before_is_left_out() -> None:
    """Only the decisions that stand can be tried again; a switched timer is none."""
    records = (
        Decision("a/1", 10),
        Rewind(0, 15),
        Decision("a/2", 20),
        Untimed(timers=False, ms=25),
        Decision("b/1", 30),
    )
    assert again_from(records, 2) == (Decision("a/2", 20), Decision("b/1", 30), Rewind(1, 30))


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_decision_that_was_not_taken_cannot_be_tried_again(number: int) -> None:
    """It says how many there are."""
    with pytest.raises(NoSuchDecision, match=f"no decision {number}; the play has 1"):
        again_from((Decision("a/1", 10),), number)


@settings(max_examples=60, deadline=None)
@given(scenarios(), st.lists(st.integers(0, 7), min_size=1, max_size=8), st.data())
def test_its_replay_stands_before_that_decision(scenario: Scenario, picks: list[int], data: st.DataObject) -> None:
    """In the same state as the play did, and it tells that it was rewound."""
    book = compile_scenario(scenario)
    steps = [start(book)]
    for pick in picks:
        names = choices(book, steps[-1].after) if steps[-1].stop is None else ()
        if not names:
            break
        steps.append(play(book, steps[-1].after, names[pick % len(names)]))
    if len(steps) == 1:
        return
    records: list[Record] = [Decision(step.choice, 0) for step in steps[1:]]
    number = data.draw(st.integers(1, len(records)))
    found = replay(book, again_from(records, number))
    assert found.steps == tuple(steps[:number])
    assert found.was_rewound
    assert found.refused is None
