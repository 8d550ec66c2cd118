"""A debrief, sent elsewhere."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief import Debrief, review
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal
from game.session.rules import choices, play, start
from game.solver import solve
from tests.debrief.plays import GOOD, LATE, debriefed
from tests.effort import examples
from tests.strategies import scenarios


@pytest.mark.parametrize("names", [GOOD, LATE, (), ("call/shrug", "nowhere/at-all"), (*GOOD[:2], 1)])
def test_a_debrief_is_the_same_after_a_journey(names: tuple[str | int, ...]) -> None:
    """To its end, cut off, refused and taken back: as JSON and back."""
    debrief = debriefed(*names)
    assert _sent(debrief) == debrief


@examples(40)
@given(scenarios(), st.lists(st.integers(0, 11), max_size=12))
def test_any_debrief_is_the_same_after_a_journey(scenario: Scenario, picks: list[int]) -> None:
    """Of a random play of a random case, needs within needs included."""
    book = compile_scenario(scenario)
    step, taken = start(book), []
    for pick in picks:
        if step.stop is not None:
            break
        on_offer = choices(book, step.after)
        taken.append(on_offer[pick % len(on_offer)])
        step = play(book, step.after, taken[-1])
    head = Head(scenario="random", revision=book.revision, seed=1, mode="graded", started="")
    debrief = review(book, solve(book), Journal(head, tuple(Decision(name, 0) for name in taken)))
    assert _sent(debrief) == debrief


def test_a_debrief_can_be_shown_without_the_solver() -> None:
    """Home's first picture does not wait for what works a case out."""
    code = "import sys, game.debrief; assert 'game.solver' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def _sent(debrief: Debrief) -> Debrief:
    return msgspec.json.decode(msgspec.json.encode(debrief), type=Debrief)
