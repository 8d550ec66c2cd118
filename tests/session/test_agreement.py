"""The rules against a second reading of the same page."""

from __future__ import annotations

from hypothesis import event, given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.rules import choices, play, silence, start
from tests.effort import examples
from tests.naive.enumerate import decisions
from tests.naive.play import RING, Happening, offers, open_play, silence_on, take
from tests.session.plain import happened, known, known_naively
from tests.strategies import scenarios

MATTERS = ("effect", "mood", "made", "kept", "broken", "released")
PICKS = st.lists(st.integers(0, 11), max_size=16)


@examples(250)
@given(scenarios(), PICKS)
def test_the_rules_play_as_the_page_says(scenario: Scenario, picks: list[int]) -> None:
    """Step by step: the same offers, events in the same order, points, and knowledge of the past."""
    book = compile_scenario(scenario)
    naive = open_play(scenario)
    step = start(book)
    for pick in (*picks, None):
        assert (None if step.stop is None else step.stop.value) == naive.stop
        if naive.stop == RING:
            assert_same_ring(happened(step), naive.happened, naive.ring)
        else:
            assert happened(step) == naive.happened
            assert known(book, step.after) == known_naively(naive)
        assert list(choices(book, step.after)) == offers(naive)
        assert silence(book, step.after) == silence_on(naive)
        if pick is None or not decisions(naive):
            event(f"stopped: {naive.stop}")
            return
        name = decisions(naive)[pick % len(decisions(naive))]
        before = naive
        naive = take(before, name)
        step = play(book, step.after, name)
        assert list(step.points) == [now - then for now, then in zip(naive.points, before.points, strict=True)]


def assert_same_ring(told: list[Happening], naively: list[Happening], ring: list[str]) -> None:
    """How often one goes round before it is noticed is nobody's business, what happens on the way is."""
    shorter, longer = sorted((told, naively), key=len)
    assert longer[: len(shorter)] == shorter
    assert {each for each in longer if each[0] in MATTERS} == {each for each in shorter if each[0] in MATTERS}
    assert {("opened", scene) for scene in ring} <= set(shorter)
