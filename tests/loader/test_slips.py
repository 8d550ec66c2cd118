"""One slip of layout is told once, where it happened, and the rest is read as it was meant."""

from __future__ import annotations

import pytest

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.loader.nodes import LIBYAML, PYTHON, Parser
from tests.diagnostics.pages import HABITS
from tests.loader.told import marked, read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]

HEAD = "title: A case\nlanguage: en\nchannel: phone\nyou:\n  name: Lea\ncustomer:\n  name: Reto\n"
BYE = "  bye:\n    says: Bye.\n    ending:\n      outcome: kept\n      title: The end\n"
LAST = "ending: {outcome: kept, title: The end}\n"
END = ("unknown-scene", "nowhere")


def findings(text: str, parser: Parser) -> list[Diagnostic]:
    """What is told of a whole scenario."""
    return list(read_text(text, "a.yaml", HABITS, parser=parser).diagnostics)


def found(text: str, parser: Parser) -> list[tuple[str, str]]:
    """The codes, and the marked words."""
    return [(finding.code, marked(text, finding.span)) for finding in findings(text, parser)]


def scene(lines: str) -> str:
    """A part with a scene of these lines, and one more fault at its end, which must always be told."""
    return "scenes:\n  hello:\n" + "".join(f"    {line}\n" for line in lines.split("\n")) + "    goto: nowhere\n"


# A speaker below words that stand behind the key ---------------------------------------------------------------------


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        ("says: Well,\n  you: I see.", "you"),
        ("says: Well,\n  you: I see.\n  desk: Oh.\n  and more", "you"),
        ("says: Well,\n  desk: I see.", "desk"),
        ("says: Well,\n  narrator: I see.", "narrator"),
        ("says: Well,\n  narrator: I see.\n  customer: No.", "narrator"),
        ("says:\n  - Well,\n    you: I see.", "you"),
        ("says:\n  - Well,\n    you: I see.\n  - desk: Fine.", "you"),
        ("says: Hm.\nchoices:\n  - say: Well?\n    answer: Well,\n      you: I see.\n    goto: bye", "you"),
    ],
)
def test_a_speaker_below_words_is_told_once(lines: str, speaker: str, parser: Parser) -> None:
    """Each of the two was meant as a line of its own."""
    assert told(scene(lines), parser=parser) == [("mixed-line", speaker), END]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_dash_and_a_speaker_below_words_are_told_as_the_dash(parser: Parser) -> None:
    """It begins no item, since words stand behind the key already."""
    assert told(scene("says: Well,\n  - you: I see."), parser=parser) == [("dash-in-speech", "-"), END]


def test_the_mend_says_where_the_lines_go() -> None:
    """Below the key, each after a dash; or after a dash in the column of the others."""
    behind, item = (
        findings(HEAD + scene(lines).replace("nowhere", "bye") + BYE, PYTHON)[0]
        for lines in ("says: Well,\n  you: I see.", "says:\n  - Well,\n    you: I see.")
    )
    assert behind.hint == "Write both below `says:`, each on a line of its own after a dash and a space."
    assert item.hint == "Put a dash and a space before it, with 6 blanks in front of the dash."


# A name that slipped out of its place --------------------------------------------------------------------------------


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "scenes",
    [
        "scenes:\n  hello:\n    says: Hi.\n    goto: extra\n" + BYE + "extra:\n  says: Ho.\n  goto: bye\n",
        "scenes:\n  hello:\n    says: Hi.\n    goto: extra\n" + BYE + "extra:\n    says: Ho.\n    goto: bye\n",
        "scenes:\n  hello:\n    says: Hi.\n    goto: extra\nextra:\n  says: Ho.\n  goto: bye\n" + BYE,
        "scenes:\n  hello:\n    says: Hi.\n    goto: extra\nextra:\n    says: Ho.\n    goto: bye\n" + BYE,
        "scenes:\nextra:\n    says: Hi.\n    goto: extra\n" + BYE.replace("  bye:", "bye:"),
        "scenes:\nextra:\n  says: Hi.\n  goto: bye\nbye:\n  says: Bye.\n  ending: {outcome: kept, title: The end}\n",
    ],
)
def test_a_scene_in_column_1_is_told_once(scenes: str, parser: Parser) -> None:
    """And is a scene like the others: it is found, and what is wrong in it is told as well."""
    assert found(HEAD + scenes, parser) == [("wrong-indentation", "extra")]
    faulty = scenes.replace("says: H", "syas: H")
    expected = {"wrong-indentation": 1, "unknown-key": faulty.count("syas")}
    codes = [code for code, _ in found(HEAD + faulty, parser)]
    assert {code: codes.count(code) for code in expected} == expected
    assert set(codes) <= {*expected, "missing-one-of"}


