from __future__ import annotations

import json

from game.debrief import form
from tests.debrief.plays import GOOD, callback, debriefed


def test_a_complete_play_has_every_key_others_read() -> None:
    """Names and shapes are a contract; JSON can hold them."""
    found = form(debriefed("call/listen", "plan/promise", "next-day/wait"))
    assert json.loads(json.dumps(found)) == {
        "scenario": "callback",
        "revision": callback()[0].revision,
        "mode": "practice",
        "complete": True,
        "ending": "won",
        "outcome": "kept",
        "points": {"respect": 2, "proactivity": 0, "follow_through": -2, "total": 0},
        "scores": {"respect": 100, "proactivity": 0, "follow_through": 17, "total": 500},
        "decisions": [
            {
                "choice": "call/listen",
                "points": 2,
                "regret": 1,
                "grade": "good",
                "best": "call/look",
                "elapsed_s": 600,
                "mood": 0,
            },
            {
                "choice": "plan/promise",
                "points": 1,
                "regret": 0,
                "grade": "best",
                "best": "plan/promise",
                "elapsed_s": 72_600,
                "mood": 0,
            },
            {
                "choice": "next-day/wait",
                "points": -3,
                "regret": 5,
                "grade": "mistake",
                "best": "next-day/call",
                "elapsed_s": 159_000,
                "mood": -2,
            },
        ],
        "promises": {"callback": "broken", "desk": "never made", "never": "never made"},
        "refused": None,
    }


def test_an_unfinished_play_has_null_for_what_it_has_not() -> None:
    """No ending, no outcome, no scores; the same keys all the same."""
    found = form(debriefed())
    assert (found["complete"], found["ending"], found["outcome"], found["scores"]) == (False, None, None, None)
    assert found.keys() == form(debriefed(*GOOD)).keys()


def test_a_refused_choice_is_told_with_what_was_on_offer() -> None:
    """Its reason is one of a few fixed phrases."""
    assert form(debriefed(*GOOD, "won/more"))["refused"] == {
        "choice": "won/more",
        "reason": "unknown choice",
        "available": [],
    }
    assert form(debriefed("plan/promise"))["refused"] == {
        "choice": "plan/promise",
        "reason": "not on offer",
        "available": ["call/listen", "call/look", "call/shrug", "call/swamp", "call/silence"],
    }


def test_inside_a_trap_regret_and_best_are_null() -> None:
    """And the grade is blunder."""
    decisions = form(debriefed("call/swamp", "swamp/hold"))["decisions"]
    assert isinstance(decisions, list)
    assert [(each["regret"], each["grade"], each["best"]) for each in decisions] == [
        (None, "blunder", "call/look"),
        (None, "blunder", None),
    ]
