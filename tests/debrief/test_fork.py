"""What decided an ending, and what the others would have needed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief.fork import Fork, Need, OtherEnding, fork
from game.debrief.needs import need_words, wanting_words
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.rules import choices, play, start
from game.session.state import Stop
from tests.cases import book, choice, ending, promise, scene, steps
from tests.strategies import scenarios


def _case(goto: Any, **scenes: Any) -> Any:
    """A promise that can be made and kept, a mood that can rise, and then the ways to three endings."""
    return book(
        call=promise(within="1 h"),
        one=scene(choice("promise", "two", promise="call", mood=2), choice("refuse", "two", mood=-2)),
        two=scene(choice("keep", "verdict", keep="call", remember="came"), choice("drop", "verdict")),
        verdict=scene(goto=goto),
        good=ending("delighted"),
        fair=ending("kept"),
        poor=ending("lost"),
        **scenes,
    )


_WAYS = [("mood >= 2 and kept call", "good"), ("mood >= 0", "fair"), "poor"]


def test_the_ending_tells_what_led_to_it() -> None:
    """Each part of the condition that held."""
    playbook = _case(_WAYS)
    found = fork(playbook, steps(playbook, "one/promise", "two/keep")[-1])
    assert found == Fork(
        (Need("mood", "Reto", comparison=">=", value=2, is_met=True), Need("kept", "I will.", is_met=True)), ()
    )


def test_the_endings_that_were_missed_tell_what_they_would_have_needed() -> None:
    """And which of it the play had; the ending for all who missed the others has no reason of its own."""
    playbook = _case(_WAYS)
    found = fork(playbook, steps(playbook, "one/refuse", "two/keep")[-1])
    happy = Need("mood", "Reto", comparison=">=", value=2, is_met=False)
    calm = Need("mood", "Reto", comparison=">=", value=0, is_met=False)
    assert found == Fork(
        (),
        (
            OtherEnding("The end", "delighted", (happy, Need("kept", "I will.", is_met=False))),
            OtherEnding("The end", "kept", (calm,)),
        ),
    )


def test_what_an_ending_broke_is_not_held_against_what_was_before() -> None:
    """The promise was open when the ways parted, and broke at the ending."""
    playbook = _case([("open call", "good"), "poor"])
    found = fork(playbook, steps(playbook, "one/promise", "two/drop")[-1])
    assert found == Fork((Need("open", "I will.", is_met=None),), ())


@pytest.mark.parametrize(
    ("condition", "need"),
    [
        ("not kept call", Need("kept", "I will.", is_not=True)),
        ("taken two/keep", Need("chosen", "I keep.")),
        ("came", Need("chosen", "I keep.")),
        ("not came", Need("chosen", "I keep.", is_not=True)),
        ("not mood > 1", Need("mood", "Reto", comparison="<=", value=1)),
        ("elapsed > 2 h", Need("elapsed", comparison=">", value=7200)),
        (
            "taken one/refuse or came",
            Need("any", parts=(Need("chosen", "I refuse."), Need("chosen", "I keep."))),
        ),
    ],
)
def test_every_condition_is_told_in_the_authors_words(condition: str, need: Need) -> None:
    """By promises, choices and people; never by the names of facts."""
    playbook = _case([(condition, "good"), "poor"])
    found = fork(playbook, steps(playbook, "one/promise", "two/drop")[-1])
    assert found is not None
    told = found.reasons or found.missed[0].needs
    assert [msgspec.structs.replace(each, is_met=None) for each in told] == [need]


def test_a_scene_without_a_title_has_no_words() -> None:
    """Nothing is said of what nobody could make sense of."""
    playbook = _case([("seen one", "good"), "poor"])
    assert fork(playbook, steps(playbook, "one/promise", "two/drop")[-1]) is None


def test_where_nothing_parts_nothing_is_told() -> None:
    """One way to one ending; or two ways to the same, of which nobody knows which was taken."""
    playbook = _case([("came", "poor"), "poor"])
    assert fork(playbook, steps(playbook, "one/promise", "two/drop")[-1]) is None
    playbook = book(one=scene(choice("on", "end")), end=ending())
    assert fork(playbook, steps(playbook, "one/on")[-1]) is None


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Need("mood", "Reto", comparison=">=", value=3), "Reto could not be happier"),
        (Need("mood", "Reto", comparison=">", value=0), "Reto is pleased, or happier"),
        (Need("mood", "Reto", comparison="<", value=-1), "Reto is annoyed, or less happy"),
        (Need("mood", "Reto", comparison="=", value=0), "Reto is calm"),
        (Need("mood", "Reto", comparison="!=", value=0), "Reto is not calm"),
        (Need("kept", "I call."), "You kept: I call."),
        (Need("broken", "I call.", is_not=True), "You did not break: I call."),
        (Need("open", "I call.", is_not=True), "No longer open: I call."),
        (Need("chosen", "Sit down."), "You chose: Sit down."),
        (Need("seen", "At noon", is_not=True), "You did not come through: At noon"),
        (Need("elapsed", comparison=">", value=7200), "At least 2 hours have passed"),
        (Need("elapsed", comparison="<", value=7200), "At most 2 hours have passed"),
        (Need("any", parts=(Need("kept", "A."), Need("kept", "B."))), "One of these: You kept: A.; You kept: B."),
    ],
)
def test_needs_are_lines_of_a_list(need: Need, words: str) -> None:
    """Short, and in whole words."""
    assert need_words(need) == words


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Need("mood", "Reto", comparison=">=", value=3), "Reto would have had to be as happy as can be"),
        (Need("mood", "Reto", comparison=">", value=0), "Reto would have had to be pleased, or happier"),
        (Need("mood", "Reto", comparison="<", value=-1), "Reto would have had to be annoyed, or less happy"),
        (Need("mood", "Reto", comparison="=", value=0), "Reto would have had to be calm"),
        (Need("mood", "Reto", comparison="!=", value=0), "Reto should not have been calm"),
        (Need("kept", "I call."), "You would have had to keep: I call."),
        (Need("broken", "I call.", is_not=True), "You should not have broken: I call."),
        (Need("open", "I call."), "This promise would have had to be open still: I call."),
        (Need("chosen", "Sit down."), "You would have had to choose: Sit down."),
        (Need("chosen", "Sit down.", is_not=True), "You should not have chosen: Sit down."),
        (Need("seen", "At noon"), "You would have had to come through: At noon"),
        (Need("elapsed", comparison="<", value=7200), "At most 2 hours have passed"),
        (
            Need("any", parts=(Need("kept", "A."), Need("kept", "B."))),
            "Any one of these would have done: You kept: A.; You kept: B.",
        ),
    ],
)
def test_what_was_missing_is_told_as_what_was_not(need: Need, words: str) -> None:
    """Nobody can take it for what they did."""
    assert wanting_words(need) == words


def test_that_a_fact_does_not_hold_is_said_of_the_choice_that_set_it() -> None:
    """Not of all the others that would have; of a fact that can be forgotten nothing is said."""

    def case(**also: Any) -> Any:
        return book(
            one=scene(
                choice("sign", "verdict", remember="bound"), choice("nod", "verdict", remember="bound"), *also.values()
            ),
            verdict=scene(goto=[("not bound", "good"), "poor"]),
            good=ending("delighted"),
            poor=ending("lost"),
        )

    playbook = case(leave=choice("leave", "verdict"))
    signed = Need("chosen", "I sign.", is_not=True, is_met=False)
    assert fork(playbook, steps(playbook, "one/sign")[-1]) == Fork(
        (), (OtherEnding("The end", "delighted", (signed,)),)
    )
    assert fork(playbook, steps(playbook, "one/leave")[-1]) is None
    playbook = case(undo=choice("undo", "one", forget="bound"))
    assert fork(playbook, steps(playbook, "one/sign")[-1]) is None


def test_of_two_chapters_with_one_heading_nothing_is_said() -> None:
    """Nobody could tell which was meant."""
    playbook = book(
        one=scene(choice("go", "aside"), heading="Monday"),
        aside=scene(choice("on", "verdict"), heading="Monday"),
        verdict=scene(goto=[("not seen aside", "good"), "poor"]),
        good=ending("delighted"),
        poor=ending("lost"),
    )
    assert fork(playbook, steps(playbook, "one/go", "aside/on")[-1]) is None


def test_worse_endings_were_not_missed() -> None:
    """Who came to a good one is not told what a worse one would have needed."""
    playbook = _case([("not came", "poor"), ("mood <= -1", "fair"), "good"])
    assert fork(playbook, steps(playbook, "one/promise", "two/keep")[-1]) is None


@settings(max_examples=50, deadline=None)
@given(scenarios(), st.lists(st.integers(0, 7), min_size=1, max_size=10))
def test_what_is_said_to_be_met_agrees_with_the_way_that_was_taken(scenario: Scenario, picks: list[int]) -> None:
    """All reasons are met; of an ending that was missed something is not, where all of it has words."""
    playbook = compile_scenario(scenario)
    step = start(playbook)
    for pick in picks:
        names = choices(playbook, step.after) if step.stop is None else ()
        if not names:
            break
        step = play(playbook, step.after, names[pick % len(names)])
    found = fork(playbook, step) if step.stop is Stop.ENDED else None
    if found is not None:
        assert all(need.is_met is not False for need in found.reasons)
        assert all(need_words(need) for need in found.reasons)
