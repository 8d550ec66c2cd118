"""Characters that nobody sees are told in what people read, unless they belong there."""

from __future__ import annotations

import pytest

from game.loader.nodes import LIBYAML, PYTHON, Parser
from game.loader.unseen import without_unseen
from tests.loader.told import read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "character", [*"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069"]
)
@pytest.mark.parametrize(
    "words", ["Good{}morning.", '"Good {}morning."', "'{}Good morning.'", "Good{}", ">-\n      Good\n      mor{}ning."]
)
def test_a_character_without_width_is_told(words: str, character: str, parser: Parser) -> None:
    """Wherever it stands, with its place; it is a warning."""
    part = f"scenes:\n  hello:\n    says: {words.format(character)}\n    goto: bye\n"
    assert told(part, parser=parser) == [("invisible-character", character)]
    (finding,) = read(part, parser=parser).diagnostics
    assert finding.severity == "warning"
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "For you: \U0001f468\u200d\U0001f469\u200d\U0001f467!",
        "\U0001f469\U0001f3fd\u200d\U0001f4bb and \u2764\ufe0f\u200d\U0001f525",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\u05e9\u05dc\u05d5\u05dd \u200e(Gastgeber)\u200f!",
        "\u2067\u05e9\u05dc\u05d5\u05dd\u2069 means peace.",
    ],
)
def test_what_belongs_there_is_not(words: str) -> None:
    """Emoji of several, scripts whose letters join, and those that run from right to left."""
    assert told(f'scenes:\n  hello:\n    says: "{words}"\n    goto: bye\n') == []


def test_an_override_is_told_in_every_script() -> None:
    """No sentence needs one."""
    assert told("title: \u05e9\u202e\u05dc\n") == [("invisible-character", "\u202e")]


def test_many_in_one_sentence_are_told_once() -> None:
    """Whoever types it anew is rid of them all."""
    assert told("title: A\u200b c\u200ba\u200bse\nsummary: B\u200b\n") == [("invisible-character", "\u200b")] * 2


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Good\u200b morning.", "Good morning."),
        ("\u200dGood\u200d\u200d", "Good"),
        ("👩\u200d🔧 \u202eodd", "👩\u200d🔧 odd"),
        ("plain", "plain"),
    ],
)
def test_they_can_be_left_out(text: str, seen: str) -> None:
    """Those that belong there stay, and then nothing is told."""
    assert without_unseen(text) == seen
    assert told(f"scenes:\n  hello:\n    says: '{seen}'\n    goto: bye\n") == []
