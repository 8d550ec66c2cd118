"""What follows from a finding waits until that is mended, and nothing else does."""

from __future__ import annotations

from pathlib import Path

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.trainer.check import examine
from game.trainer.check.case import Case
from game.trainer.check.examining import examine_case
from game.trainer.check.rules import PROVING
from tests.diagnostics.pages import completed
from tests.loader.told import marked

PLANTED = Path(__file__).parent / "planted"

PARTING = """
  talk:
    says: Tell me.
    choices:
      - id: plain
        say: That is how it is.
        goto: part
      - id: kind
        say: I am sorry.
        mood: 1
        goto: part
  part:
    says:
      - Well.
      - who: customer
        when: {known}
        text: You knew.
      - who: customer
        when: not {known}
        text: You did not know.
    goto:
      - when: {known} and mood > 0
        to: charmed
      - when: mood > 0
        to: bye
      - gone
  charmed:
    says: Oh!
    ending:
      outcome: delighted
      title: Charmed
  gone:
    says: Oh.
    ending:
      outcome: lost
      title: Gone
"""
"""Asks for something remembered, in lines and on the way to an ending."""

CODES = {"condition-never-holds", "condition-always-holds", "scene-never-reached", "promise-cannot-be-kept"}
CODES |= {"outcome-missing", "long-wait", "dead-end", "fact-never-set", "promise-never-made", "promise-never-kept"}


