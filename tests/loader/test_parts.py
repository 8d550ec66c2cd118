"""Keys to parts: everything that may be left out or abbreviated is spelt out."""

from __future__ import annotations

import pytest

from game.loader.nodes import LIBYAML, PYTHON, Parser
from game.scenario.conditions import Fact, MoodIs, Not
from game.scenario.model import Exit, Face, Line, Name, Words
from game.scenario.times import DAY, HOUR, MINUTE, Moment
from tests.loader.told import scenario_of, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]

FULL = """
title: The broken line
summary: A line that died.
language: de-CH
channel: phone
level: 2
minutes: 8
clock: Tuesday 09:05
you:
  name: Lea
  role: Agent
  face: {age: 24, hair: bob}
customer:
  name: Reto
  mood: -1
  face:
    age: 58
    hair: bald
    glasses: round
others:
  desk:
    name: Network desk
promises:
  callback:
    text: You call back.
    by: Tuesday 17:00
    kept:
      follow_through: +2
      mood: +1
      feels: At last.
      because: You called.
    broken:
      mood: {desk: -1}
start: sixth-call
scenes:
  other:
    with: desk
    says: Desk here.
    choices:
      - say: Hello.
        mood: 1
        feels: Nice.
        when: mood > 0
        goto: sixth-call
  sixth-call:
    heading: The sixth call
    channel: chat
    says:
      - The sixth time.
      - narrator: He sighs.
      - who: desk
        text: Ours is green.
        when: not seen-it
        mood: -2
    within: 30 s
    silence:
      respect: -2
      goto: other
    order: fixed
    choices:
      - id: read
        say: One moment.
        respect: +2
        proactivity: 1
        follow_through: -1
        mood: {customer: +1, desk: -1}
        takes: 2 min
        remember: seen-it
        forget: [a, b]
        habit: listening
        promise: callback
        keep: [callback]
        release: callback
        again: true
        because: He has told it.
        feels: {customer: Good., desk: Bad.}
        answer: Go ahead.
        goto:
          - when: seen-it
            to: other
          - sixth-call
      - do: Nod.
        goto: other
  end:
    later: 6 days
    says: Bye.
    ending:
      outcome: lost
      title: The end
      text: Gone.
"""


def test_every_key_is_read() -> None:
    """The example of the format's page, more or less."""
    scenario = scenario_of(FULL)
    assert (scenario.level, scenario.minutes, scenario.clock) == (2, 8, Moment(1, 9 * 60 + 5))
    assert scenario.customer.face == Face(age=58, hair="bald", glasses="round")
    assert scenario.you.face == Face(age=24, hair="bob")
    promise = scenario.promises["callback"]
    assert (promise.by, promise.within) == (Moment(1, 17 * 60), None)
    scene = scenario.scenes["sixth-call"]
    assert (scene.heading, scene.channel, scene.within, scene.order) == ("The sixth call", "chat", 30, "fixed")
    assert scenario.scenes["end"].later == 6 * DAY
    assert scenario.scenes["end"].ending is not None
    choice = scene.choices[0]
    assert (choice.respect, choice.proactivity, choice.follow_through, choice.takes) == (2, 1, -1, 2 * MINUTE)
    assert (choice.remember, choice.forget, choice.habit) == (("seen-it",), ("a", "b"), ("listening",))
    assert (choice.promise, choice.keep, choice.release) == (("callback",), ("callback",), ("callback",))
    assert choice.again


def test_a_plain_line_is_said_by_whom_one_faces() -> None:
    """Short forms of lines become whole ones."""
    scenario = scenario_of(FULL)
    assert scenario.scenes["other"].says == (Line(who="desk", text=Words("Desk here.")),)
    assert scenario.scenes["sixth-call"].says == (
        Line(who="customer", text=Words("The sixth time.")),
        Line(who="narrator", text=Words("He sighs.")),
        Line(who="desk", text=Words("Ours is green."), when=Not(Fact("seen-it")), mood=-2),
    )
    assert scenario.scenes["sixth-call"].choices[0].answer == (Line(who="customer", text=Words("Go ahead.")),)


def test_a_line_without_a_name_is_said_by_whom_one_faces() -> None:
    """With the keys of a line, too."""
    scenario = scenario_of(
        "scenes:\n  hello:\n    says:\n      - {text: Hello., mood: 1}\n    with: desk\n    goto: bye\n"
    )
    assert scenario.scenes["hello"].says[0].who == "desk"


