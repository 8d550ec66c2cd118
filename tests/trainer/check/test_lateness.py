"""A promise that cannot be kept is told with the clock of the play that misses it by least."""

from __future__ import annotations

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.trainer.check import examine
from game.trainer.check.case import Case
from game.trainer.check.lateness import with_lateness
from tests.diagnostics.pages import completed

PART = """
clock: Monday 09:00
promises:
  callback:
    text: You call back.
    DUE
scenes:
  hello:
    says: Hi.
    choices:
      - id: vow
        say: I call back.
        takes: 10 min
        promise: callback
        goto: later
      - id: leave
        say: Hm.
        goto: later
  later:
    later: 2 h
    says: Hm.
    choices:
      - id: lunch
        do: Have lunch.
        takes: 1 h
        goto: last
      - id: tea
        do: Have tea.
        takes: 10 min
        goto: still
  still:
    says: Hm.
    choices:
      - id: wait
        do: Wait.
        takes: 5 min
        goto: last
  last:
    says: Hm.
    choices:
      - id: call
        do: Call.
        TAKES
        keep: callback
        goto: bye
      - id: leave
        do: Leave.
        goto: bye
"""


def finding(due: str, takes: str = "mood: 0", part: str = PART) -> Diagnostic:
    """What is said of the promise."""
    text = completed(part.lstrip("\n").replace("DUE", due).replace("TAKES", takes))
    reading = read_text(text, "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    (found,) = (each for each in examine(reading) if each.code == "promise-cannot-be-kept")
    return found


NEAREST = ("hello/vow", "later/tea", "still/wait", "last/call")


def test_the_nearest_miss_is_shown_and_not_the_one_of_fewest_decisions() -> None:
    """Lunch takes an hour, and tea a quarter of one, with a decision more."""
    late = finding("within: 2 h")
    assert late.witness == NEAREST
    assert late.why == "At `last/call` it is 11:25 already, and the promise was due 11:10: 15 minutes too late."
    assert late.way == "The way that misses it by least: hello/vow, later/tea, still/wait, last/call"


def test_what_the_choice_itself_takes_is_told_apart() -> None:
    """It comes before the promise is kept."""
    late = finding("by: Monday 12:00", "takes: 1 h")
    assert late.witness == NEAREST
    assert late.why == (
        "At `last/call` it is 11:25; that takes 1 hour before it keeps, so it is 12:25 when the promise would be kept, "
        "and it is due 12:00."
    )


def test_a_deadline_by_a_moment_is_moved_to_find_the_nearest() -> None:
    """As one within a time is."""
    assert finding("by: Monday 11:00").witness == NEAREST


def test_where_days_lie_between_the_days_are_named() -> None:
    """A time alone would mislead."""
    late = finding("by: Monday 12:00", part=PART.replace("later: 2 h", "later: 2 days"))
    assert late.why.startswith("At `last/call` it is Wednesday 09:25 already, and the promise was due Monday 12:00: ")


def test_a_choice_that_comes_before_the_promise_is_not_late() -> None:
    """More time would not help; the way shown is to where it is made."""
    part = """
promises:
  callback:
    text: You call back.
    DUE
scenes:
  hello:
    says: Hi.
    choices:
      - id: call
        do: Call.
        keep: callback
        goto: later
      - id: leave
        do: Leave.
        goto: later
  later:
    says: Hm.
    choices:
      - id: vow
        say: I call back.
        promise: callback
        goto: bye
"""
    early = finding("within: 2 h", part=part)
    assert early.way == "A shortest way to where it is made: hello/call, later/vow"
    assert early.hint.startswith("Look at when it is due")


def test_a_way_that_is_closed_once_the_promise_is_broken_is_not_shown() -> None:
    """No play of the case goes it."""
    closed = finding("within: 2 h", "when: not broken callback and mood < 3")
    assert closed.witness == ("hello/vow",)


def test_without_room_to_look_the_finding_stands_as_it_is() -> None:
    """The states of another survey may be too many."""
    reading = read_text(completed(PART.lstrip("\n").replace("DUE", "within: 2 h").replace("TAKES", "mood: 0")), "part")
    tight = Case(reading, limit=1)
    bare = tight.tell("promise-cannot-be-kept", ("promises", "callback"), {"name": "callback"}, witness=("hello/vow",))
    assert with_lateness(tight, [bare]) == [bare]