def told(part: str, ending: str = PARTING.format(known="known")) -> list[tuple[str, str, list[str]]]:
    """The findings on what plays do: code, what is marked, and the lines, without blanks, of what follows."""
    text = completed(part.strip("\n").replace("TALK", ending.strip("\n")) + "\n")
    reading = read_text(text, "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    lines = text.splitlines()
    return [
        (each.code, marked(text, each.span), [lines[span.line - 1].strip() for span in each.following])
        for each in examine(reading)
        if each.code in CODES and (each.code != "promise-never-made" or "promises:" in part)
    ]


CLOSED = """
scenes:
  hello:
    says: Hi.
    choices:
      - id: look
        say: I look it up.
        when: {when}
        remember: known
        goto: talk
      - id: leave
        say: Hm.
        goto: talk
TALK
"""

FROM_KNOWN = [
    "when: known",
    "when: not known",
    "- when: known and mood > 0",
    "outcome: delighted",
]


def test_what_a_choice_would_do_that_is_never_offered_waits() -> None:
    """One mistake is one finding, and it says what waits, and where."""
    assert told(CLOSED.format(when="known")) == [("condition-never-holds", "known", FROM_KNOWN)]
    assert told(CLOSED.format(when="mood > 2")) == [("condition-never-holds", "mood > 2", FROM_KNOWN)]


def test_what_does_not_follow_is_told_beside_it() -> None:
    """Mending the one would not mend the other."""
    apart = CLOSED.format(when="mood > 2").replace("        say: Hm.\n", "        say: Hm.\n        when: mood < 3\n")
    assert [each[:2] for each in told(apart)] == [
        ("condition-never-holds", "mood > 2"),
        ("condition-always-holds", "mood < 3"),
    ]


BOTH = """
scenes:
  hello:
    says: Hi.
    choices:
      - id: look
        say: I look it up.
        when: mood > 2
        remember: looked
        goto: more
      - id: leave
        say: Hm.
        goto: more
  more:
    says: And?
    choices:
      - id: ask
        say: I ask.
        when: mood < -2
        remember: asked
        goto: talk
      - id: leave
        say: Hm.
        goto: talk
TALK
"""


def test_what_waits_for_two_is_told_after_both() -> None:
    """It names neither alone as its reason, and does not stand between them."""
    found = told(BOTH, PARTING.format(known="(looked and asked)"))
    assert [each[:2] for each in found] == [
        ("condition-never-holds", "mood > 2"),
        ("condition-never-holds", "mood < -2"),
    ]
    assert [len(each[2]) for each in found] == [0, 4]


def test_of_two_that_wait_for_each_other_the_first_is_told() -> None:
    """Somebody has to begin."""
    circle = BOTH.replace("mood > 2", "asked").replace("mood < -2", "looked")
    (first,) = told(circle, PARTING.format(known="asked"))
    assert first[:2] == ("condition-never-holds", "asked")
    assert first[2][0] == "when: looked"


def test_the_cause_is_told_even_where_a_play_comes_to_the_consequence_first() -> None:
    """What the opening asks for is closed in a later scene, from which plays come back."""
    part = BOTH.replace("when: mood > 2", "when: asked").replace(
        "remember: asked\n        goto: talk", "remember: asked\n        goto: hello"
    )
    (cause,) = told(part, PARTING.format(known="looked"))
    assert cause[1:] == (
        "mood < -2",
        ["when: asked", "when: looked", "when: not looked", "- when: looked and mood > 0", "outcome: delighted"],
    )


def test_a_way_that_is_always_taken_keeps_those_below_closed() -> None:
    """They wait for it, with what they would bring."""
    part = """
scenes:
  hello:
    says: Hi.
    choices:
      - id: go
        say: Hm.
        goto:
          - when: mood < 3
            to: talk
          - late
  late:
    says: Late.
    choices:
      - id: look
        say: I look it up.
        remember: known
        goto: talk
TALK
"""
    assert told(part) == [("condition-always-holds", "mood < 3", FROM_KNOWN)]


def test_what_a_scene_out_of_reach_would_bring_waits_for_a_way_there() -> None:
    """What is remembered there, and the outcome of an ending behind it."""
    part = """
scenes:
  hello:
    says: Hi.
    choices:
      - id: go
        say: Hm.
        goto: talk
  late:
    says: Late.
    choices:
      - id: look
        say: I look it up.
        remember: known
        goto: talk
TALK
"""
    assert told(part) == [("scene-never-reached", "late", FROM_KNOWN)]
    ending = part.replace(
        "goto: talk\nTALK", "goto: far\n  far:\n    says: Oh.\n    ending:\n      outcome: lost\n      title: X"
    )
    assert ("outcome-missing", "lost", []) not in told(ending.replace("goto: talk", "goto: bye"))


PROMISED = """
promises:
  callback:
    text: You call back.
    within: 1 h
scenes:
  hello:
    says: Hi.
    choices:
      - id: vow
        say: I call back.
        promise: callback
        goto: later
      - id: leave
        say: Hm.
        goto: later
  later:
    says: Hm.
    later: 2 h
    choices:
      - id: call
        do: Call.
        keep: callback
        goto: talk
      - id: leave
        do: Leave it.
        goto: talk
TALK
"""


def test_what_asks_for_a_promise_that_cannot_be_kept_waits_for_it() -> None:
    """So does an ending behind it; and one that is never made or never kept at all is a reason as good."""
    asking = PARTING.format(known="kept callback")
    assert [each[:2] for each in told(PROMISED, asking)] == [("promise-cannot-be-kept", "callback")]
    for without, code in (("promise: callback", "promise-never-made"), ("keep: callback", "promise-never-kept")):
        part = PROMISED.replace(f"        {without}\n", "")
        assert [each[:2] for each in told(part, asking)] == [(code, "callback")]


def test_a_fact_that_is_never_set_is_a_reason() -> None:
    """For the scenes behind it, too."""
    part = CLOSED.format(when="mood < 3").replace("remember: known", "forget: known")
    assert {each[0] for each in told(part)} == {"fact-never-set", "condition-always-holds"}


def test_two_reasons_of_different_kinds_stand_beside_each_other() -> None:
    """A promise nobody makes, and a choice nobody is offered."""
    part = PROMISED.replace("        promise: callback\n", "").replace(
        "do: Leave it.", "do: Leave it.\n        when: mood > 2"
    )
    part = part.replace("        keep: callback\n        goto: talk", "        keep: callback\n        goto: bye")
    assert [each[:2] for each in told(part, PARTING.format(known="kept callback"))] == [
        ("promise-never-made", "callback"),
        ("condition-never-holds", "mood > 2"),
    ]


def test_what_would_only_get_stuck_keeps_nothing_waiting() -> None:
    """A choice that leads to a dead end brings nothing where it is asked for."""
    part = CLOSED.format(when="mood > 2").replace("goto: talk", "goto: stuck", 1)
    found = told(part.replace("TALK", "  stuck:\n    says: Hm.\nTALK"))
    assert [each[0] for each in found] == [
        "condition-never-holds",
        "condition-never-holds",
        "condition-always-holds",
        "condition-never-holds",
    ]
    assert [each[2] for each in found] == [[], [], [], ["outcome: delighted"]]


def test_behind_a_silenced_finding_nothing_waits() -> None:
    """Nobody is going to mend it."""
    ignored = CLOSED.format(when="mood > 2  # check: ignore condition-never-holds – comes next year")
    assert [each[0] for each in told(ignored)] == [
        "condition-never-holds",
        "condition-always-holds",
        "condition-never-holds",
    ]


def test_what_some_play_does_wrong_does_not_wait() -> None:
    """A scene that is just missed is missed whatever else is possible."""
    part = "clock: Monday 09:05" + CLOSED.format(when="mood > 2").replace(
        "  hello:", "  hello:\n    at: Monday 09:00", 1
    )
    assert ("long-wait", "Monday 09:00", []) in told(part)


def test_where_looking_would_take_too_long_everything_is_told() -> None:
    """The states that may be looked through are those a case may have."""
    text = completed(CLOSED.format(when="mood > 2").strip("\n").replace("TALK", PARTING.format(known="known")))
    reading = read_text(text, "part.yaml")
    states = Case(reading).survey
    assert states is not None
    few = examine_case(Case(reading, limit=states.solution.states))
    assert len([each for each in few if each.code.startswith("condition-")]) == 4
    assert not any(each.following for each in few)


def test_a_finding_says_in_a_sentence_what_waits() -> None:
    """One by its line, several by theirs."""
    reading = read_text(
        completed(CLOSED.format(when="known").strip("\n").replace("TALK", PARTING.format(known="known"))), "p"
    )
    finding = next(each for each in examine(reading) if each.following)
    assert finding.consequences.startswith("From this follow 4 others, which are told when it is mended (lines ")
    assert finding.remarks[-1] == finding.consequences
    alone = Diagnostic("trap", "error", finding.span, following=finding.following[:1])
    assert alone.consequences.startswith("From this follows another finding, which is told when it is mended (line ")
    assert Diagnostic("trap", "error", finding.span).consequences == ""


def test_every_rule_that_proves_is_asked_again() -> None:
    """Each once."""
    assert len(set(PROVING)) == len(PROVING)