def test_a_single_line_or_way_needs_no_list() -> None:
    """In any of its forms."""
    for line in ("narrator: He waits.", "{who: narrator, text: He waits.}"):
        scenario = scenario_of(f"scenes:\n  hello:\n    says:\n      {line}\n    goto:\n      to: bye\n")
        assert scenario.scenes["hello"].says == (Line(who="narrator", text=Words("He waits.")),)
        assert scenario.scenes["hello"].goto == (Exit(to=Name("bye")),)


def test_plain_moods_and_feelings_belong_to_whom_one_faces() -> None:
    """In `kept` and `broken`, to the customer."""
    scenario = scenario_of(FULL)
    choice = scenario.scenes["other"].choices[0]
    assert (choice.mood, choice.feels, choice.when) == ({"desk": 1}, {"desk": "Nice."}, MoodIs("desk", ">", 0))
    both = scenario.scenes["sixth-call"].choices[0]
    assert (both.mood, both.feels) == ({"customer": 1, "desk": -1}, {"customer": "Good.", "desk": "Bad."})
    kept, broken = scenario.promises["callback"].kept, scenario.promises["callback"].broken
    assert kept is not None
    assert broken is not None
    assert (kept.mood, kept.feels, broken.mood) == ({"customer": 1}, {"customer": "At last."}, {"desk": -1})


def test_whom_one_faces_is_looked_for_before_the_lines_are_read() -> None:
    """The order of keys does not matter, and the next scene faces the customer again."""
    scenario = scenario_of(
        "scenes:\n  hello:\n    says: Hm.\n    goto: bye\n    with: desk\n"
        "  bye:\n    says: Bye.\n    ending: {outcome: lost, title: A}\n"
    )
    assert [scene.says[0].who for scene in scenario.scenes.values()] == ["desk", "customer"]


def test_ways_are_a_scene_or_a_list() -> None:
    """The condition stands with its way."""
    ways = scenario_of(FULL).scenes["sixth-call"].choices
    assert ways[0].goto == (Exit(to=Name("other"), when=Fact("seen-it")), Exit(to=Name("sixth-call")))
    assert ways[1].goto == (Exit(to=Name("other")),)


def test_the_first_scene_is_the_start_unless_the_file_says_otherwise() -> None:
    """And a choice without an id is called by its number in the scene."""
    assert scenario_of(FULL).start == "sixth-call"
    assert scenario_of(FULL.replace("start: sixth-call\n", "")).start == "other"
    assert [choice.id for choice in scenario_of(FULL).scenes["sixth-call"].choices] == ["read", "2"]


def test_texts_below_a_sign_lose_their_last_line_break_only() -> None:
    """A trainer who writes `>` instead of `>-` means the same sentence."""
    for sign in (">", ">-", ">+", "|", "|-"):
        scenario = scenario_of(f"scenes:\n  hello:\n    says: {sign}\n      One thing: I will.\n\n    goto: bye\n")
        assert scenario.scenes["hello"].says[0].text == "One thing: I will."
    scenario = scenario_of("scenes:\n  hello:\n    says: |\n      One\n       two.\n    goto: bye\n")
    assert scenario.scenes["hello"].says[0].text == "One\n two."


def test_accents_in_names_may_be_stored_either_way() -> None:
    """Names are compared in Unicode's composed form."""
    scenario = scenario_of(
        "scenes:\n  cafe\u0301:\n    says: Hello.\n    choices:\n      - do: Wait.\n"
        "        remember: e\u0301te\u0301\n        goto: caf\u00e9\n"
        "      - do: Go.\n        when: \u00e9t\u00e9 and e\u0301te\u0301\n        goto: bye\n"
    )
    assert scenario.start == "caf\u00e9"


def scene(lines: str) -> str:
    """A part with one scene of these lines."""
    return "scenes:\n  hello:\n" + "".join(f"    {line}\n" for line in lines.split("\n"))


def choice(lines: str) -> str:
    """A part with one scene that has a choice of these lines."""
    first, *others = lines.split("\n")
    return scene("\n".join(["choices:", f"  - {first}", *(f"    {line}" for line in others)]))


