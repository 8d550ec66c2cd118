"""What the rules on plays tell, and what they leave to each other, beyond the examples of their pages."""

from __future__ import annotations

import pytest

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.texts.play_findings import PLAY
from game.trainer.check import examine
from game.trainer.check.case import Case
from game.trainer.check.rules import RULES
from tests.diagnostics.pages import completed
from tests.loader.told import marked

CODES = {code.partition("/")[0] for code in PLAY}


def findings(part: str) -> list[Diagnostic]:
    """What the rules on plays find in a part of a scenario."""
    reading = read_text(completed(part), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return [finding for finding in examine(reading) if finding.code in CODES]


def told(part: str) -> list[tuple[str, str]]:
    """The codes, and the words they mark."""
    text = completed(part)
    return [(finding.code, marked(text, finding.span)) for finding in findings(part)]


HELLO = "scenes:\n  hello:\n    says: Hi.\n    choices:\n"


def choice(name: str, goto: str, *more: str) -> str:
    """A choice of a scene."""
    lines = [f"      - id: {name}", f"        say: {name.title()}.", *(f"        {line}" for line in more)]
    return "\n".join([*lines, f"        goto: {goto}"]) + "\n"


def scene(name: str, *choices: str) -> str:
    """A scene with choices."""
    return f"  {name}:\n    says: Hm.\n" + ("    choices:\n" + "".join(choices) if choices else "")


def test_scenes_behind_one_out_of_reach_are_not_told_again() -> None:
    """Nor is each of those that lead to each other."""
    part = HELLO + choice("go", "bye") + scene("lunch", choice("on", "dessert")) + scene("dessert", choice("on", "bye"))
    assert told(part) == [("scene-never-reached", "lunch")]
    circle = HELLO + choice("go", "bye") + scene("one", choice("on", "two")) + scene("two", choice("on", "one"))
    assert told(circle) == [("scene-never-reached", "one")]


def test_a_scene_behind_a_condition_is_told_at_the_condition() -> None:
    """Be it a choice's or a way's, one that never holds or one that always does."""
    apart = "  apart:\n    says: Hm.\n    goto: bye\n"
    never = HELLO + choice("go", "bye") + choice("no", "apart", "when: mood > 2") + apart
    assert told(never) == [("condition-never-holds", "mood > 2")]
    ways = "\n          - when: {}\n            to: {}\n          - {}"
    assert told(HELLO + choice("go", ways.format("mood > 2", "apart", "bye")) + apart) == [
        ("condition-never-holds", "mood > 2")
    ]
    assert told(HELLO + choice("go", ways.format("mood < 2", "bye", "apart")) + apart) == [
        ("condition-always-holds", "mood < 2")
    ]
    own = "scenes:\n  hello:\n    says: Hi.\n    goto:\n      - when: mood < 2\n        to: bye\n      - apart\n"
    assert told(own + apart) == [("condition-always-holds", "mood < 2")]


def test_an_ending_nothing_leads_to_is_told_as_one() -> None:
    """In its own words."""
    lost = "  lost:\n    says: Hm.\n    ending:\n      outcome: lost\n      title: Lost\n"
    (orphan,) = findings(HELLO + choice("go", "bye") + lost)
    assert orphan.message == "No play reaches the ending `lost`: nothing leads there."
    (closed,) = findings(HELLO + choice("go", "bye") + "    goto: lost\n" + lost)
    assert "no play goes that way" in closed.message


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("broken callback", "promise-cannot-break"),
        ("taken apart/go", "scene-never-reached"),
        ("seen apart", "scene-never-reached"),
    ],
)
def test_what_asks_for_a_thing_that_never_is_has_its_reason_there(condition: str, code: str) -> None:
    """A promise nobody breaks, a choice or a scene out of reach; each told once, and the condition not again."""
    part = HELLO + choice("vow", "next", "promise: callback") + scene("next", choice("do", "then", "keep: callback"))
    if code == "scene-never-reached":
        part = HELLO + choice("go", "then") + scene("apart", choice("go", "then"))
    part += scene("then", choice("a", "bye", f"when: {condition}"), choice("b", "bye"))
    assert [finding.code for finding in findings(part)] == [code]


def test_a_promise_out_of_reach_is_not_told_by_those_who_ask_for_it() -> None:
    """Whether it is open, or kept."""
    ask = scene("then", choice("a", "bye", "when: open callback or kept callback"), choice("b", "bye"))
    part = HELLO + choice("go", "then") + scene("apart", choice("vow", "then", "promise: callback")) + ask
    assert told(part) == [("scene-never-reached", "apart")]


