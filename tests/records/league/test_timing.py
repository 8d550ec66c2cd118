"""The server's clock leaves everybody the time to read that their face takes, and says how much is left."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.loader import find_scenarios
from game.paths import shipped_scenarios
from game.records.league.timing import GRACE_MS, Allowance, allowance
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.reading import reading_seconds
from game.session.rules import choices, play, silence, start
from game.session.state import Step
from game.session.telling import choice_of, tell
from game.session.view import Entry, Said
from game.window.screens.conversation.pacing import Pacing
from tests.effort import examples
from tests.records.league.rounds import SHIPPED
from tests.strategies import scenarios

_FRAME = 1 / 60
_MOST_STEPS = 40
_WORDS_OF_A_TERMINAL = 20
"""What the terminal counts beside the lines and the choices."""


def shown_slowly(fresh: list[Entry]) -> float:
    """How many seconds the window takes at its slowest until all of it stands there."""
    pacing, now = Pacing(), 0.0
    while not pacing.is_done(fresh):
        pacing.tick(fresh, now, pace="slow")
        now += _FRAME
    return now


def printed(fresh: list[Entry]) -> int:
    """How many words the terminal prints, names included."""
    said = [f"{entry.name}: {entry.text}" for entry in fresh if isinstance(entry, Said)]
    return sum(len(words.split()) for words in said)


def offered(book: Playbook, step: Step) -> int:
    """How many words stand on the choices."""
    found = [choice_of(book, name) for name in choices(book, step.after)]
    return sum(len((each.say or each.do or "").split()) for each in found if each is not None)


def check(book: Playbook, dice: Random) -> int:
    """Play at random and hold the server's time against both faces'; how many timed scenes there were."""
    steps, timed = [start(book)], 0
    for _step in range(_MOST_STEPS):
        last = steps[-1]
        if last.stop is not None:
            break
        allowed = allowance(book, last)
        assert (allowed is None) == (silence(book, last.after) is None)
        if allowed is not None:
            timed += 1
            before = len(list(tell(book, steps[:-1])))
            fresh = list(tell(book, steps))[before:]
            answers = reading_seconds(offered(book, last))
            assert allowed.reading_ms >= 1000 * (shown_slowly(fresh) + answers)
            words = printed(fresh) + offered(book, last) + _WORDS_OF_A_TERMINAL
            assert allowed.reading_ms >= 1000 * reading_seconds(words)
        steps.append(play(book, last.after, dice.choice(choices(book, last.after))))
    return timed


@pytest.mark.parametrize("case", SHIPPED)
def test_everybody_has_time_to_read_a_shipped_case(case: str) -> None:
    """In the window at its slowest, and with a voice that reads out what the terminal prints."""
    scenario = find_scenarios((shipped_scenarios(),)).reading(case).scenario
    assert scenario is not None
    book = compile_scenario(scenario)
    timed = sum(check(book, Random(seed)) for seed in range(8))
    assert (timed > 0) == any(scene.within for scene in scenario.scenes.values())


@examples(25)
@given(scenario=scenarios(), seed=st.integers(0, 2**32))
def test_everybody_has_time_to_read_any_case(scenario: Scenario, seed: int) -> None:
    """However short its lines are."""
    check(compile_scenario(scenario), Random(seed))


def test_the_time_runs_out_at_the_millisecond() -> None:
    """What is left is told without the grace, which is the network's."""
    allowed = Allowance(reading_ms=10_000, limit_ms=30_000)
    assert [allowed.left_ms(waited) for waited in (0, 1, 39_999, 40_000, 90_000)] == [40_000, 39_999, 1, 0, 0]
    assert not allowed.is_late(40_000 + GRACE_MS)
    assert allowed.is_late(40_000 + GRACE_MS + 1)
    assert allowed.is_early(29_999)
    assert not allowed.is_early(30_000)
