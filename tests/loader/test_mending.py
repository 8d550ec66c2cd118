"""Text that YAML cannot read is mended in memory and read on, so that all faults come at once."""

from __future__ import annotations

import pytest

from game.loader import read_text
from game.loader.contents import contents_of_text
from game.loader.mending import compose_mended
from game.loader.nodes import LIBYAML, PARSER, PYTHON, Parser
from tests.loader.told import read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]


def scene(lines: str) -> str:
    """A part with a scene of these lines, and one more fault at its end, which must always be told."""
    indented = "".join(f"    {line}\n" if line else "\n" for line in lines.split("\n"))
    return f"scenes:\n  hello:\n{indented}    goto: nowhere\n"


END = ("unknown-scene", "nowhere")

SENTENCES = [
    ("says: One thing: I will", [("colon-in-speech", ":")]),
    ("says: One thing: I will: or not", [("colon-in-speech", ":")]),
    ("says: It is this:", [("colon-in-speech", ":")]),
    ("says: It is 12:30, see https://a.b: now", [("colon-in-speech", ":")]),
    ("says: I say\n  this: no", [("colon-in-speech", ":")]),
    ("says:\n  I say this: no", [("colon-in-speech", ":")]),
    ("says:\n  - I said: no: never", [("colon-in-speech", ":")]),
    ("says:\n  - narrator: He says: no", [("colon-in-speech", ":")]),
    ("says:\n  - who: you\n    text: I say: no", [("colon-in-speech", ":")]),
    ("says: {text: I say: no}", [("colon-in-speech", ":")]),
    ('says: {text: "I say: no", mood: 1, who: you: x}', [("colon-in-speech", ":")]),
    ("says: 'tis: so", [("unclosed-quote", "'")]),
    ('says: "Yes" he says: no', [("text-after-quote", "he says: no")]),
    ('says: "Yes" # a comment\nwithin: : 3', [("colon-in-speech", ":")]),
    ("says: %x and y: z", [("leading-character", "%")]),
    ("says: `x`", [("leading-character", "`")]),
    ("says:\n  * x\n  * y", [("leading-character", "*")]),
    ("says: @x", [("leading-character", "@")]),
    ("says: , x", [("leading-character", ",")]),
    ("says: ] x", [("leading-character", "]")]),
    ("says: } x", [("leading-character", "}")]),
    ("says: > x", [("leading-character", ">")]),
    ("says: | x", [("leading-character", "|")]),
    ("says: >=2 x", [("leading-character", ">")]),
    ("says: ? x", [("leading-character", "?")]),
    ("says: [x] y", [("leading-character", "[")]),
    ("says: {x} y: z", [("leading-character", "{")]),
    ("says: [x", [("leading-character", "[")]),
    ("says: *x* y: z", [("leading-character", "*"), ("colon-in-speech", ":")]),
    ("says: - x", [("dash-in-speech", "-")]),
    ("says: Your # 4 is\n  late", [("comment-in-speech", "# 4 is")]),
    ("says: Your #4: no", [("comment-in-speech", "#4: no")]),
    ('says: "C:\\x \\q \\\\ \\n"', [("bad-escape", "\\x"), ("bad-escape", "\\q"), ("bad-escape", "\\n")]),
    (
        "says: My number is\n  #4471, thanks.\nwithin: : 3",
        [("comment-in-speech", "#4471, thanks."), ("colon-in-speech", ":")],
    ),
    ("says:\n  My number is\n    #4471.\nwithin: : 3", [("comment-in-speech", "#4471."), ("colon-in-speech", ":")]),
    (
        "says:\n  - My parcel.\n    - Hello: you\n  - desk: x\n     - y",
        [("dash-in-speech", "-"), ("dash-in-speech", "-")],
    ),
    ('says: "open\nchoices:\n  - say: "so"\n    goto: bye', [("unclosed-quote", '"')]),
    ("says: 'open\nchoices:\n  - say: 'so'\n    goto: bye", [("unclosed-quote", "'")]),
    ('says: "one\n  two" three\nwithin: : 3', [("text-after-quote", "three"), ("colon-in-speech", ":")]),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("lines", "findings"), SENTENCES)
