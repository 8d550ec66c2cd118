"""Writing in an editor: the real yaml-language-server goes by the schema."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from game.loader.reading import read_text
from game.scenario.kinds import fields
from game.scenario.model import (
    Choice,
    Ending,
    Exit,
    Face,
    Kept,
    Line,
    Part,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
    Silence,
)
from game.scenario.schema import habits_schema, schema
from game.scenario.snippets import SNIPPETS
from game.trainer.starter.starting import write
from game.trainer.starter.template import LANGUAGES, proposed
from tests.diagnostics.pages import Example, examples
from tests.scenario.editor import MISSING, Completion, Editor, Squiggle, server
from tests.scenario.test_schema import SEEN_BY_THE_SCHEMA, TEXTS_LIKE_ANY_OTHER
from tests.shipped import CASES

SHIPPED = Path(__file__).parents[2] / "scenarios"
MODELINE = "# yaml-language-server: $schema=scenario.schema.json\n"
HEAD = "title: A case\nlanguage: en\nchannel: phone\nyou:\n  name: Lea\ncustomer:\n  name: Reto\n"

Put = Callable[[str], Path]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with the server; where that is not installed, why not."""
    command = server()
    if command is None:
        assert os.environ.get("CI") != "true", MISSING
        pytest.skip(MISSING)
    with Editor(command, tmp_path_factory.mktemp("editor")) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema, and with a name that has to be escaped in an address."""
    folder = tmp_path_factory.mktemp("editor") / "Meine Fälle & more"
    folder.mkdir()
    (folder / "scenario.schema.json").write_text(json.dumps(schema()), encoding="utf-8")
    return folder


@pytest.fixture
def put(folder: Path) -> Put:
    """Put a case beside the schema; where it lies."""

    def write(text: str) -> Path:
        path = folder / f"case-{len(list(folder.iterdir()))}.yaml"
        path.write_text(MODELINE + text, encoding="utf-8")
        return path

    return write


def _at_the_bar(text: str) -> tuple[str, int, int]:
    """The text without its one `|`, and the place where that stood, below the modeline."""
    before = text[: text.index("|")]
    return text.replace("|", ""), before.count("\n") + 2, len(before) - before.rfind("\n")


def _proposed(editor: Editor, put: Put, text: str) -> dict[str, Completion]:
    text, line, column = _at_the_bar(text)
    path = put(text)
    editor.open(path)
    return {item.label: item for item in editor.complete(path, line, column)}


@pytest.mark.parametrize("path", CASES.values(), ids=CASES)
def test_nothing_is_underlined_in_a_shipped_case(editor: Editor, put: Put, path: Path) -> None:
    """Whoever learns from them sees no fault where there is none."""
    assert editor.open(put(path.read_text(encoding="utf-8"))) == []


def test_habits_have_a_schema_of_their_own(editor: Editor, tmp_path: Path) -> None:
    """The shipped ones are right by it, and one of an unknown kind is not."""
    (tmp_path / "habits.schema.json").write_text(json.dumps(habits_schema()), encoding="utf-8")
    right = "# yaml-language-server: $schema=habits.schema.json\n" + (SHIPPED / "habits.yaml").read_text("utf-8")
    for name, text, lines in (
        ("right", right, []),
        ("wrong", right.replace("kind: vice", "kind: vise", 1), [right.split("\n").index("  kind: vice") + 1]),
    ):
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        assert [found.line for found in editor.open(path)] == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_leads_an_editor_to_its_schema(editor: Editor, tmp_path: Path, language: str) -> None:
    """Wherever it lies: nothing is underlined, keys are explained, and a fault is found."""
    file = write(proposed("late-parcel", language)._replace(title="Zu spät: #1"), tmp_path / "Fälle & more")
    assert editor.open(file) == []
    text = file.read_text(encoding="utf-8")
    line = text.split("\n").index("    within: 60 s") + 1
    assert "so much real time to choose" in editor.hover(file, line, 6)
    other = file.with_name("other.yaml")
    other.write_text(text.replace("within: 60 s", "withim: 60 s"), encoding="utf-8")
    assert (line, "Property withim is not allowed.") in [(found.line, found.message) for found in editor.open(other)]


@pytest.fixture(scope="module")
def underlined(editor: Editor, folder: Path) -> Mapping[str, list[Squiggle]]:
    """What is underlined in the examples of docs/diagnostics, by their text."""
    texts = list({example.text for example in examples("yaml")})
    paths = [folder / f"example-{number}.yaml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(MODELINE + text, encoding="utf-8")
    return dict(zip(texts, editor.open_all(paths), strict=True))


@pytest.mark.parametrize("example", [example for example in examples("yaml") if not example.is_wrong], ids=str)
def test_nothing_is_underlined_in_a_right_example(underlined: Mapping[str, list[Squiggle]], example: Example) -> None:
    """All that the loader takes, in whatever short form."""
    if example.code != "several-documents":
        assert underlined[example.text] == []


@pytest.mark.parametrize(
    "example", [each for each in examples("yaml") if each.is_wrong and each.code in SEEN_BY_THE_SCHEMA], ids=str
)
def test_a_wrong_example_is_underlined_where_it_is_wrong(
    underlined: Mapping[str, list[Squiggle]], example: Example
) -> None:
    """What can be told without looking at other places, in the line of the page's mark."""
    if not any(text in example.text for text in TEXTS_LIKE_ANY_OTHER):
        assert example.place is not None
        line = example.place.line + 1  # below the modeline
        found = underlined[example.text]
        assert any(squiggle.line <= line <= squiggle.last_line for squiggle in found), found


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("scenes:\n  hello:\n    says: Hi.\n    within: soon\n", 4, "Write a whole number and a unit"),
        ("scenes:\n  hello:\n    says: Hi.\n    at: Dienstag 9:00\n", 4, "Write an English weekday and a time"),
        ("scenes:\n  Hello:\n    says: Hi.\n", 2, "A name is written in lower case"),
        ("scenes:\n  hello:\n    says:\n", 3, "Write words here."),
        ("scenes:\n  hello:\n", 2, "Write what belongs to it in the lines below"),
        ("level: 7\nscenes:\n  hello:\n    says: Hi.\n", 1, "Value is above the maximum of 3."),
        ("scenes:\n  a:\n    says: Hi.\n    later: 1 h\n    at: Mon 9:00\n", 5, "This cannot stand beside `later`."),
        ("scenes:\n  a:\n    choices:\n      - goto: a\n", 4, "`say` or `do` is missing here."),
        ("scenes:\n  a:\n    says: Hi.\n    silence:\n      goto: a\n", 4, "`silence` needs `within` too."),
    ],
)
def test_what_is_underlined_is_explained(editor: Editor, put: Put, text: str, line: int, message: str) -> None:
    """In a trainer's words, not in a schema's."""
    found = editor.open(put(HEAD + text))
    below = 1 + HEAD.count("\n")
    assert any(squiggle.line == line + below and squiggle.message.startswith(message) for squiggle in found), found


