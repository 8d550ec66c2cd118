"""Why a condition never holds is said as exactly as it can be known."""

from __future__ import annotations

import pytest

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.trainer.check import examine
from game.trainer.check.case import Case
from game.trainer.check.examining import examine_case
from game.trainer.check.probing import probe
from game.trainer.check.reasons import with_reasons
from tests.diagnostics.pages import completed

PART = """
promises:
  callback:
    text: You call back.
    within: 1 h
scenes:
  hello:
    says: Hi.
    choices:
      - id: look
        say: I look it up.
        remember: looked
        mood: 1
        goto: talk
      - id: vow
        say: I call back.
        promise: callback
        remember: vowed
        forget: looked
        goto: talk
      - id: both
        say: Hm.
        remember: [late, vowed]
        goto: other
  talk:
    says: Hm.
    choices:
      - id: asked
        say: Well.
        when: CONDITION
        remember: own
        goto: other
      - id: leave
        say: Hm.
        goto: other
  other:
    later: 30 min
    with: desk
    says:
      - Hm.
      - who: desk
        text: Oh.
        when: kept callback or broken callback or own or looked or late or vowed
    choices:
      - id: call
        do: Call.
        keep: callback
        goto: later
      - id: leave
        do: Leave.
        goto: later
  later:
    later: 2 h
    says: Hm.
    goto: bye
"""


def why(condition: str) -> str:
    """What the finding on this condition says."""
    reading = read_text(completed(PART.lstrip("\n").replace("CONDITION", condition)), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    (finding,) = (each for each in examine(reading) if each.code == "condition-never-holds")
    return finding.why


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("own", "Only `talk/asked` itself remembers `own`, and it is asked before it can be taken."),
        ("late", "`late` is remembered by `hello/both`, and no play comes here after that."),
        (
            "looked and mood < 1",
            "In some plays `looked` holds here, in others `mood < 1`, and never both in one.",
        ),
        ("kept callback", "The promise `callback` is kept by `other/call`, and no play comes here after that."),
        ("broken callback", "The promise `callback` is never broken yet when a play comes here."),
        ("taken other/call", "No play comes here after `other/call`."),
        ("seen other", "No play comes here after the scene `other`."),
        ("mood < 0", "`mood` lies between 0 and 1 here, whatever was chosen."),
        ("mood of desk > 0", "`mood of desk` is always 0 here, whatever was chosen."),
        ("elapsed > 2 h", "`elapsed > 2 h` never holds here: no play comes here at such a time."),
        ("looked and elapsed > 2 h", "`elapsed > 2 h` never holds here: no play comes here at such a time."),
        ("not mood of desk = 0", "`mood of desk = 0` always holds here."),
        ("late or own", "`late or own` never holds here."),
        ("vowed and (late or own)", "`late or own` never holds here."),
    ],
)
def test_the_part_that_never_holds_is_named_with_what_is_known_of_it(condition: str, reason: str) -> None:
    """Be it a fact, a promise, a mood, or two that exclude each other."""
    assert why(condition) == reason


def test_a_fact_that_is_forgotten_on_the_way_is_said_to_be() -> None:
    """It may have been remembered before."""
    part = PART.replace("mood: 1", "forget: looked").replace("remember: looked\n", "remember: looked\n", 1)
    reading = read_text(completed(part.lstrip("\n").replace("CONDITION", "looked")), "part.yaml")
    (finding,) = (each for each in examine(reading) if each.code == "condition-never-holds")
    assert finding.why.endswith("no play comes here after that without having forgotten it.")


def test_a_promise_that_is_open_nowhere_near_is_said_to_be() -> None:
    """It was not made yet."""
    part = (
        PART.replace("CONDITION", "mood < 3")
        .replace("goto: talk", "goto: other", 2)
        .replace(
            "later:\n    later: 2 h\n    says: Hm.",
            "later:\n    later: 2 h\n    says:\n      - who: desk\n        when: open callback\n        text: Oh.",
        )
    )
    reading = read_text(completed(part.lstrip("\n")), "part.yaml")
    told = [each.why for each in examine(reading) if each.code == "condition-never-holds"]
    assert told == ["The promise `callback` is never open when a play comes here."]


def test_where_only_all_parts_together_fail_it_is_said_what_is_often_wrong() -> None:
    """Each two of the three hold in some play, all three in none."""
    part = "scenes:\n  hello:\n    says: Hi.\n    choices:\n" + "".join(
        f"      - id: {name}\n        say: {name}.\n        remember: [{facts}]\n        goto: next\n"
        for name, facts in (("x", "a, b"), ("y", "b, c"), ("z", "a, c"))
    )
    part += "  next:\n    says:\n      - Hm.\n      - who: desk\n        when: a and b and c\n        text: Oh.\n"
    part += "    goto: bye\n"
    reading = read_text(completed(part), "part.yaml")
    (finding,) = (each for each in examine(reading) if each.code == "condition-never-holds")
    assert finding.why.startswith("Often a word too much stands in it")


def test_the_way_is_said_to_lead_to_where_it_is_asked() -> None:
    """No play goes the way that never holds."""
    reading = read_text(completed(PART.lstrip("\n").replace("CONDITION", "late")), "part.yaml")
    (finding,) = (each for each in examine(reading) if each.code == "condition-never-holds")
    assert finding.way == "A shortest way to where it is asked: hello/look"
    at_once = Diagnostic("condition-never-holds", "warning", finding.span, finding.values, ())
    assert at_once.way == "It is asked at once, before the first choice."


WAYS = """
      - when: late
        to: bye
      - other
"""
LINES = """
      - Hi.
      - who: desk
        when: late
        text: Oh.
"""
CHOICE = """
    choices:
      - id: a
        say: A.
        goto: other
"""
OTHER = """
  other:
    says: Hm.
    choices:
      - id: b
        say: B.
        remember: late
        goto: bye
"""


@pytest.mark.parametrize(
    "place",
    [
        f"says: Hi.\n    goto:{WAYS}",
        f"says: Hi.\n    within: 30 s\n    silence:\n     goto:{WAYS}{CHOICE}",
        f"says: Hi.{CHOICE.replace(' other', WAYS.replace('      ', '          '))}",
        f"says:{LINES}    goto: other",
        f"says: Hi.{CHOICE}        answer:{LINES.replace('      ', '          ')}",
    ],
    ids=["scene", "silence", "choice", "line", "answer"],
)
def test_a_reason_is_found_wherever_a_condition_may_stand(place: str) -> None:
    """On ways of scenes, silences and choices, in what is said and in answers."""
    reading = read_text(completed(f"scenes:\n  hello:\n    {place}{OTHER}"), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    (finding,) = (each for each in examine(reading) if each.code == "condition-never-holds")
    assert finding.why == "`late` is remembered by `other/b`, and no play comes here after that."


def test_without_room_to_look_the_finding_stands_as_it_is() -> None:
    """With what is often the reason."""
    reading = read_text(completed(PART.lstrip("\n").replace("CONDITION", "mood < 0")), "part.yaml")
    surveyed = Case(reading)
    assert surveyed.survey is not None
    told = examine_case(surveyed)
    tight = Case(reading, limit=1)
    assert probe(tight, {}) is None
    bare = [Diagnostic(each.code, each.severity, each.span, {"variant": "choice", "name": "x"}) for each in told]
    narrow = Case(reading)
    assert narrow.survey is not None
    narrow.limit = 1
    assert with_reasons(narrow, bare) == bare
