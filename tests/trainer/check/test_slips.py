"""Slips that are easily made and hard to see in play: words twice, minutes of the wrong clock, a moment just passed."""

from __future__ import annotations

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.trainer.check import examine
from game.trainer.check.case import Case
from game.trainer.check.same_words import check
from tests.diagnostics.pages import completed
from tests.loader.told import marked

CODES = {"same-words", "long-time-limit", "long-deadline", "condition-never-holds"}
HELLO = "scenes:\n  hello:\n    says: Hi.\n    choices:\n"


def findings(part: str) -> list[Diagnostic]:
    """What is told of such slips."""
    reading = read_text(completed(part), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return [each for each in examine(reading) if each.code in CODES]


def told(part: str) -> list[tuple[str, str]]:
    """The codes, and what is marked."""
    return [(each.code, marked(completed(part), each.span)) for each in findings(part)]


def test_blanks_and_capitals_make_no_other_words() -> None:
    """Each choice is told once, with the first that has its words."""
    part = HELLO + "".join(
        f"      - id: {name}\n        {key}: {words}\n        goto: bye\n"
        for name, key, words in (
            ("a", "say", "I call back."),
            ("b", "say", "I  CALL back."),
            ("c", "do", "I call back."),
            ("d", "say", "I call back!"),
            ("e", "say", "I call back."),
        )
    )
    found = findings(part)
    assert [each.message for each in found] == [
        "`hello/b` has the same words as `hello/a`.",
        "`hello/e` has the same words as `hello/a`.",
    ]
    assert told(part)[0] == ("same-words", "I  CALL back.")


EXCLUSIVE = (
    HELLO
    + """      - id: hear
        say: Tell me.
        remember: heard
        goto: next
      - id: pass
        say: Hm.
        goto: next
  next:
    says: Hm.
    choices:
      - id: well
        say: I know what to do.
        when: heard
        respect: 1
        goto: bye
      - id: badly
        say: I know what to do.
        when: not heard
        goto: bye
"""
)


def test_choices_that_never_meet_may_have_the_same_words() -> None:
    """What comes of them differs by what came before."""
    assert told(EXCLUSIVE) == []
    assert told(EXCLUSIVE.replace("when: not heard", "when: heard")) == [("same-words", "I know what to do.")]


def test_where_it_is_not_known_whether_they_meet_only_those_that_ask_nothing_are_told() -> None:
    """With too many states."""
    for part, codes in (
        (EXCLUSIVE, []),
        (EXCLUSIVE.replace("        when: not heard\n", "").replace("        when: heard\n", ""), ["same-words"]),
    ):
        reading = read_text(completed(part), "part.yaml")
        assert [each.code for each in check(Case(reading, limit=1))] == codes


TIMED = """scenes:
  hello:
    says: Hi.
    within: {within}
    silence:
      goto: bye
    choices:
      - id: here
        say: I am here.
        goto: bye
"""


def test_ten_minutes_are_enough_for_a_timed_scene() -> None:
    """A second more is told, in words."""
    assert told(TIMED.format(within="10 min")) == []
    (found,) = findings(TIMED.format(within="601 s"))
    assert found.message == "The scene `hello` gives 10 minutes 1 second to choose, by the trainee's own clock."


DUE = """clock: Tuesday 11:00
promises:
  callback:
    text: You call back.
    by: {by}
scenes:
  hello:
    says: Hi.
    choices:
      - id: short
        say: Well.
        goto: vow
      - id: long
        say: Tell me everything.
        takes: 10 min
        goto: vow
  vow:
    says: Hm.
    choices:
      - id: vow
        say: I call back.
        promise: callback
        goto: then
      - id: leave
        say: Hm.
        goto: then
  then:
    later: 2 h
    says:
      - Hm.
      - who: desk
        when: broken callback
        text: You did not call.
    choices:
      - id: call
        do: Call.
        keep: callback
        goto: bye
      - id: leave
        do: Leave.
        goto: bye
"""


def test_a_deadline_that_has_just_passed_is_told_with_the_way_on_which_it_has() -> None:
    """On the short way it is still to come."""
    (found,) = findings(DUE.format(by="Tuesday 11:05"))
    assert found.witness == ("hello/long", "vow/vow")
    assert found.way == "A shortest way to where it is made: hello/long, vow/vow"
    assert told(DUE.format(by="Tuesday 11:05")) == [("long-deadline", "Tuesday 11:05")]
    assert told(DUE.format(by="Tuesday 12:00")) == []


def test_what_asks_whether_it_was_broken_waits_for_the_deadline() -> None:
    """It never breaks before the end; that follows, and not that the first choice decides nothing."""
    (found,) = findings(DUE.format(by="Tuesday 10:55"))
    assert found.code == "long-deadline"
    assert len(found.following) == 1
