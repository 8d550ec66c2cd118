"""Comments that silence a finding."""

from __future__ import annotations

import pytest

from game.loader import read_text
from game.trainer.check import examine
from tests.diagnostics.pages import completed

CODES = ("person-never-met", "fact-never-asked", "ignore-unknown", "ignore-unused", "ignore-without-reason")


def told(part: str) -> list[tuple[str, int]]:
    """The codes this is about, with their lines."""
    reading = read_text(completed(part), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return [(finding.code, finding.span.line) for finding in examine(reading) if finding.code in CODES]


@pytest.mark.parametrize("dash", ["–", "—", "-", "--", ":"])
def test_a_comment_with_a_reason_silences_its_line(dash: str) -> None:
    """Whichever dash a keyboard has."""
    assert told(f"others:\n  desk: # check: ignore person-never-met {dash} chapter two\n    name: Desk\n") == []


def test_a_comment_on_a_line_of_its_own_counts_for_the_next() -> None:
    """Further comments and empty lines may stand between."""
    comment = "  # check: ignore person-never-met – chapter two\n  # who she is\n\n"
    assert told(f"others:\n{comment}  desk:\n    name: Desk\n") == []


def test_a_comment_behind_a_sentence_is_none_of_its_words() -> None:
    """Other comments there are told as words that may be lost."""
    line = "      - say: Good day. # check: ignore choice-without-id – a short case\n"
    reading = read_text(
        completed(f"scenes:\n  hello:\n    says: Hi.\n    choices:\n{line}        goto: bye\n"), "a.yaml"
    )
    assert reading.diagnostics == ()
    assert "choice-without-id" not in {finding.code for finding in examine(reading)}


def test_another_line_or_code_is_not_silenced() -> None:
    """And the comment is told as one that does nothing."""
    assert told("others: # check: ignore person-never-met – chapter two\n  desk:\n    name: Desk\n") == [
        ("ignore-unused", 1),
        ("person-never-met", 2),
    ]
    assert told("others:\n  desk: # check: ignore fact-never-asked – chapter two\n    name: Desk\n") == [
        ("person-never-met", 2),
        ("ignore-unused", 2),
    ]


@pytest.mark.parametrize("rest", ["person-never-met", "person-never-met –", "person-never-met –  "])
def test_a_comment_without_a_reason_is_a_finding_and_silences_nothing(rest: str) -> None:
    """A dash alone is no reason."""
    assert told(f"others:\n  desk: # check: ignore {rest}\n    name: Desk\n") == [
        ("person-never-met", 2),
        ("ignore-without-reason", 2),
    ]


@pytest.mark.parametrize("rest", ["", " – because", " person-never-meet – because"])
def test_a_comment_must_name_a_finding(rest: str) -> None:
    """None at all, or one there is not."""
    found = told(f"others:\n  desk: # check: ignore{rest}\n    name: Desk\n")
    assert found == [("person-never-met", 2), ("ignore-unknown", 2)]


def test_words_of_a_text_are_no_comment() -> None:
    """In a text of several lines a `#` means nothing."""
    assert told("summary: |\n  Write\n  # check: ignore\n  behind it.\n") == [("person-never-met", 13)]
