"""What became of promises: when each was made, due, kept or broken, and who left it no chance."""

from __future__ import annotations

import pytest

from game.debrief import Vow, review, vows
from game.scenario.model import Scene
from game.scenario.times import DAY, HOUR, Moment
from game.session.journal import Decision, Head, Journal
from tests.cases import book, choice, ending, promise, scene
from tests.debrief.plays import GOOD, LATE, debriefed


def _vow(name: str, *choices: str) -> Vow:
    return next(vow for vow in debriefed(*choices).promises if vow.name == name)


def test_a_kept_promise_tells_when_it_was_made_due_and_kept() -> None:
    """By the case's clock, with the decisions that made and kept it."""
    vow = _vow("callback", *GOOD)
    assert vow.made is not None
    assert vow.due is not None
    assert vow.ended is not None
    assert (vow.made.decision, vow.made.elapsed, vow.made.moment) == (3, 600, Moment(1, 9 * 60 + 15))
    assert (vow.due.elapsed, vow.due.moment) == (600 + DAY, Moment(2, 9 * 60 + 15))
    assert (vow.ended.decision, vow.ended.elapsed) == (4, 600 + 20 * HOUR)
    assert (vow.end, vow.fault) == ("kept", None)


def test_a_promise_never_made_has_no_times() -> None:
    """Only its text."""
    vow = _vow("never", *GOOD)
    assert (vow.end, vow.made, vow.due, vow.ended, vow.fault) == ("never made", None, None, None, None)


def test_the_decision_that_breaks_a_promise_is_at_fault_where_it_could_still_be_kept() -> None:
    """Waiting a day broke it; calling would have kept it."""
    vow = _vow("callback", *LATE)
    assert vow.ended is not None
    assert (vow.ended.decision, vow.fault) == (4, 4)
    assert not vow.is_broken_by_the_end


def test_a_promise_the_case_ends_on_says_so() -> None:
    """It was not due yet."""
    vow = _vow("callback", "call/listen", "plan/both", "next-day/drop")
    assert vow.end == "broken"
    assert vow.is_broken_by_the_end


def _late(*names: str, three: Scene | None = None) -> Vow:
    """The promise of a case in which a long way leaves no time for it; it breaks two decisions later."""
    playbook = book(
        call=promise(within="3 h"),
        one=scene(choice("promise", "two", promise="call")),
        two=scene(choice("keep-free", "three"), choice("meeting", "long")),
        three=three or scene(choice("call", "end", keep="call"), choice("idle", "end")),
        long=scene(choice("sit", "later"), choice("doze", "later")),
        later=scene(choice("on", "end"), later="1 day"),
        end=ending(),
    )
    head = Head(scenario="late", revision=playbook.revision, seed=0, mode="graded", started="")
    return review(playbook, None, Journal(head, tuple(Decision(name, 0) for name in names))).promises[0]


def test_a_promise_that_breaks_later_points_at_the_decision_that_left_it_no_chance() -> None:
    """Two decisions after it could no longer be kept."""
    vow = _late("one/promise", "two/meeting", "long/sit", "later/on")
    assert vow.ended is not None
    assert (vow.end, vow.ended.decision, vow.fault) == ("broken", 3, 2)


def test_a_promise_that_never_could_be_kept_is_the_fault_of_who_made_it() -> None:
    """Nothing on the way keeps it."""
    vow = _late("one/promise", "two/keep-free", "three/idle", three=scene(choice("idle", "end")))
    assert (vow.end, vow.fault) == ("broken", 1)


def test_where_there_are_too_many_ways_nobody_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said that was not found out."""
    monkeypatch.setattr(vows, "_MOST_STATES", 0)
    assert _late("one/promise", "two/meeting", "long/sit", "later/on").fault is None
