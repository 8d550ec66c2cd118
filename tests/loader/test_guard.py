"""A look at a text before it is composed."""

from __future__ import annotations

import pytest

from game.loader import read_text
from game.loader.guard import DEEPEST, guard
from game.loader.nodes import LIBYAML, PARSER, PYTHON, Parser
from tests.loader.told import told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]


def _codes(text: str, parser: Parser = PARSER) -> list[str | None]:
    return [repair.code for repair in guard(text, parser)]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "{" * 500_000,
        "- " * 400_000,
        "? " * 100_000,
        "[\n" * 100_000,
        "".join("  " * level + "a:\n" for level in range(200)),
        "title: " + "[" * 100_000 + "]" * 100_000,
    ],
    ids=["brackets", "braces", "dashes", "questions", "lines", "indentation", "closed"],
)
def test_what_would_crash_a_parser_is_told(text: str, parser: Parser) -> None:
    """One finding, whichever way the depth is made."""
    assert [finding.code for finding in read_text(text, "a.yaml", parser=parser).diagnostics] == ["too-deep"]


@pytest.mark.parametrize("parser", PARSERS)
def test_thirty_two_levels_are_allowed(parser: Parser) -> None:
    """And not one more."""
    assert _codes("[" * DEEPEST + "]" * DEEPEST, parser) == []
    assert _codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), parser) == ["too-deep"]
    lines = ["  " * level + "a:\n" for level in range(DEEPEST)]
    assert _codes("".join(lines[:-1]) + "  " * (DEEPEST - 1) + "a: b", parser) == []
    assert _codes("".join(lines) + "  " * DEEPEST + "a: b", parser) == ["too-deep"]
    assert _codes("- " * DEEPEST + "x", parser) == []
    assert _codes("- " * DEEPEST + "- x", parser) == ["too-deep"]


def test_levels_that_were_left_do_not_count() -> None:
    """Many shallow lists are not a deep one."""
    assert _codes("a: [1]\n" * 100) == []


def test_brackets_and_dashes_in_sentences_are_no_levels() -> None:
    """However many there are."""
    sentence = "[ and { and " * 50
    assert told(f'scenes:\n  hello:\n    says: "{sentence}"\n    goto: bye\n') == []
    assert told(f"scenes:\n  hello:\n    says: >-\n      {sentence}\n    goto: bye\n") == []


def test_a_bomb_of_aliases_is_not_set_off() -> None:
    """A small file would be millions of nodes."""
    lines = ["title: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    codes = {finding.code for finding in read_text("\n".join(lines), "a.yaml").diagnostics}
    assert {"alias", "anchor"} <= codes


@pytest.mark.parametrize("parser", PARSERS)
def test_tricks_are_told_where_they_stand(parser: Parser) -> None:
    """Anchors, aliases and tags on values of any shape, in lists and in braces."""
    assert told(
        "level: !!int 2\n"
        "you: &you\n"
        "  name: Lea\n"
        "customer: *you\n"
        "scenes:\n"
        "  hello: &here {says: Good morning., goto: &bye bye}\n"
        "  other:\n"
        "    says: !!seq [Good morning., Hello.]\n"
        "    goto: [*bye, bye]\n",
        parser=parser,
    ) == [
        ("tag", "!!int"),
        ("anchor", "&you"),
        ("alias", "*you"),
        ("anchor", "&here"),
        ("anchor", "&bye"),
        ("tag", "!!seq"),
        ("alias", "*bye"),
    ]


@pytest.mark.parametrize("mark", ["*", "&", "!"])
def test_a_sentence_with_such_a_mark_in_front_is_a_sentence(mark: str) -> None:
    """A trainer means words, not YAML's tricks."""
    for line in (
        f"says: {mark}well{mark} hello",
        f"says:\n      - {mark}well, hello",
        f"says:\n      - narrator: {mark}well, hello",
    ):
        assert told(f"scenes:\n  hello:\n    {line}\n    goto: bye\n") == [("leading-character", mark)]


def test_what_was_left_out_is_not_missed() -> None:
    """The tag is the fault, not the value that is no longer there."""
    assert told("level: !high\n") == [("tag", "!high")]
