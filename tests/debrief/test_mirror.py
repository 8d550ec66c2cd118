from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief import FEELINGS, Mirror, closeness, mirror, review, steps_apart
from game.debrief.debrief import Feeling
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.events import MoodChanged
from game.session.journal import Decision, Head, Journal, Record
from game.session.replay import replay
from game.session.rules import choices, play, start
from game.session.telling import tell
from game.session.view import Chosen, Heading, Said, Unanswered
from tests.debrief.plays import GOOD, LATE, callback, journal
from tests.strategies import scenarios


def mirrored(*names: str | int) -> Mirror:
    """The mirror of a play of the small case."""
    return mirror(callback()[0], journal(*names))


def test_each_sentence_meets_the_person_it_was_said_to() -> None:
    """With the mood they were in, and the one they answer in."""
    turns = mirrored(*GOOD).turns
    assert [turn.words for turn in turns[:2]] == ["Look into the notes.", "Tell me all of it."]
    assert [turn.is_spoken for turn in turns[:2]] == [False, True]
    facing = turns[1].facing
    assert (facing.key, facing.name, facing.mood) == ("customer", "Reto Brunner", -1)
    assert turns[1].mood == 0
    assert turns[1].feels == (Feeling("Reto Brunner", "At last."), Feeling("Network desk", "More work."))


def test_a_silence_has_no_words() -> None:
    """And is felt all the same."""
    turn = mirrored(*LATE).turns[0]
    assert (turn.words, turn.is_spoken, turn.mood) == ("", False, -2)
    assert turn.feels == (Feeling("Reto Brunner", "Is anybody there?"),)
    assert [type(entry) for entry in turn.before] == [Heading, Said, Said]


def test_what_a_broken_promise_makes_them_think_is_told_with_the_turn() -> None:
    """The promise broke before they answered, or by what came next: it is told once."""
    turns = mirrored(*LATE).turns
    told = [feeling.words for turn in turns for feeling in (*turn.feels, *turn.later)]
    assert told.count("As always.") == 1


def test_what_was_taken_back_is_not_shown() -> None:
    """The mirror shows the play that stands."""
    assert [turn.words for turn in mirrored("call/shrug", 0, "call/listen").turns] == ["Tell me all of it."]


def test_a_play_that_was_left_has_no_ending() -> None:
    """One that came to its end has it, after the last sentence."""
    assert mirrored("call/listen").ending is None
    ending = mirrored(*GOOD).ending
    assert ending is not None
    assert ending.title == "He stays"


@given(scenarios(), st.data())
def test_nothing_of_the_talk_is_lost_or_told_twice(scenario: Scenario, data: st.DataObject) -> None:
    """Put together again, the turns are the conversation; the moods are the play's own."""
    book = compile_scenario(scenario)
    steps, records = [start(book)], list[Record]()
    while len(records) < 8 and (offered := choices(book, steps[-1].after)) and steps[-1].stop is None:
        choice = data.draw(st.sampled_from(offered))
        records.append(Decision(choice, 0))
        steps.append(play(book, steps[-1].after, choice))
    head = Head(scenario="made-up", revision=book.revision, seed=1, mode="practice", started="")
    found = mirror(book, Journal(head, tuple(records)))
    entries = list(tell(book, replay(book, records).steps))
    said = [entry for entry in entries if isinstance(entry, Chosen | Unanswered)]
    together = [entry for turn, own in zip(found.turns, said, strict=True) for entry in (*turn.before, own)]
    assert [*together, *found.after] == entries
    for turn, (before, after) in zip(found.turns, pairwise(steps), strict=True):
        person = book.people.index(turn.facing.key)
        assert turn.facing.mood == before.after.moods[person]
        changes = [event for event in after.events if isinstance(event, MoodChanged)]
        moved = [event.after for event in changes if event.person == turn.facing.key]
        assert turn.mood in (turn.facing.mood, *moved)
    reviewed = review(book, None, Journal(head, tuple(records)))
    felt = [feeling for each in reviewed.decisions for came in each.consequences for feeling in came.feels]
    assert [feeling for turn in found.turns for feeling in (*turn.feels, *turn.later)] == felt


@pytest.mark.parametrize(
    ("guesses", "close"),
    [
        ([(0, 0)], 100),
        ([(2, 3)], 100),
        ([(-3, -2)], 67),
        ([(-1, 1)], 33),
        ([(-3, 3)], 0),
        ([(0, 0), (-3, 0)], 50),
        ([(0, 0), (0, 0), (1, 2)], 89),
    ],
)
def test_closeness_falls_by_a_third_a_step(guesses: list[tuple[int, int]], close: int) -> None:
    """The same face is 100, its neighbour 67, the next 33, and beyond it nothing; the mean of all, rounded."""
    assert closeness(guesses) == close


@given(st.lists(st.tuples(st.sampled_from(FEELINGS), st.integers(-3, 3)), min_size=1))
def test_closeness_is_full_only_where_every_face_was_guessed(guesses: list[tuple[int, int]]) -> None:
    """And 0 only where none came near; a better guess never lowers it."""
    close = closeness(guesses)
    assert 0 <= close <= 100
    if all(steps_apart(*pair) == 0 for pair in guesses):
        assert close == 100
    better = [(mood if place == 0 else guess, mood) for place, (guess, mood) in enumerate(guesses)]
    assert closeness(better) >= close
