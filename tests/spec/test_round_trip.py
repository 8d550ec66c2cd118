"""A scenario that was written down is read as it was meant."""

from __future__ import annotations

from random import Random

from hypothesis import given, note
from hypothesis import strategies as st

from game.loader import read_text
from game.scenario.model import Scenario
from game.scenario.revision import canonical, from_canonical, revision
from tests.effort import examples
from tests.handwriting import write_down
from tests.strategies import scenarios

HABITS = frozenset(("listening", "blame"))


@examples(100)
@given(scenarios(), st.integers(0, 2**32))
def test_what_a_trainer_writes_in_any_hand_is_the_same_scenario(scenario: Scenario, hand: int) -> None:
    """Short forms, order of keys and quotation marks make no difference; nor to the revision."""
    text = write_down(scenario, Random(hand))
    note(text)
    reading = read_text(text, "a-case.yaml", HABITS)
    assert not [each for each in reading.diagnostics if each.is_error]
    assert reading.scenario == scenario
    assert revision(reading.scenario) == revision(scenario)


@examples(100)
@given(scenarios())
def test_the_copy_of_a_revision_is_the_scenario(scenario: Scenario) -> None:
    """Canonical JSON holds all of it, and reads back to the same revision."""
    copy = from_canonical(canonical(scenario))
    assert copy == scenario
    assert revision(copy) == revision(scenario)


def test_writing_a_default_out_changes_no_revision() -> None:
    """Nor does a comment, a line ending or a byte order mark; a word does."""
    short = """
title: A case
language: en
channel: phone
you: {name: Lea}
customer: {name: Reto}
scenes:
  here:
    says: Hello.
    choices:
      - say: Hello.
        goto: end
  end:
    says: Bye.
    ending: {outcome: kept, title: The end}
"""
    long = (
        short.replace("channel: phone", "channel: phone\nlevel: 1\nclock: mon 9:00\nstart: here")
        .replace("{name: Reto}", "{name: Reto, mood: 0}")
        .replace("  here:", "  here:\n    with: customer\n    order: shuffled")
        .replace("goto: end", "again: false\n        takes: 0 s\n        respect: +0\n        goto: end")
    )
    revisions = {
        revision(_read(text))
        for text in (short, long, "# A comment\n" + short, short.replace("\n", "\r\n"), "\ufeff" + short)
    }
    assert len(revisions) == 1
    assert revision(_read(short.replace("says: Bye.", "says: Goodbye."))) not in revisions


def _read(text: str) -> Scenario:
    reading = read_text(text, "a-case.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return reading.scenario
