"""The conditions of `when:`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.conditions import (
    All,
    Any,
    Condition,
    ConditionFault,
    ElapsedIs,
    Fact,
    MoodIs,
    Not,
    PromiseIs,
    Seen,
    Taken,
    parse_condition,
    terms,
)
from game.scenario.times import DAY, HOUR
from tests.effort import examples

A, B, C = Fact("a"), Fact("b"), Fact("c")

GRAMMAR: list[tuple[str, Condition]] = [
    ("notes-read", Fact("notes-read")),
    ("größe_2", Fact("größe_2")),
    ("open callback", PromiseIs("callback", "open")),
    ("kept callback", PromiseIs("callback", "kept")),
    ("broken callback", PromiseIs("callback", "broken")),
    ("taken sixth-call/read-the-notes", Taken("sixth-call/read-the-notes")),
    ("taken hello/12", Taken("hello/12")),
    ("taken hello/silence", Taken("hello/silence")),
    ("seen notes", Seen("notes")),
    ("mood >= 1", MoodIs("customer", ">=", 1)),
    ("mood = +2", MoodIs("customer", "=", 2)),
    ("mood != 0", MoodIs("customer", "!=", 0)),
    ("mood<-1", MoodIs("customer", "<", -1)),
    ("mood of desk <= 3", MoodIs("desk", "<=", 3)),
    ("mood of customer > -3", MoodIs("customer", ">", -3)),
    ("elapsed > 2 days", ElapsedIs(">", 2 * DAY)),
    ("elapsed<=1h", ElapsedIs("<=", HOUR)),
    ("not a", Not(A)),
    ("not not a", Not(Not(A))),
    ("a and b", All((A, B))),
    ("a or b", Any((A, B))),
    ("a and b and c", All((A, B, C))),
    ("a or b and c", Any((A, All((B, C))))),
    ("a and b or c", Any((All((A, B)), C))),
    ("(a or b) and c", All((Any((A, B)), C))),
    ("not a and b", All((Not(A), B))),
    ("not (a and b)", Not(All((A, B)))),
    ("((a))", A),
    ("mood >= 1 and a", All((MoodIs("customer", ">=", 1), A))),
    ("mood >= 1 or a", Any((MoodIs("customer", ">=", 1), A))),
    ("elapsed > 2 h and a", All((ElapsedIs(">", 2 * HOUR), A))),
    ("  a\tand\nb  ", All((A, B))),
    ("android", Fact("android")),
    ("notable or order", Any((Fact("notable"), Fact("order")))),
]


@pytest.mark.parametrize(("text", "condition"), GRAMMAR)
def test_the_language_of_conditions(text: str, condition: Condition) -> None:
    """`or` binds least, then `and`, then `not`; blanks do not matter."""
    assert parse_condition(text, "customer") == condition


def test_a_plain_mood_is_that_of_whom_one_faces() -> None:
    """So a line reads as the trainer means it."""
    assert parse_condition("mood > 0", "desk") == MoodIs("desk", ">", 0)
    assert parse_condition("mood of customer > 0", "desk") == MoodIs("customer", ">", 0)


FAULTS = [
    ("", "empty", ""),
    ("   ", "empty", ""),
    ("a and", "word-expected", ""),
    ("and a", "word-expected", "and"),
    ("a or or b", "word-expected", "or"),
    ("not", "word-expected", ""),
    ("open", "name-expected", ""),
    ("mood of", "name-expected", ""),
    ("()", "word-expected", ")"),
    ("a b", "too-much", "b"),
    ("kept callback today", "too-much", "today"),
    ("(a", "parenthesis", "("),
    ("a)", "parenthesis", ")"),
    ("(a b)", "parenthesis", "("),
    ("mood is 1", "comparison", "is"),
    ("mood == 1", "comparison", "=="),
    ("mood <> 1", "comparison", "<>"),
    ("elapsed 2 h", "comparison", "2 h"),
    ("mood > high", "number", "high"),
    ("mood > 1 h", "number", "1 h"),
    ("mood > 1000", "number", "1000"),
    ("mood > 4", "mood", "4"),
    ("not mood of desk <= -4", "mood", "-4"),
    ("elapsed > 2", "duration", "2"),
    ("elapsed > 2 and a", "duration", "2"),
    ("elapsed > 2 moons", "duration", "2 moons"),
    ("elapsed > long", "duration", "long"),
    ("not " * 40 + "a", "nested", "not"),
    ("(" * 40 + "a" + ")" * 40, "nested", "("),
    ("a & b", "character", "&"),
    ("a, b", "character", ","),
    ("a   ?", "character", "?"),
    ("open not", "reserved", "not"),
    ("seen mood", "reserved", "mood"),
    ("mood of elapsed > 1", "reserved", "elapsed"),
    ("Notes", "name", "Notes"),
    ("notes--read", "name", "notes--read"),
    ("seen Notes", "name", "Notes"),
    ("3", "name", "3"),
    ("taken hello", "choice", "hello"),
    ("taken Hello/1", "choice", "Hello/1"),
    ("taken hello/a/b", "choice", "hello/a/b"),
]


@pytest.mark.parametrize(("text", "reason", "word"), FAULTS)
def test_what_is_no_condition_says_why_and_where(text: str, reason: str, word: str) -> None:
    """The reason, the word it is about, and its place in the text."""
    with pytest.raises(ConditionFault) as caught:
        parse_condition(text, "customer")
    assert (caught.value.reason, caught.value.word) == (reason, word)
    assert text[caught.value.start : caught.value.end].strip() == word.strip()


@examples(300)
@given(
    st.text("ab ()<>=!-/0129_ÄΩ\n")
    | st.lists(st.sampled_from(["a", "not", "and", "or", "(", ")", "mood", ">", "1"])).map(" ".join)
)
def test_any_text_is_a_condition_or_a_fault_in_it(text: str) -> None:
    """Nothing else is ever raised, and the place lies in the text."""
    try:
        found = parse_condition(text, "customer")
    except ConditionFault as fault:
        start, end = fault.start, fault.end
    else:
        assert list(terms(found))
        start, end = 0, len(text)
    assert 0 <= start <= end <= len(text)


def test_terms_are_the_single_questions_from_left_to_right() -> None:
    """Whatever joins them."""
    condition = parse_condition("a and (not b or seen x) and mood > 1", "customer")
    assert list(terms(condition)) == [A, B, Seen("x"), MoodIs("customer", ">", 1)]


def test_a_fault_quotes_what_it_is_about() -> None:
    """For whoever meets it as an exception."""
    with pytest.raises(ConditionFault, match="comparison: is"):
        parse_condition("mood is 1", "customer")