FAULTS = [
    # keys
    ("customer:\n  name: Reto\n  nmae: Reto\n", [("unknown-key", "nmae")]),
    ("customer:\n  name: Reto\n  [a, b]: c\n", [("wrong-shape", "[a, b]")]),
    ("customer:\n  name: Reto\n  ? {a: b}\n  : c\n", [("wrong-shape", "{a: b}")]),
    ("customer:\n  name: Reto\n  ? - a\n    - b\n  : c\n", [("wrong-shape", "- a")]),
    ("customer:\n  name: Reto\n  : c\n", [("loose-text", ": c")]),
    ("customer:\n  name: Reto\n  name: Rita\n  name: Rosa\n", [("duplicate-key", "name"), ("duplicate-key", "name")]),
    (
        "others:\n  desk: {name: A}\n  d\u00e9sk: {name: B}\n  de\u0301sk: {name: C}\n",
        [("duplicate-key", "de\u0301sk")],
    ),
    ("others:\n  [a]: {name: A}\n  desk: {name: B}\n", [("wrong-shape", "[a]")]),
    ("title:\n", [("missing-value", "title")]),
    ("customer:\n", [("missing-value", "customer")]),
    ("promises:\n", [("missing-value", "promises")]),
    ("level:\n", [("missing-value", "level")]),
    (scene("says: Hello.\nchoices:\ngoto: bye"), [("missing-value", "choices")]),
    (choice("say: Hi.\nremember: [a, ]\ngoto:"), [("missing-value", "goto")]),
    (choice("say: Hi.\nremember:\n  - a\n  -\ngoto: bye"), [("missing-value", "-")]),
    (choice("say: Hi.\nhabit: ''\ngoto: bye"), [("empty-text", "''")]),
    (choice("say: ' '\ngoto: bye"), [("empty-text", "' '")]),
    (choice("say: >-\ngoto: bye"), [("empty-text", ">-")]),
    # brackets without anything
    ("others: {}\n", [("empty-brackets", "{}")]),
    (choice("say: Hi.\nmood: {}\ngoto: bye"), [("empty-brackets", "{}")]),
    (choice("say: Hi.\nremember: []\ngoto: bye"), [("empty-brackets", "[]")]),
    (scene("says: []\ngoto: bye"), [("empty-brackets", "[]")]),
    # shapes
    ("customer: Reto\n", [("wrong-shape", "Reto")]),
    ("customer: [Reto]\n", [("wrong-shape", "[Reto]")]),
    ("promises: callback\n", [("wrong-shape", "callback")]),
    ("level: [1]\n", [("wrong-shape", "[1]")]),
    ("level: {a: b}\n", [("wrong-shape", "{a: b}")]),
    (scene("says: Hello.\nchoices: {say: Hi., goto: bye}"), [("wrong-shape", "{say: Hi., goto: bye}")]),
    (scene("says: Hello.\nchoices: Hi."), [("wrong-shape", "Hi.")]),
    (scene("says: Hello.\nchoices:\n  - Hi."), [("wrong-shape", "Hi.")]),
    (choice("say:\n  - Hi.\ngoto: bye"), [("wrong-shape", "- Hi.")]),
    (choice("say:\n  text: Hi.\ngoto: bye"), [("wrong-shape", "text: Hi.")]),
    (choice("say:\n  Well then: off.\ngoto: bye"), [("colon-in-speech", ":")]),
    (choice("say: Hi.\nwhen: [a]\ngoto: bye"), [("wrong-shape", "[a]")]),
    (choice("say: Hi.\nwhen: >-  \ngoto: bye"), [("empty-text", ">-")]),
    (choice("say: Hi.\nagain: [true]\ngoto: bye"), [("wrong-shape", "[true]")]),
    (choice("say: Hi.\ntakes: [1 h]\ngoto: bye"), [("wrong-shape", "[1 h]")]),
    (scene("says: Hi.\norder: [fixed]\ngoto: bye"), [("wrong-shape", "[fixed]")]),
    (scene("says:\n  - A\n  -   \n  - B\ngoto: bye"), [("missing-value", "-")]),
    (scene("says:\n  - A\n  -   # B\n  - B\ngoto: bye"), [("comment-in-speech", "# B")]),
    (choice("say: Hi.\nmood: [1]\ngoto: bye"), [("wrong-shape", "[1]")]),
    # needed keys
    ("you:\n  role: Agent\n", [("missing-key", "you")]),
    (choice("say: Hi."), [("missing-key", "say")]),
    (choice("goto: bye"), [("missing-one-of", "goto")]),
    ("promises:\n  callback: {by: Mon 9:00}\n", [("missing-key", "callback")]),
    ("promises:\n  callback: {text: A}\n", [("missing-one-of", "callback")]),
    ("promises:\n  callback: {text: A, within: 1 h, by: Mon 9:00}\n", [("keys-exclude", "by")]),
    (scene("goto: bye"), [("missing-one-of", "hello")]),
    (scene("says: Hi.\nending:\n  title: A"), [("missing-key", "ending")]),
    # keys that want or exclude each other
    (choice("say: Hi.\ndo: Nod.\ngoto: bye"), [("keys-exclude", "do")]),
    (choice("do: Nod.\nsay: Hi.\ngoto: bye"), [("keys-exclude", "say")]),
    (scene("says: Hi.\nlater: 1 h\nat: Mon 9:00\ngoto: bye"), [("keys-exclude", "at")]),
    (scene("says: Hi.\nwithin: 30 s\ngoto: bye"), [("missing-partner", "within")]),
    (scene("says: Hi.\nsilence: {goto: bye}\ngoto: bye"), [("missing-partner", "silence")]),
    (scene("says: Hi.\nwithin: 3 s\nsilence: {goto: bye}\ngoto: bye"), [("missing-partner", "within")]),
    (
        scene(
            "says: Hi.\nending: {outcome: lost, title: A}\n"
            "choices:\n  - {say: A, goto: bye}\nwithin: 3 s\nsilence: {goto: bye}\ngoto: bye"
        ),
        [
            ("keys-exclude", "choices"),
            ("keys-exclude", "within"),
            ("keys-exclude", "silence"),
            ("keys-exclude", "goto"),
        ],
    ),
    # ways
    (scene("says: Hi.\ngoto:\n  - when: mood > 0\n    to: bye"), [("goto-last-has-when", "when")]),
    (scene("says: Hi.\ngoto: {when: mood > 0, to: bye}"), [("goto-last-has-when", "when")]),
    (scene("says: Hi.\ngoto: [hello, {to: bye}, bye]"), [("goto-without-when", "hello"), ("goto-without-when", "to")]),
    (scene("says: Hi.\ngoto:\n  - when: mood > 0\n  - bye"), [("missing-key", "when")]),
    (scene("says: Hi.\ngoto:\n  - [bye]\n  - bye"), [("wrong-shape", "[bye]")]),
    # lines
    (scene("says:\n  - desk: A\n    you: B\ngoto: bye"), [("mixed-line", "you")]),
    (scene("says:\n  - desk: A\n    when: mood > 0\ngoto: bye"), [("mixed-line", "desk")]),
    (scene("says:\n  - who: desk\ngoto: bye"), [("missing-key", "who")]),
    (scene("says:\n  - {text: A, tetx: B}\ngoto: bye"), [("unknown-key", "tetx")]),
    (scene("says:\n  - {narrator: Well, well}\ngoto: bye"), [("comma-in-speech", ",")]),
    (scene("says: {text: Well, and well}\ngoto: bye"), [("comma-in-speech", ",")]),
    (scene("says:\n  - - A\ngoto: bye"), [("dash-in-speech", "-")]),
    (scene("says:\n  - [sighs]\ngoto: bye"), [("leading-character", "[")]),
    (scene("says:\n  - {sighs}\ngoto: bye"), [("leading-character", "{")]),
    (scene("says:\n  - [a]: b\ngoto: bye"), [("wrong-shape", "[a]"), ("missing-key", "[a]")]),
    (choice("say: Hi.\nfeels: {customer: Well, well}\ngoto: bye"), [("comma-in-speech", ",")]),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("part", "findings"), FAULTS)
def test_a_fault_is_told_where_it_stands(part: str, findings: list[tuple[str, str]], parser: Parser) -> None:
    """Once, and nothing else with it."""
    assert told(part, parser=parser) == findings


def test_a_dash_that_belongs_to_the_sentence_is_left_alone() -> None:
    """Behind its key, before a number, in quotes."""
    for line in ("says: -Hello-", "says:\n      -5 degrees in here.", "says:\n      '-Hello'"):
        assert told(f"scenes:\n  hello:\n    {line}\n    goto: bye\n") == []


def test_a_negative_number_of_the_wrong_minus_is_told() -> None:
    """Word processors have another one."""
    assert told("customer: {name: Reto, mood: \u22122}\n") == [("not-a-number", "\u22122")]


def test_times_are_read_where_they_belong() -> None:
    """Blanks around them do not matter in quotes either."""
    scenario = scenario_of("promises:\n  callback: {text: A, within: ' 6 h '}\n")
    assert scenario.promises["callback"].within == 6 * HOUR
