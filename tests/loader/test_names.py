"""Names, where they are invented and where they are used."""

from __future__ import annotations

import pytest

from game.loader.names import better, normal
from tests.loader.told import read, told


def choice(lines: str) -> str:
    """A part with one choice of these lines."""
    return "scenes:\n  hello:\n    choices:\n      - say: Hi.\n" + "".join(
        f"        {line}\n" for line in lines.split("\n")
    )


@pytest.mark.parametrize(
    ("part", "findings"),
    [
        ("others:\n  Desk: {name: A}\n", [("bad-name", "Desk")]),
        ("others:\n  you: {name: A}\n", [("reserved-name", "you")]),
        ("others:\n  1st: {name: A}\n", [("bad-name", "1st")]),
        ("promises:\n  call back: {text: A, within: 1 h}\n", [("bad-name", "call back")]),
        ("promises:\n  open: {text: A, within: 1 h}\n", [("reserved-name", "open")]),
        (choice("remember: [ok, Not-ok, and]\ngoto: bye"), [("bad-name", "Not-ok"), ("reserved-name", "and")]),
        (choice("forget: Never\ngoto: bye"), [("bad-name", "Never")]),
        (choice("id: 1\ngoto: bye"), [("bad-name", "1")]),
        (choice("id: silence\ngoto: bye"), [("reserved-name", "silence")]),
        (choice("id:\ngoto: bye"), [("missing-value", "id")]),
        (choice("id: [a]\ngoto: bye"), [("wrong-shape", "[a]")]),
        (
            choice("remember: Bad\ngoto: bye") + "      - do: Nod.\n        remember: Bad\n        goto: bye\n",
            [("bad-name", "Bad")] * 2,
        ),
    ],
)
def test_invented_names_are_spelt_as_names(part: str, findings: list[tuple[str, str]]) -> None:
    """A letter first, lower case, no word of the format."""
    assert told(part) == findings


def test_a_better_spelling_is_offered_where_there_is_one() -> None:
    """What is left of it in lower case, its words joined."""
    assert better("Hello there!") == {"suggestion": "hello-there"}
    assert better("2nd Call") == {"suggestion": "nd-call"}
    assert better("You") == {}
    assert better("!?") == {}


def test_names_are_compared_in_composed_form() -> None:
    """An accent may be stored apart from its letter."""
    assert normal("cafe\u0301") == "caf\u00e9"
    assert normal("cafe") == "cafe"


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        ("goto: nowhere", [("unknown-scene", "nowhere")]),
        ("goto: Bye", [("unknown-scene", "Bye")]),
        ("goto: [nowhere]", [("unknown-scene", "nowhere")]),
        ("promise: [callback, calback]\ngoto: bye", [("unknown-promise", "calback")]),
        ("keep: x\ngoto: bye", [("unknown-promise", "x")]),
        ("release: x\ngoto: bye", [("unknown-promise", "x")]),
        ("habit: [listening, x]\ngoto: bye", [("unknown-habit", "x")]),
        ("mood: {dask: 1}\ngoto: bye", [("unknown-person", "dask")]),
        ("mood: {you: 1}\ngoto: bye", [("unknown-person", "you")]),
        ("feels: {dask: Hm.}\ngoto: bye", [("unknown-person", "dask")]),
        ("feels:\n  Well then: off.\ngoto: bye", [("colon-in-speech", ":")]),
        ("answer:\n  - Desc: Hm.\ngoto: bye", [("unknown-person", "Desc")]),
        ("answer:\n  - Sorry: never again.\ngoto: bye", [("colon-in-speech", ":")]),
        ("answer: {who: dask, text: Hm.}\ngoto: bye", [("unknown-person", "dask")]),
        ("answer: {who: you, text: Hm.}\ngoto: bye", []),
        ("when: taken hello/1 and taken hello/silence\ngoto: bye", [("unknown-choice", "hello/silence")]),
        ("goto:", [("missing-value", "goto")]),
    ],
)
def test_names_that_are_used_must_be_declared(lines: str, findings: list[tuple[str, str]]) -> None:
    """Each kind of name where it is declared."""
    assert told(choice(lines)) == findings


def test_the_start_and_whom_a_scene_faces_are_names_too() -> None:
    """They must be there as well."""
    assert told("start: nowhere\n") == [("unknown-scene", "nowhere")]
    assert told("scenes:\n  hello:\n    with: you\n    says: Hm.\n    goto: bye\n") == [("unknown-person", "you")]


def test_a_silence_has_a_full_name() -> None:
    """A condition may ask whether it was taken; a named choice has no number any more."""
    part = (
        "scenes:\n  hello:\n    within: 3 s\n    silence: {goto: bye}\n    choices:\n"
        "      - {id: greet, say: Hi., goto: bye}\n      - {say: Ho., goto: bye}\n"
        "  bye:\n    says:\n      - when: taken hello/silence or taken hello/greet or taken hello/2 or taken hello/1\n"
        "        text: Bye.\n    ending: {outcome: lost, title: A}\n"
    )
    assert told(part) == [("unknown-choice", "hello/1")]


def test_an_id_stands_once_in_a_scene_and_may_stand_in_others() -> None:
    """The full name tells them apart."""
    scenes = "".join(
        f"  {name}:\n    choices:\n      - {{id: greet, say: Hi., goto: bye}}\n" for name in ("hello", "again")
    )
    assert told(f"scenes:\n{scenes}") == []
    assert told(f"scenes:\n{scenes}      - {{id: greet, say: Ho., goto: bye}}\n") == [("duplicate-id", "greet")]


def test_a_forgotten_fact_is_declared() -> None:
    """As docs/scenario-format.md decides."""
    assert told(choice("when: a and b\nremember: a\nforget: b\ngoto: bye")) == []


def test_where_nothing_is_declared_the_hint_says_where_to() -> None:
    """It does not list nothing."""
    (finding,) = read(choice("when: a\ngoto: bye")).diagnostics
    assert finding.hint == "Add `remember: a` to the choice behind which it holds."


def test_known_names_are_listed_in_order() -> None:
    """So that two runs say the same."""
    (finding,) = read(choice("goto: x")).diagnostics
    assert finding.hint.endswith("name one of: bye, hello.")
