"""Findings are values; their words come from the texts."""

from __future__ import annotations

import string

import pytest

from game.diagnostics import Diagnostic, Span
from game.loader import read_text
from game.texts.diagnostics import worded
from game.texts.format_findings import FORMAT, NAMES
from game.texts.text_findings import FILES, PUNCTUATION
from tests.diagnostics.pages import HABITS, Example, examples

WORDINGS = {**FILES, **PUNCTUATION, **FORMAT, **NAMES}


def test_a_finding_is_worded_from_its_code_and_values() -> None:
    """What is wrong and how to mend it are two sentences, filled with the values."""
    finding = Diagnostic("unknown-key", "error", Span("a.yaml", 2, 3, 2, 6), {"key": "mod", "known": "mood, name"})
    assert finding.message == "There is no key `mod` here."
    assert finding.hint == "These keys can stand here: mood, name."


def test_a_near_word_is_offered() -> None:
    """Where a word is near, the hint asks whether it was meant."""
    finding = Diagnostic("unknown-scene", "error", Span("a.yaml"), {"name": "goodby", "suggestion": "goodbye"})
    assert finding.hint == "Did you mean `goodbye`?"


def test_a_variant_chooses_among_the_wordings_of_a_code() -> None:
    """A condition without words is told otherwise than one with too many."""
    empty, too_much = (worded("bad-condition", {"variant": variant, "word": "b"}) for variant in ("empty", "too-much"))
    assert empty.message == "This condition is empty."
    assert too_much.message == "The condition was complete before `b`."


def test_a_code_without_words_is_a_mistake_of_the_program() -> None:
    """It is not passed over in silence."""
    with pytest.raises(KeyError, match="no-such-code"):
        worded("no-such-code", {})


def test_braces_in_a_value_are_words_like_others() -> None:
    """What stands in a file never breaks a sentence."""
    finding = Diagnostic("unknown-scene", "error", Span("a.yaml"), {"name": "{code}", "known": "{}"})
    assert finding.message == "There is no scene `{code}`."


def test_findings_can_be_put_into_sets() -> None:
    """Equal findings are one; the values do not stand in the way."""
    one, other = (Diagnostic("missing-key", "error", Span("a.yaml"), {"key": "goto"}) for _ in range(2))
    assert len({one, other}) == 1


def test_only_errors_are_errors() -> None:
    """A warning does not keep a file from being read."""
    assert Diagnostic("empty-file", "error", Span("a.yaml")).is_error
    assert not Diagnostic("comma-in-list", "warning", Span("a.yaml")).is_error


def test_places_are_ordered_as_they_are_read() -> None:
    """By file, then from top to bottom and from left to right."""
    spans = [Span("a", 2, 1, 2, 2), Span("a", 1, 9, 1, 10), Span("b"), Span("a", 1, 2, 1, 3)]
    assert sorted(spans) == [Span("a", 1, 2, 1, 3), Span("a", 1, 9, 1, 10), Span("a", 2, 1, 2, 2), Span("b")]


@pytest.mark.parametrize("example", [example for example in examples("yaml", "bytes") if example.is_wrong], ids=str)
def test_every_finding_of_the_pages_is_worded_in_full(example: Example) -> None:
    """No value is missing from a sentence, and each ends as a sentence does."""
    for finding in read_text(
        example.text.encode("latin-1" if example.kind == "bytes" else "utf-8"), "a", HABITS
    ).diagnostics:
        for sentence in (finding.message, finding.hint):
            assert sentence
            assert sentence[-1] in ".:?…`" or {"lost", "example"} & finding.values.keys()


@pytest.mark.parametrize("key", WORDINGS)
def test_a_wording_is_a_sentence_with_named_gaps(key: str) -> None:
    """Translators see what goes where."""
    for sentence in filter(None, WORDINGS[key]):
        assert sentence[0].isupper() or sentence[0] == "`"
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(sentence))
