"""The reader of `when:` marks faults where they stand, whichever way the condition is written."""

from __future__ import annotations

import pytest

from game.loader.nodes import LIBYAML, PYTHON, Parser
from game.scenario.conditions import MoodIs
from tests.loader.told import read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]


def when(condition: str) -> str:
    """A part with a line under this condition, the second of its mapping."""
    return f"scenes:\n  hello:\n    says:\n      - text: Hello.\n        when: {condition}\n    goto: bye\n"


WRITTEN = [
    "open callback and Notes",
    '"open callback and Notes"',
    "'open callback and Notes'",
    "open callback\n          and Notes",
    '"open callback\n\n          and Notes"',
    '"open callback \\\n          and Notes"',
    ">-\n          open callback\n          and Notes",
    "|\n          open callback\n\n          and Notes",
    ">-   # a comment\n          open callback and Notes",
]


def test_a_backslash_is_told_where_it_stands() -> None:
    """One that quotes a mark is the mark; of one that means something else to YAML nothing more is read."""
    assert told(when('"open \\"callback\\""')) == [("bad-condition", '\\"')]
    assert told(when('"open \\x63allback and Notes"')) == [("bad-escape", "\\x")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("condition", WRITTEN)
def test_the_place_is_found_in_every_way_of_writing(condition: str, parser: Parser) -> None:
    """Plain, quoted, folded, with escapes."""
    assert told(when(condition), parser=parser) == [("bad-condition", "Notes")]
    assert told(when(condition.replace("Notes", "notes")), parser=parser) == [("unknown-fact", "notes")]


@pytest.mark.parametrize(
    ("condition", "marked"),
    [
        ("mood is 1", "is"),
        ("(kept callback", "("),
        ("mood >", "mood >"),
        ("elapsed > 2 and open callback", "2"),
        ("'it''s'", "''"),
        ('"a \\" b"', '\\"'),
        ("open callback & open callback", "&"),
    ],
)
def test_the_word_at_fault_is_marked(condition: str, marked: str) -> None:
    """Where the condition ends too early, all of it is."""
    assert told(when(condition)) == [("bad-condition", marked)]


def test_a_reason_has_words_of_its_own() -> None:
    """What is wrong, not only that something is."""
    (finding,) = read(when("mood > 1 h")).diagnostics
    assert finding.message == "A mood is compared with a whole number."


@pytest.mark.parametrize(
    ("condition", "findings"),
    [
        ("greeted", [("unknown-fact", "greeted")]),
        ("open colback", [("unknown-promise", "colback")]),
        ("taken hello/2", [("unknown-choice", "hello/2")]),
        ("seen helo", [("unknown-scene", "helo")]),
        ("mood of dask > 1", [("unknown-person", "dask")]),
        ("mood of narrator > 1", [("unknown-person", "narrator")]),
        ("a and not (b or a)", [("unknown-fact", "a"), ("unknown-fact", "b")]),
        ("seen hello and open callback and mood of desk > 0", []),
    ],
)
def test_names_in_conditions_must_be_declared(condition: str, findings: list[tuple[str, str]]) -> None:
    """Each is marked where it stands in the condition."""
    assert told(when(condition)) == findings


def test_an_accent_stored_apart_does_not_move_the_place() -> None:
    """The condition is compared in composed form and marked as it stands."""
    assert told(when("e\u0301te\u0301 and Notes")) == [("bad-condition", "Notes")]
    assert told(when("open callback and e\u0301te\u0301 or open callback")) == [("unknown-fact", "e\u0301te\u0301")]


def test_the_same_condition_under_another_face_is_another() -> None:
    """A plain mood depends on whom the scene faces."""
    part = "".join(
        f"  {name}:\n    with: {name}\n    says:\n      - text: Hello.\n        when: mood > 1\n    goto: bye\n"
        for name in ("customer", "desk")
    )
    scenario = read(f"scenes:\n{part.replace('  customer:', '  hello:')}").scenario
    assert scenario is not None
    assert [scenario.scenes[name].says[0].when for name in ("hello", "desk")] == [
        MoodIs("customer", ">", 1),
        MoodIs("desk", ">", 1),
    ]


def test_a_condition_that_stands_twice_is_told_once() -> None:
    """With the line of the other."""
    ways = "    goto:\n      - {when: a, to: bye}\n      - {when: a, to: bye}\n      - bye\n"
    (finding,) = read(f"scenes:\n  hello:\n    says: Hi.\n{ways}").diagnostics
    assert (finding.code, finding.span.line) == ("unknown-fact", 5)
    assert finding.message.endswith("The same stands in line 6, too.")


@pytest.mark.parametrize(("sign", "right"), [("==", "="), ("=>", ">="), ("=<", "<="), ("<>", "!=")])
def test_a_sign_of_another_language_is_told_with_ours(sign: str, right: str) -> None:
    """Its user knows what it means; only the spelling is new."""
    (finding,) = read(when(f"mood {sign} 0")).diagnostics
    assert finding.hint == f"Write `{right}` instead, such as `mood {right} 1`."
    assert told(when(f"mood {right} 0")) == []


def test_a_condition_without_end_is_marked_as_a_whole() -> None:
    """And takes no time without end."""
    terms = " and ".join(f"fact-{number}" for number in range(5000))
    found = read(when(terms)).diagnostics
    assert len(found) == 5000
    assert {finding.span.column for finding in found} == {15}


@pytest.mark.parametrize("when", ["mood > 4", "mood of desk <= -5"])
def test_a_mood_that_nobody_can_have_is_told_at_its_number(when: str) -> None:
    """Whether it would hold always or never."""
    part = f"scenes:\n  hello:\n    says:\n      - {{text: Hi., when: {when}}}\n    goto: bye\n"
    assert told(part) == [("bad-condition", when.split()[-1])]


@pytest.mark.parametrize("line", ["within: 0 s\n    silence: {goto: bye}", "later: 0 days"])
def test_a_wait_of_no_time_is_doubtful(line: str) -> None:
    """It is a warning: the case can be played. What takes no time needs none."""
    choice = "    choices:\n      - {say: Hi., takes: 0 min, goto: bye}\n"
    part = f"scenes:\n  hello:\n    says: Hi.\n    {line}\n{choice}"
    (finding,) = read(part).diagnostics
    assert (finding.code, finding.severity) == ("zero-duration", "warning")