def test_a_fact_that_is_never_set_is_told_where_it_is_named() -> None:
    """Only forgotten; the rule for facts tells it."""
    part = HELLO + choice("go", "next", "forget: known")
    assert told(part + scene("next", choice("a", "bye", "when: known"), choice("b", "bye"))) == []


def test_where_plays_get_stuck_what_no_play_does_waits() -> None:
    """It may be but a consequence; what nothing leads to is none."""
    part = (
        HELLO
        + choice("go", "stuck")
        + choice("part", "bye", "when: mood < 2")
        + scene("stuck")
        + scene("apart", choice("on", "bye"))
        + "    goto: bye\n"
    )
    assert told(part) == [("dead-end", "stuck"), ("scene-never-reached", "apart")]
    mended = part.replace("  stuck:\n    says: Hm.\n", "  stuck:\n    says: Hm.\n    goto: bye\n")
    assert told(mended) == [("condition-always-holds", "mood < 2"), ("scene-never-reached", "apart")]


def test_a_scene_something_leads_to_waits_where_plays_get_stuck() -> None:
    """Its way may open when that is mended."""
    part = HELLO + choice("go", "stuck") + choice("part", "bye") + "    goto: late\n" + scene("stuck")
    assert told(part + scene("late", choice("on", "bye"))) == [("dead-end", "stuck")]


def test_a_promise_nobody_can_keep_is_not_told_as_broken_by_the_best() -> None:
    """It breaks in every play that makes it."""
    part = HELLO + choice("vow", "next", "promise: callback", "respect: 2") + choice("go", "bye")
    part += scene("next", choice("do", "bye", "keep: callback"), choice("leave", "bye"))
    late = part.replace("  next:\n", "  next:\n    later: 1 day\n")
    assert told(late) == [("promise-cannot-be-kept", "callback")]


def test_a_promise_whose_keeping_is_out_of_reach_is_told_there() -> None:
    """The choice that would keep it is never on offer."""
    part = HELLO + choice("vow", "next", "promise: callback")
    part += scene("next", choice("do", "bye", "keep: callback", "when: mood > 2"), choice("leave", "bye"))
    assert [code for code, _ in told(part)] == ["condition-never-holds"]


def test_a_promise_that_can_only_be_called_off_needs_a_time_for_it() -> None:
    """If the choice that calls it off always comes too late, it breaks in every play."""
    part = HELLO + choice("vow", "next", "promise: callback")
    part += scene("next", choice("off", "bye", "release: callback"), choice("leave", "bye", "respect: -1"))
    assert told(part) == []
    assert told(part.replace("  next:\n", "  next:\n    later: 1 day\n")) == [("promise-cannot-be-kept", "callback")]


def test_a_fault_that_more_than_pays_is_told_with_what_it_gains() -> None:
    """And with the other choice."""
    part = HELLO + choice("mock", "sorry", "respect: -1") + choice("hear", "bye")
    (fault,) = findings(part + scene("sorry", choice("recover", "bye", "respect: +3")))
    assert (fault.values["other"], fault.values["cost"], fault.values["gain"]) == ("hello/hear", 1, 2)
    assert "ends 2 lower" in fault.message


def test_a_case_with_too_many_states_is_told_that_nothing_is_proven() -> None:
    """That alone, with the number."""
    reading = read_text(completed(HELLO + choice("go", "next") + scene("next")), "part.yaml")
    case = Case(reading, limit=1)
    found = [finding for rule in RULES for finding in rule(case) if finding.code in CODES]
    assert [finding.code for finding in found] == ["too-many-states"]
    assert "more than 1 states" in found[0].message


def test_a_scene_behind_a_promise_nobody_keeps_says_what_its_way_asks_for() -> None:
    """Where the promise is meant so."""
    part = "promises:\n  callback:  # check: ignore promise-cannot-be-kept – it is meant so\n    text: You call.\n"
    part += "    within: 1 h\n" + HELLO + choice("vow", "next", "promise: callback")
    part += scene("next", choice("do", "then", "keep: callback"), choice("leave", "then"))
    part = part.replace("  next:\n", "  next:\n    later: 1 day\n")
    part += "  then:\n    says: Hm.\n    goto:\n      - when: {}\n        to: apart\n      - bye\n"
    part += "  apart:\n    says: Hm.\n    goto: bye\n"
    (finding,) = findings(part.format("kept callback and mood > -1"))
    assert "the way there asks for `kept callback`, and that never holds" in finding.message
