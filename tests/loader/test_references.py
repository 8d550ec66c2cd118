"""Names that nothing declares: each is told once, with what was most likely meant."""

from __future__ import annotations

import pytest

from game.diagnostics import Diagnostic
from game.loader.nodes import LIBYAML, PYTHON, Parser
from tests.loader.told import marked, read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]
PEOPLE = "others:\n  lab:\n    name: Ines, lens workshop\n"
NAMED = "scenes:\n  hello:\n    says: Hi.\n    choices:\n      - {id: greet, say: Hi., remember: greeted, goto: bye}\n"


def asking(condition: str) -> str:
    """A part with a fact, a choice and a scene that asks this."""
    lines = f"      - {{when: {condition}, text: Yes.}}\n      - Bye.\n"
    return f"{PEOPLE}{NAMED}  bye:\n    says:\n{lines}    ending: {{outcome: kept, title: The end}}\n"


def only(part: str, parser: Parser) -> Diagnostic:
    """The one finding on a part."""
    (finding,) = read(part, parser=parser).diagnostics
    return finding


OTHERWISE = [
    ("callback", "unknown-fact", "kept callback", "it is a promise"),
    ("hello", "unknown-fact", "seen hello", "it is a scene"),
    ("greet", "unknown-fact", "taken hello/greet", "it is a choice"),
    ("desk", "unknown-fact", "mood of desk >= 1", "it is a person"),
    ("kept greeted", "unknown-promise", "greeted", "it is a fact"),
    ("kept hello", "unknown-promise", "seen hello", "it is a scene"),
    ("seen greeted", "unknown-scene", "greeted", "it is a fact"),
    ("seen callback", "unknown-scene", "open callback", "it is a promise"),
    ("seen greet", "unknown-scene", "taken hello/greet", "it is a choice"),
    ("mood of callback > 1", "unknown-person", "broken callback", "it is a promise"),
    ("taken greet", "bad-condition", "taken hello/greet", "is not the full name"),
    ("taken gret", "bad-condition", "taken hello/greet", "is not the full name"),
    ("taken hello", "bad-condition", "taken hello/greet", "is not the full name"),
    ("hello/greet", "bad-condition", "taken hello/greet", "is the name of a choice"),
    ("mood of Ines > 1", "bad-condition", "mood of lab >= 1", "is called `lab`"),
    ("mood of ines > 1", "unknown-person", "mood of lab", "is called `lab`"),
    ("Mood > 1", "bad-condition", "mood", "is not spelt"),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("condition", "code", "right", "message"), OTHERWISE)
def test_a_name_is_told_as_what_it_is(condition: str, code: str, right: str, message: str, parser: Parser) -> None:
    """Whoever forgot the word before a name knows the name; what to write is told in full."""
    part = asking(condition).replace("others:\n", "others:\n  desk:\n    name: Desk\n")
    finding = only(part, parser)
    assert (finding.code, message in finding.message) == (code, True)
    assert f"`{right}`" in finding.hint


def test_a_name_without_its_word_is_marked_where_the_word_is_missing() -> None:
    """And not where it has one."""
    reading = read(asking("kept callback or callback"))
    (finding,) = reading.diagnostics
    assert reading.source.splitlines()[finding.span.line - 1][: finding.span.column - 1].endswith("kept callback or ")


def test_a_choice_of_several_scenes_is_told_with_all() -> None:
    """Which of them is meant, only the trainer knows."""
    scene = "  {0}:\n    says: Hi.\n    choices:\n      - {{id: greet, say: Hi., when: {1}, goto: bye}}\n"
    for condition in ("greet", "taken greet"):
        part = "scenes:\n" + scene.format("one", condition) + scene.format("two", "not seen bye")
        (finding,) = read(part).diagnostics
        assert "Write one of: `taken one/greet`, `taken two/greet`." in finding.hint


def test_an_example_of_a_full_name_is_one_of_the_case() -> None:
    """A name of another case would be an unknown one here."""
    (finding,) = read(asking("taken xyz")).diagnostics
    assert finding.hint == "Write the scene, a slash and the choice, such as `taken hello/greet`."


@pytest.mark.parametrize("parser", PARSERS)
def test_a_name_that_several_lines_have_is_told_once(parser: Parser) -> None:
    """One mistake is one finding, at the first place, with the lines of the others."""
    part = NAMED.replace("goto: bye", "goto: by") + (
        "      - {id: a, say: A., goto: by}\n      - {id: b, say: B., promise: call, goto: by}\n"
        "      - {id: c, say: C., keep: call, goto: bye}\n"
    )
    reading = read(part, parser=parser)
    first, second = reading.diagnostics
    assert (first.code, first.span.line, marked(reading.source, first.span)) == ("unknown-scene", 5, "by")
    assert first.message == "There is no scene `by`. The same stands in lines 6 and 7, too."
    assert (second.code, second.span.line) == ("unknown-promise", 7)
    assert second.message == "There is no promise `call`. The same stands in line 8, too."


