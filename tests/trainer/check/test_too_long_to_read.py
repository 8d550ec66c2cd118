"""Timed scenes, and how long they take a slow reader."""

from __future__ import annotations

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.trainer.check import Case, too_long_to_read
from game.trainer.check.reading_time import seconds_to_read

CASE = """\
title: A case
language: en
channel: phone
you: {name: Lea}
customer: {name: Reto}
scenes:
  first:
    says: Hello.
    choices:
      - {id: a, say: Asked., remember: asked, answer: %ANSWER%, goto: between}
      - {id: b, say: Told., goto: between}
  between:
    says:
      - {who: customer, when: asked, text: %BETWEEN%}
      - And so on.
    goto: timed
  timed:
    says: Now.
    within: %WITHIN% s
    silence: {goto: end}
    choices:
      - {id: c, say: One., goto: end}
      - {id: d, say: Two., when: asked, goto: end}
      - {id: e, say: Two., when: not asked, goto: end}
  end:
    says: Goodbye.
    ending: {outcome: kept, title: The end}
"""
MINUTE = "ten letter" * 86
"""Nearly a minute's reading: 774 letters."""


def told(within: int, answer: str = "Oh.", between: str = "Oh.") -> list[Diagnostic]:
    """What is told of the case."""
    text = CASE.replace("%WITHIN%", str(within)).replace("%ANSWER%", answer).replace("%BETWEEN%", between)
    reading = read_text(text, "a.yaml", frozenset())
    assert reading.diagnostics == ()
    return list(too_long_to_read.check(Case(reading)))


def test_letters_are_counted_without_spaces() -> None:
    """869 a minute in English, 834 in German, and the seconds are rounded up."""
    assert seconds_to_read(["a " * 869], "en") == 60
    assert seconds_to_read(["a", "b" * 869], "en-GB") == 61
    assert seconds_to_read(["ä" * 834], "de-CH") == 60
    assert seconds_to_read([], "fr") == 0


def test_a_language_nobody_measured_is_read_slowly() -> None:
    """As slowly as the slowest of those with vowels and consonants."""
    assert seconds_to_read(["a" * 740], "rm") == seconds_to_read(["a" * 740], "sl") == 60


def test_a_scene_that_can_be_read_is_left_alone() -> None:
    """Some thirty letters take two seconds, and three are left to decide."""
    assert told(5) == []
    assert [finding.values["needed"] for finding in told(4)] == [5]


def test_all_that_is_said_since_the_last_decision_is_read() -> None:
    """The answer to it, and scenes that pass on; with the way to where there is most."""
    (answered,) = told(30, answer=MINUTE)
    assert answered.values == {"needed": 59, "within": 30, "enough": 60}
    assert answered.witness == ("first/a",)
    (between,) = told(30, between=MINUTE)
    assert between.values == answered.values


def test_it_is_told_at_the_time() -> None:
    """Which is what one changes first."""
    (found,) = told(4)
    assert (found.span.line, found.span.column, found.severity) == (19, 13, "warning")


def test_a_case_that_opens_timed_is_read_from_its_first_word() -> None:
    """There is no way there yet."""
    text = CASE.replace("%WITHIN%", "2").replace("%ANSWER%", "Oh.").replace("%BETWEEN%", "Oh.")
    reading = read_text(text.replace("scenes:\n", "start: timed\nscenes:\n", 1), "a.yaml", frozenset())
    (found,) = too_long_to_read.check(Case(reading))
    assert found.witness == ()
