"""The debrief as lines of text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief import review
from game.debrief.account import account, as_text
from game.debrief.reckoning import Stair, reckoning, stairs, sum_of
from tests.debrief.plays import GOOD, LATE, callback, debriefed, journal


def _told(*names: str | int) -> list[str]:
    return list(account(debriefed(*names), {}))


def test_the_lost_points_are_shown_to_add_up() -> None:
    """From the best play's total down to one's own, a step for each decision that lost some."""
    debrief = debriefed(*LATE)
    assert sum_of(debrief) == "6 − 2 − 4 − 5 = −5"  # a true minus
    assert "The best play, less what each decision lost, is yours: 6 - 2 - 4 - 5 = -5." in _told(*LATE)
    assert stairs(debrief) == (Stair(1, "slip", 6, 4), Stair(2, "mistake", 4, 0), Stair(4, "mistake", 0, -5))
    assert [step.loss for step in stairs(debrief)] == [2, 4, 5]


def test_a_play_that_lost_nothing_has_no_sum() -> None:
    """Nor has one without an ending, or one from which none can be reached."""
    for names in (GOOD, ("call/shrug",), ("call/swamp", "swamp/hold"), ()):
        assert sum_of(debriefed(*names)) == ""
        assert reckoning(debriefed(*names)) == ""
    assert stairs(debriefed("call/shrug", "plan/promise")) == (Stair(1, "mistake", 6, 2),)
    assert stairs(debriefed("call/swamp", "swamp/hold")) == ()


_CHOICES = st.lists(
    st.sampled_from(
        ["call/listen", "call/look", "call/silence", "call/shrug", "plan/promise", "plan/both", "plan/send-on"]
    ),
    max_size=4,
)


@given(_CHOICES, st.sampled_from(["next-day/call", "next-day/wait", "next-day/drop"]))
@settings(max_examples=60)
def test_every_sum_is_right(names: list[str], last: str) -> None:
    """Of any play to an ending that lost something."""
    debrief = debriefed(*names, last)
    found = sum_of(debrief, "-")
    if not found:
        assert not debrief.lost
        return
    left, right = found.split(" = ")
    best, *losses = (int(number) for number in left.split(" - "))
    assert best - sum(losses) == int(right) == debrief.points.total


def test_promises_tell_their_times() -> None:
    """Made, due, and what became of them."""
    told = _told(*LATE)
    place = told.index("Broken: You call Mr Brunner back.")
    assert told[place + 1 : place + 3] == [
        "    Made Tuesday 09:05 by decision 3, due Wednesday 09:05.",
        "    Not kept by then; that showed with decision 4, Thursday 05:05.",
    ]
    ended = _told("call/listen", "plan/both", "next-day/drop")
    assert "    The case ended before it was kept, with decision 3." in ended
    assert "    Called off Wednesday 05:15 by decision 3." in ended


def test_a_loss_that_comes_later_points_at_the_decision_that_caused_it() -> None:
    """Nothing keeps both promises of one who waits; the promise itself was the fault of who made it."""
    told = _told("call/listen", "plan/both", "next-day/wait")
    assert not [line for line in told if line.startswith("From here on a promise could no longer be kept")]


def test_the_best_way_is_told_where_it_differs() -> None:
    """With what is said to it, and its ending; nothing of it where one's own was the best."""
    told = _told(*LATE)
    place = told.index("The best way, where it is another than yours:")
    assert told[place + 1] == "1. You do this: Look into the notes."
    assert "2. Lea: Tell me all of it." in told
    assert "    Reto Brunner: Well then." in told
    assert told[-2:] == ["The end: He stays", "And tells nobody why."]
    assert not [line for line in _told(*GOOD) if line.startswith("The best way")]


def test_what_the_caller_remarks_stands_with_the_score() -> None:
    """Such as how far the next medal is."""
    told = list(account(debriefed(*LATE), {}, ["12 points to silver"]))
    assert told.index("12 points to silver") < told.index("Decision 1 of 4: a slip, 2 points lost.")


def test_a_text_to_keep_says_why_there_is_no_score() -> None:
    """Where the case could not be solved; no line of it is empty twice."""
    words = "This case can go too many ways for its best play to be found"
    text = as_text(review(callback()[0], None, journal(*LATE)), {})
    assert words in text
    assert "\n\n\n" not in text
    assert words not in as_text(debriefed(*LATE), {})