@pytest.mark.parametrize("parser", PARSERS)
def test_the_mend_of_a_slipped_name_gives_the_blanks(parser: Parser) -> None:
    """That of the other names, or the usual one where there are none."""
    first = "scenes:\n    hello:\n      says: Hi.\n      goto: extra\nextra:\n      says: Ho.\n      goto: hello\n"
    (finding,) = findings(HEAD + first, parser)
    assert (finding.span.line, finding.span.column) == (12, 1)
    assert "Put 4 in front of it" in finding.hint
    assert "`scenes:`" in finding.message
    (finding,) = findings(HEAD + "scenes:\nhello:\n  says: Hi.\n  goto: hello\n", parser)
    assert "Put 2 in front of it" in finding.hint


@pytest.mark.parametrize("parser", PARSERS)
def test_people_and_promises_slip_too(parser: Parser) -> None:
    """They are told like scenes."""
    choice = "      - {id: a, say: A., promise: callback, goto: bye}\n"
    scenes = f"scenes:\n  hello:\n    with: desk\n    says: Hi.\n    choices:\n{choice}"
    promise = "promises:\ncallback:\n  text: You call.\n  within: 6 h\n"
    person = "others:\ndesk:\n  name: Desk\n  mood: 1\n"
    assert found(HEAD + promise + person + scenes + BYE, parser) == [
        ("wrong-indentation", "callback"),
        ("wrong-indentation", "desk"),
    ]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("custommer:\n  name: Reto\n", "custommer"),
        ("notes:\n  author: Lea\n  says: no\n  x: 1\n", "notes"),
        ("notes: A.\n", "notes"),
    ],
)
def test_another_key_is_no_slipped_name(part: str, key: str, parser: Parser) -> None:
    """One that is misspelt, and one under which nothing of a scene stands."""
    text = HEAD + part + "scenes:\n" + BYE
    assert ("unknown-key", key) in found(text, parser)


# Names behind dashes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "scenes",
    [
        "scenes:\n  - hello:\n      says: Hi.\n      goto: bye\n  - bye:\n      says: Bye.\n      " + LAST,
        "scenes:\n- hello:\n    says: Hi.\n    goto: bye\n- bye:\n    says: Bye.\n    " + LAST,
        "scenes:\n  - hello:\n    says: Hi.\n    goto: bye\n  - bye:\n    says: Bye.\n    " + LAST,
    ],
)
def test_scenes_behind_dashes_are_told_once(scenes: str, parser: Parser) -> None:
    """And are scenes all the same."""
    assert found(HEAD + scenes, parser) == [("wrong-shape", "- hello:")]
    faulty = scenes.replace("goto: bye", "goto: nowhere")
    assert found(HEAD + faulty, parser) == [("wrong-shape", "- hello:"), END]
    assert "`hello:`" in findings(HEAD + scenes, parser)[0].hint