def test_a_missing_key_is_named(editor: Editor, put: Put) -> None:
    """At the first line, where it could stand."""
    found = editor.open(put(HEAD.replace("title: A case\n", "") + "scenes:\n  a:\n    says: Hi.\n"))
    assert [(squiggle.line, squiggle.message) for squiggle in found] == [(2, 'Missing property "title".')]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("|", Scenario),
        ("you:\n  name: Lea\n  |\n", Player),
        ("customer:\n  name: Reto\n  |\n", Person),
        ("customer:\n  name: Reto\n  face:\n    age: 30\n    |\n", Face),
        ("promises:\n  call:\n    |\n", Promise),
        ("promises:\n  call:\n    text: You call.\n    kept:\n      |\n", Kept),
        ("scenes:\n  a:\n    |\n", Scene),
        ("scenes:\n  a:\n    says:\n      - who: you\n        |\n", Line),
        ("scenes:\n  a:\n    says: Hi.\n    choices:\n      - |\n", Choice),
        ("scenes:\n  a:\n    says: Hi.\n    goto:\n      - to: a\n        |\n", Exit),
        ("scenes:\n  a:\n    says: Hi.\n    silence:\n      |\n", Silence),
        ("scenes:\n  a:\n    says: Hi.\n    ending:\n      |\n", Ending),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_key_is_proposed_and_explained(editor: Editor, put: Put, text: str, part: type[Part]) -> None:
    """Wherever one types, those that are not there yet."""
    written = set(re.findall(r"^ *(?:- )?(\w+):", text, re.MULTILINE))
    proposed = _proposed(editor, put, text)
    for field in fields(part):
        if field.key not in written:
            assert proposed[field.key].told.startswith(field.description), field.key


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("channel: |", {"phone", "chat", "email", "counter", "visit"}, "A call: you hear each other."),
        ("scenes:\n  a:\n    ending:\n      outcome: |", {"lost", "kept", "delighted"}, "They leave."),
        ("scenes:\n  a:\n    order: |", {"shuffled", "fixed"}, "In the order of this file."),
        ("scenes:\n  a:\n    within: |", {"30 s", "1 min"}, ""),
        ("clock: |", {"Tuesday 09:05"}, ""),
    ],
)
def test_values_are_proposed(editor: Editor, put: Put, text: str, words: set[str], told: str) -> None:
    """The words of the format with what each means, and examples of times."""
    proposed = _proposed(editor, put, text)
    assert set(proposed) == words
    assert told in [item.told for item in proposed.values()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title|: A case", "The case's title"),
        ("you|:\n  name: Lea", "Who the trainee is in this case."),
        ("customer:\n  mo|od: 1", "-3 furious"),
        ("scenes:\n  hel|lo:\n    says: Hi.", "A moment of the case"),
        ("scenes:\n  a:\n    wit|hin: 30 s", "so much real time to choose"),
        ("scenes:\n  a:\n    choices:\n      - say: Hi.\n        beca|use: So.", "The coach's sentence"),
        ("scenes:\n  a:\n    says:\n      - text: Hi.\n        wh|en: b", "The line is left out"),
        ("scenes:\n  a:\n    ending:\n      outcome: lo|st", "They leave."),
        ("scenes:\n  a:\n    choices:\n      - say: Hi.\n        ha|bit: listening", "```yaml\nhabit: listening\n```"),
        ("scenes:\n  a:\n    choices:\n      - say: Hi.\n        fee|ls: Well.", "```yaml\nfeels: At last"),
        ("scenes:\n  a:\n    choices:\n      - say: Hi.\n        go|to: a", "```yaml\ngoto: notes\n```"),
    ],
)
def test_a_key_explains_itself(editor: Editor, put: Put, text: str, told: str) -> None:
    """To whoever rests the pointer on it."""
    text, line, column = _at_the_bar(text)
    path = put(text)
    editor.open(path)
    assert told in editor.hover(path, line, column)