def test_punctuation_in_a_sentence_is_told_and_the_rest_is_read(
    lines: str, findings: list[tuple[str, str]], parser: Parser
) -> None:
    """What YAML makes of it is not told again as another fault."""
    found = told(scene(lines), parser=parser)
    assert [finding for finding in found if finding[0] not in {"missing-partner", "not-a-duration"}] == [*findings, END]


LAYOUT = [
    ("says: x\n  goto: bye", [("wrong-indentation", "goto: bye"), ("duplicate-key", "goto")]),
    ("says: x\nchoices:\n  - say: y\n   goto: bye", [("wrong-indentation", "goto: bye")]),
    ("says: x\nchoices:\n  - say: y\n   takes: 1 h\n   goto: bye", [("wrong-indentation", "takes: 1 h")]),
    (
        "says: x\nchoices:\n  - say: y\n   goto:\n     - when: mood > 1\n       to: hello\n     - bye",
        [("wrong-indentation", "goto:")],
    ),
    ("says: x\nchoices:\n  - say: y\n    goto: bye\n - say: z\n   goto: bye", [("wrong-indentation", "- say: z")]),
    ("says: x\nand y", [("loose-text", "and y")]),
    ('says: "x"\nand y', [("loose-text", "and y")]),
    ('says: "x"\n  and y', [("loose-text", "and y")]),
    ("order: mood: x\nsays: x", [("keys-in-a-row", "mood:")]),
    ("says: x\nchoices:\n  - say: y\n    mood: desk: 1\n    goto: bye", [("keys-in-a-row", "desk:")]),
    (
        "says: x\nchoices:\n  - say: y\n    goto: bye\n    silence\n      mood: 1",
        [("missing-colon", "silence")],
    ),
    ("within 30 s\nsays: x", [("missing-colon", "within")]),
    ("says: x\nchoices:\n  - say:y\n    goto: bye", [("colon-without-space", "say:")]),
    ("says:x", [("colon-without-space", "says:")]),
    ("'says: x", [("unclosed-quote", "'")]),
    ("says: x\n`channel: phone", [("loose-text", "`channel: phone")]),
    (
        "says: x\nchoices:\n  - say: y\n   because: One\n     two\n     three.\n   goto: bye",
        [("wrong-indentation", "because: One")],
    ),
    (
        "says: x\nchoices:\n  - say: y\n   answer:\n     - One\n       two.\n   goto: bye",
        [("wrong-indentation", "answer:")],
    ),
    ("says: x\nchoices:\n  - say: z\n    remember: [don't, 'a', b\n    goto: bye", [("unclosed-bracket", "[")]),
    ("says:\n  - {narrator:, Well}\n  - {narrator: 'x'}", [("leading-character", "{")]),
    ("says: x\n  - desk: y", [("dash-in-speech", "-")]),
    ("says: x\nchoices:\n  - say: z\n    remember: [a\n    goto: bye", [("unclosed-bracket", "[")]),
    ("says: x\nchoices:\n  - say: z\n    remember: [a] b\n    goto: bye", [("unclosed-bracket", "[")]),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("lines", "findings"), LAYOUT)
def test_lines_that_stand_wrong_are_put_right(lines: str, findings: list[tuple[str, str]], parser: Parser) -> None:
    """Told once for a block of them, and read where they belong."""
    assert told(scene(lines), parser=parser) == [*findings, END]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "good",
    [
        "says: |\n  a: b: c\n  'tis [\n\n  # no comment",
        "says: >-\n  - a\n    %b: c: d\nchannel: phone",
        "says: |2\n    a: b\n   c",
        "says:\n- a\n- narrator: b",
        'says: "a\n\n  b: c # d\n  e"   # f',
        "says: 'a\n  b''s: c'",
        "says: {\n  narrator: 'a: b',\n  }",
        "says: [\n    'a',   # b\n    C d\n  ]",
        "heading: A   # a comment\nsays: a",
        "# a comment\nsays: a\n\n# another\n  # and another",
        "says: a?b & c * d! (e) <f> ~g/h\\i = j - k + l",
        'says:\n  - "a"\n  -\n    who: you\n    text: b',
        'says:\n  - "narrator" : a',
        "says:   a\nwithin: 3 s\nsilence: {goto: bye}\nchoices:\n  - {say: b, goto: bye}",
        "says: a\n  \tb",
    ],
)
def test_good_lines_around_a_fault_are_left_alone(good: str, parser: Parser) -> None:
    """The patient reading finds nothing where YAML finds nothing."""
    text = scene(good)
    assert told(text, parser=parser) == [END]
    assert told(f"{text}    order: x y: z\n", parser=parser) == [END, ("colon-in-speech", ":")]