@pytest.mark.parametrize("parser", PARSERS)
def test_people_and_promises_behind_dashes_are_known(parser: Parser) -> None:
    """Nobody is told that they are missing."""
    text = (
        HEAD
        + "others:\n  - desk:\n      name: Desk\npromises:\n  - callback:\n      text: You call.\n      within: 6 h\n"
        + "scenes:\n  hello:\n    with: desk\n    says: Hi.\n    choices:\n"
        + "      - {id: a, say: A., promise: callback, goto: bye}\n"
        + BYE
    )
    assert found(text, parser) == [("wrong-shape", "- desk:"), ("wrong-shape", "- callback:")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("scenes", ["scenes:\n  - hello\n  - bye\n", "scenes:\n  - [a]\n", "scenes: hello\n"])
def test_a_list_without_names_is_told_without_what_is_missing_through_it(scenes: str, parser: Parser) -> None:
    """What stands there cannot be known."""
    text = HEAD + "start: hello\n" + scenes
    assert [code for code, _ in found(text, parser)] == ["wrong-shape"]


TWO = """scenes:
  hello:
    says: Hi.
    goto: evening
{0}evening:
{1}  goto: end
  end:
    says: Hi.
    goto: bye
"""
SLIPPED = [
    (" ", "    says: So.\n  ", 1),
    ("   ", "    says: So.\n  ", 3),
    ("   ", "     says: So.\n   ", 3),
    ("    ", "    says: So.\n  ", 4),
    ("    ", "      says: So.\n    ", 4),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("lead", "body", "blanks"), SLIPPED)
def test_a_name_with_blanks_too_many_or_too_few_is_one_finding(
    lead: str, body: str, blanks: int, parser: Parser
) -> None:
    """It is told with the blanks the other names have, and is known to all that name it."""
    reading = read(TWO.format(lead, body), parser=parser)
    (finding,) = reading.diagnostics
    assert (finding.code, finding.span.line, finding.span.column) == ("wrong-indentation", 5, blanks + 1)
    assert f"{blanks}; the others below `scenes:` have 2." in finding.message
    change = f"{abs(blanks - 2)} {'fewer' if blanks > 2 else 'more'} than now"
    assert finding.hint.startswith(f"{'Leave' if blanks > 2 else 'Put'} 2 in front of it, {change}")


@pytest.mark.parametrize("parser", PARSERS)
def test_a_first_name_that_stands_deeper_than_the_others_is_the_one_at_fault(parser: Parser) -> None:
    """It alone is told, and not each of those that stand right."""
    part = TWO.format("  ", "    says: So.\n  ").replace("  hello:", "   hello:")
    (finding,) = findings(HEAD + part + BYE, parser)
    assert (finding.code, finding.values["name"], finding.span.column) == ("wrong-indentation", "hello", 4)
    assert finding.hint.startswith("Leave 2 in front of it, 1 fewer than now")


@pytest.mark.parametrize("parser", PARSERS)
def test_names_of_promises_and_people_slip_too(parser: Parser) -> None:
    """Below whichever key a trainer invents names."""
    part = "others:\n  boss:\n    name: B\n    lab:\n      name: L\n"
    part += "promises:\n  one:\n    text: A.\n    within: 1 h\n    two:\n    text: B.\n    within: 1 h\n"
    assert told(part, parser=parser) == [("wrong-indentation", "lab"), ("wrong-indentation", "two")]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_misspelt_key_of_a_scene_is_no_name(parser: Parser) -> None:
    """It stands among keys, as a slipped name does."""
    part = "scenes:\n  hello:\n    says: Hi.\n    chioces:\n      - {say: A., goto: bye}\n    goto: bye\n"
    assert told(part, parser=parser) == [("unknown-key", "chioces")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("line", ["Yes, I am.", "you: Yes, I am.", '"Yes: I am."'])
def test_a_line_without_its_dash_wants_one(line: str, parser: Parser) -> None:
    """Among others that have theirs, nothing else is meant; what follows is read."""
    part = "scenes:\n  hello:\n    says:\n      - narrator: A.\n      - Hi.\n      {0}\n      - B.\n    goto: by\n"
    reading = read(part.format(line), parser=parser)
    dash, scene = reading.diagnostics
    assert (dash.code, dash.span.line, dash.hint) == ("missing-dash", 6, "Put a dash and a space before it.")
    assert scene.code == "unknown-scene"
    assert told(part.format(f"- {line}").replace("goto: by\n", "goto: bye\n"), parser=parser) == []
