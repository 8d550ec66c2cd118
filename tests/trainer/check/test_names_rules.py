"""The rules for names, beyond the examples of their pages."""

from __future__ import annotations

from game.loader import read_text
from game.trainer.check import examine
from tests.diagnostics.pages import completed
from tests.loader.told import marked


def told(part: str, code: str) -> list[str]:
    """The words marked by the findings of a code."""
    reading = read_text(completed(part), "part.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return [marked(reading.source, finding.span) for finding in examine(reading) if finding.code == code]


CHOICE = "scenes:\n  hello:\n    says: Hi.\n    choices:\n      - id: a\n        say: A.\n"


def test_a_fact_is_told_once_where_it_is_first_remembered() -> None:
    """However often it is."""
    case = CHOICE + "        remember: [one, two]\n        goto: bye\n      - id: b\n        say: B.\n"
    assert told(case + "        remember: one\n        goto: bye\n", "fact-never-asked") == ["one", "two"]


def test_a_silence_remembers_too() -> None:
    """It has effects like a choice."""
    case = CHOICE + "        goto: bye\n    within: 30 s\n    silence:\n      remember: slow\n      goto: bye\n"
    assert told(case, "fact-never-asked") == ["slow"]


def test_the_near_word_is_offered() -> None:
    """A fact that is set and one that is asked for, a letter apart."""
    case = CHOICE + "        remember: listened\n        forget: listend\n        goto:\n"
    reading = read_text(completed(case + "          - when: listend\n            to: bye\n          - bye\n"), "a.yaml")
    hints = {finding.code: finding.hint for finding in examine(reading)}
    assert "`listend`" in hints["fact-never-asked"]
    assert "`listened`" in hints["fact-never-set"]


def test_a_promise_that_is_called_off_needs_no_keeping() -> None:
    """Telling in good time is a way to follow through."""
    case = "promises:\n  call:\n    text: You call.\n    within: 1 h\n" + CHOICE + "        promise: call\n"
    assert told(case + "        goto: bye\n", "promise-never-kept") == ["call"]
    released = "        goto: next\n  next:\n    says: Hm.\n    choices:\n      - id: off\n        say: I cannot.\n"
    assert told(case + released + "        release: call\n        goto: bye\n", "promise-never-kept") == []


def test_a_mood_that_is_asked_for_is_a_person_met() -> None:
    """Somebody may matter without a word."""
    case = "others:\n  boss:\n    name: Boss\n" + CHOICE + "        mood: {boss: -1}\n        goto:\n"
    assert (
        told(case + "          - when: mood of boss < 0\n            to: bye\n          - bye\n", "person-never-met")
        == []
    )
    assert told(case + "          - bye\n", "person-never-met") == ["boss"]


def test_names_are_alike_in_their_letters() -> None:
    """How words are joined and accents do not tell names apart; other letters do."""
    case = CHOICE + "        remember: [straße, strasse, uber, über, call-back, callback, over]\n        goto: bye\n"
    assert told(case, "names-alike") == ["strasse", "über", "callback"]