@pytest.mark.parametrize("parser", PARSERS)
def test_tabs_are_told_once_for_each_run_of_lines(parser: Parser) -> None:
    """And the file is read as if they were two spaces each."""
    part = "you:\n\tname: Lea\n\tface:\n\t\tage: old\n"
    assert told(part, parser=parser) == [("tab-indentation", "\t"), ("not-a-number", "old")]
    found = told(f"{part}customer:\n\tname: Reto\n", parser=parser)
    assert found == [("tab-indentation", "\t"), ("not-a-number", "old"), ("tab-indentation", "\t")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("tabs", ["\t", "\t\t"])
def test_a_single_line_with_tabs_stands_where_the_one_above_does(tabs: str, parser: Parser) -> None:
    """However wide the editor has shown them."""
    part = f"scenes:\n  hello:\n    says: x\n    choices:\n      - id: a\n{tabs}say: y\n        goto: nowhere\n"
    assert told(part, parser=parser) == [("tab-indentation", tabs), END]


SLIPS = [
    ("- id: a\n  say: y\n  goto: bye\n-id: b\n  say: y\n  goto: bye", [("dash-in-speech", "-")]),
    ("- id: a\n  say: y\n  goto: bye\nid: b\n  say: y\n  goto: bye", [("missing-dash", "id")]),
    ("- id: a\n  say: y\n  goto: bye\n  id: b\n  say: y\n  goto: bye", [("missing-dash", "id")]),
    ("- id: a\n  say: y\n  goto: bye\n  id: b", [("duplicate-key", "id")]),
    ("- {id: a, [b]: c, say: y, goto: bye, id: b}", [("wrong-shape", "[b]"), ("duplicate-key", "id")]),
    ("- say: y: z # 4\n  goto: bye", [("colon-in-speech", ":")]),
    ("- {say: y, # a comment\n   answer: No #5, goto: bye}", [("comment-in-speech", "#5, goto: bye}")]),
    ("- say: y\n  goto: bye\n======\n- say: z\n  goto: bye", [("loose-text", "======")]),
    ("- say: y\n  goto: bye\n\n  Here is more.\n- say: z\n  goto: bye", [("loose-text", "Here is more.")]),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("choices", "findings"), SLIPS)
def test_a_slip_in_a_list_of_choices_is_one_finding(
    choices: str, findings: list[tuple[str, str]], parser: Parser
) -> None:
    """The choices below it are read as they stand."""
    indented = "".join(f"  {line}\n" for line in choices.split("\n"))
    assert told(scene(f"says: x\nchoices:\n{indented}"), parser=parser) == [*findings, END]


def test_spaces_of_another_kind_are_told_once_for_each_run_of_lines() -> None:
    """Before a line, and behind its dash or its key; within a sentence they are welcome."""
    part = "scenes:\n  hello:\n   \u00a0says:\n      -\u00a0Oui\u00a0!\n    goto:\u202fbye\n"
    assert told(part) == [("odd-space", "\u00a0")]
    found = told(f"{part}  other:\n    says: x\n   \u3000goto: bye\n")
    assert found == [("odd-space", "\u00a0"), ("odd-space", "\u3000")]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_second_document_is_told_and_not_read(parser: Parser) -> None:
    """Nor is anything told as missing that may stand in it."""
    for mark in ("---", "..."):
        assert told(f"level: x\n{mark}\nlevel: y\n", parser=parser) == [
            ("not-a-number", "x"),
            ("several-documents", mark),
        ]


@pytest.mark.parametrize("parser", PARSERS)
def test_what_is_left_out_is_not_told_as_missing(parser: Parser) -> None:
    """A promise may stand in the line that could not be read."""
    choice = "says: x\nchoices:\n  - say: y\n    promise: later\n    habit: [x,, y]"
    assert told(scene(choice), parser=parser) == [("unreadable-line", "habit: [x,, y]")]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_text_that_becomes_too_deep_by_mending_is_not_composed(parser: Parser) -> None:
    """The guard looks at what was mended, too."""
    text = "title: 'tis\nsummary: x: y\nyou: " + "[" * 100 + "\n" + "]" * 100 + "\n"
    codes = [finding.code for finding in read_text(text, "a.yaml", parser=parser).diagnostics]
    assert codes[:2] == ["unclosed-quote", "colon-in-speech"]
    assert "too-deep" in codes


@pytest.mark.parametrize("parser", PARSERS)
def test_tricks_behind_a_fault_are_told_too(parser: Parser) -> None:
    """The first look ends at the fault; there is a second."""
    assert told(
        "summary: x: y\n" + scene("says: x\ngoto: [*bye]").replace("    goto: nowhere\n", ""), parser=parser
    ) == [
        ("colon-in-speech", ":"),
        ("alias", "*bye"),
    ]


def test_places_are_those_of_the_file_whatever_was_mended_above() -> None:
    """A line that was moved keeps its columns."""
    reading = read("scenes:\n  hello:\n    says:x: y\n      goto: nowhere   \n      level: 3\n")
    assert [
        (finding.code, finding.span.line, finding.span.column, finding.span.end_column)
        for finding in reading.diagnostics
    ] == [
        ("colon-without-space", 3, 5, 10),
        ("colon-in-speech", 3, 11, 12),
        ("wrong-indentation", 4, 7, 20),
        ("unknown-key", 5, 7, 12),
    ]


@pytest.mark.parametrize("parser", PARSERS)
def test_tricks_below_a_fault_are_told_line_by_line(parser: Parser) -> None:
    """On values of any shape."""
    part = "summary: a: b\nyou: &you\n  name: Lea\nlevel: !!int 2\nclock: &c  # a comment\n  mon 9:00\n"
    assert told(part, parser=parser) == [
        ("colon-in-speech", ":"),
        ("anchor", "&you"),
        ("tag", "!!int"),
        ("anchor", "&c"),
    ]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_bracket_that_stays_open_to_the_end_is_told(parser: Parser) -> None:
    """Whatever stands in it."""
    codes = [finding.code for finding in read_text("title: a\nlevel: [1,\n  2,", "a.yaml", parser=parser).diagnostics]
    assert "unclosed-bracket" in codes


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("count", "unreadable", "unread"), [(1, 1, 0), (10, 10, 0), (11, 10, 1), (12, 10, 1)])
def test_what_cannot_be_read_at_all_is_told(count: int, unreadable: int, unread: int, parser: Parser) -> None:
    """After some lines that were left out, the rest is; the end is reached in any case."""
    lines = "\n".join(f"x{number}: [a,, b]" for number in range(count))
    codes = [finding.code for finding in read_text(f"title: a\n{lines}", "a.yaml", parser=parser).diagnostics]
    assert (codes.count("unreadable-line"), codes.count("left-unread")) == (unreadable, unread)


def test_a_mark_at_the_beginning_is_no_second_document() -> None:
    """It may stand above the first."""
    assert told("---\nsummary: a: b\n") == [("colon-in-speech", ":")]


def test_the_last_line_needs_no_line_break() -> None:
    """A quoted text may be the end of the file."""
    codes = [finding.code for finding in read_text("title: a: b\nsummary: 'c'", "a.yaml").diagnostics]
    assert set(codes) == {"colon-in-speech", "missing-key"}


def test_mending_can_be_asked_for_alone() -> None:
    """The nodes come with what was told on the way to them."""
    root, walk = compose_mended(contents_of_text("a: b: c", "a.yaml"), PARSER)
    assert root is not None
    assert [finding.code for finding in walk.found] == ["colon-in-speech"]