@pytest.mark.parametrize("parser", PARSERS)
def test_a_person_is_told_once_whatever_they_do(parser: Parser) -> None:
    """Whom one faces, who speaks and who thinks are one list of people."""
    finding = only(
        "scenes:\n  hello:\n    with: boss\n    says:\n      - boss: Hi.\n      - {who: boss, text: So.}\n"
        "    choices:\n      - {say: A., mood: {boss: 1}, feels: {boss: No.}, goto: bye}\n",
        parser,
    )
    assert (finding.code, finding.span.line) == ("unknown-person", 3)
    assert finding.message.endswith("The same stands in lines 5, 6 and 8, too.")


MISSET = """scenes:
  hello:
    says: Hi.
    choices:
      - {{id: a, say: A., remember: right-lens, goto: bye}}
      - {{id: b, say: B., remember: old-pair, goto: bye}}
  bye:
    says:
      - {{when: right-lenses, text: One.}}
      - {{when: not {0}, text: Two.}}
      - {{when: old-pair, text: Three.}}
    ending: {{outcome: kept, title: The end}}
"""


@pytest.mark.parametrize("parser", PARSERS)
def test_a_fact_misspelt_where_it_is_set_is_told_there(parser: Parser) -> None:
    """All that ask for it agree, so the place to be mended is the other one."""
    finding = only(MISSET.format("right-lenses"), parser)
    assert (finding.code, finding.span.line, finding.span.column) == ("unknown-fact", 5, 36)
    assert "`right-lenses` is asked for in lines 9 and 10" in finding.message
    assert finding.hint == "If the two are one, write `right-lenses` here as well."


def test_a_fact_is_not_told_where_it_is_set_if_those_who_ask_differ() -> None:
    """Then nothing says which spelling is the right one."""
    found = read(MISSET.format("right-lense")).diagnostics
    assert [(finding.span.line, finding.values["name"]) for finding in found] == [
        (9, "right-lenses"),
        (10, "right-lense"),
    ]


def test_a_fact_that_is_asked_for_is_not_taken_for_another() -> None:
    """Only one that is set and never asked for can be the misspelt one."""
    (finding,) = read(MISSET.format("right-lenses").replace("when: old-pair", "when: right-lens")).diagnostics
    assert finding.span.line == 9


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("with: Ines", "with: lab"),
        ("says: [{who: Ines, text: Hi.}]", "who: lab"),
        ("choices: [{say: Hi., feels: {Ines: No.}, goto: bye}]", "lab: …"),
        ("choices: [{say: Hi., mood: {Ines: 1}, goto: bye}]", "lab: …"),
    ],
)
def test_a_person_named_as_shown_is_told_with_the_key(line: str, right: str, parser: Parser) -> None:
    """The trainer knows the name; that the file has a word of its own for the person is new."""
    says = "" if line.startswith("says") else "    says: Hi.\n"
    finding = only(f"{PEOPLE}scenes:\n  hello:\n{says}    {line}\n    goto: bye\n", parser)
    assert finding.message == "There is no person `Ines`: Ines, lens workshop is called `lab` in this file."
    assert finding.hint == f"Write `{right}`."


def test_a_new_habit_is_told_with_an_example() -> None:
    """Where it is written, and what belongs to it."""
    (finding,) = read(NAMED.replace("remember: greeted", "habit: zzz")).diagnostics
    assert "a file `habits.yaml` beside the case" in finding.hint
    assert finding.hint.endswith("\n  name: Asking back\n  kind: virtue\n  text: You ask before you answer.")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "line", ["habit: listening, excuses", "remember: one, two", "promise: callback, call", "forget: greeted, one,"]
)
def test_names_with_commas_want_brackets(line: str, parser: Parser) -> None:
    """One finding, and with the brackets none."""
    part = "promises:\n" + "".join(f"  {name}:\n    text: Call.\n    within: 6 h\n" for name in ("callback", "call"))
    case = (
        f"{part}scenes:\n  hello:\n    says: Hi.\n    choices:\n      - say: Hi.\n        {line}\n        goto: bye\n"
    )
    finding = only(case, parser)
    key, _, names = line.partition(": ")
    assert finding.code == "commas-without-brackets"
    right = f"{key}: [{names.strip(',')}]"
    assert f"`{right}`" in finding.hint
    assert told(case.replace(line, right)) == []