@pytest.mark.parametrize(
    ("key", "text", "indent"),
    [
        ("scenes", "scenes:\n  |\n", 2),
        ("promises", "scenes:\n  a:\n    says: Hi.\npromises:\n  |\n", 2),
        ("others", "scenes:\n  a:\n    says: Hi.\nothers:\n  |\n", 2),
        ("choices", "scenes:\n  a:\n    says: Hi.\n    choices:\n      - |\n", 6),
        ("choices", "scenes:\n  a:\n    says: Hi.\n    choices:\n      |\n", 6),
    ],
)
def test_what_is_written_whole_is_right(editor: Editor, put: Put, key: str, text: str, indent: int) -> None:
    """Snippets, as they stand after Tab, Tab, Tab: nothing is underlined in them, and the reader takes them."""
    proposed = _proposed(editor, put, HEAD + text)
    for snippet in SNIPPETS[key]:
        filled = re.sub(r"\$\{\d+(?::([^}]*)|\|(\w+)[^}]*)\}", r"\1\2", proposed[snippet["label"]].text)
        whole = HEAD + text.replace("|", filled.replace("\n", "\n" + " " * indent))
        assert editor.open(put(whole)) == []
        undeclared = {"unknown-scene"}  # next-scene is for the trainer to write
        assert {found.code for found in read_text(whole, "case.yaml").diagnostics} <= undeclared
