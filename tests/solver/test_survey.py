"""What a survey tells of small cases, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.solver import Asked, Fate, Fault, Pit, TooManyStates, hearing, survey
from tests.cases import book, choice, ending, line, promise, scene, silence
from tests.effort import examples
from tests.strategies import scenarios


def test_a_condition_is_told_by_its_place_in_the_file() -> None:
    """Of choices, ways and lines; with the shortest way to where it is asked, and both answers."""
    found = survey(
        book(
            here=scene(
                choice("a", [("mood > 0", "end"), ("mood <= 0", "there"), "end"], remember="a"), choice("b", "there")
            ),
            there=scene(
                choice("c", "end", when="a"),
                says=[line("Hm."), line("Ah.", "a"), line("Oh.", "not seen here")],
                goto="end",
            ),
            end=ending(),
        )
    )
    assert found.conditions == {
        ("scenes", "here", "choices", 0, "goto", 0, "when"): Asked(("here/a",), held=False, failed=True),
        ("scenes", "here", "choices", 0, "goto", 1, "when"): Asked(("here/a",), held=True, failed=False),
        ("scenes", "there", "says", 1, "when"): Asked(("here/a",), held=True, failed=True),
        ("scenes", "there", "says", 2, "when"): Asked(("here/a",), held=False, failed=True),
        ("scenes", "there", "choices", 0, "when"): Asked(("here/a",), held=True, failed=True),
    }


def test_a_condition_nobody_asks_is_not_told() -> None:
    """A way after one that always fits, and what stands in a scene out of reach."""
    found = survey(
        book(
            here=scene(choice("go", [("mood = 0", "end"), ("mood > 0", "apart"), "end"])),
            apart=scene(says=[line("Hm.", "mood > 0")], goto="end"),
            end=ending(),
        )
    )
    assert list(found.conditions) == [("scenes", "here", "choices", 0, "goto", 0, "when")]


def test_an_answer_sees_what_its_choice_did() -> None:
    """It forgets, and then the line is asked for it."""
    found = survey(
        book(
            here=scene(
                choice("a", "there", remember="a"),
                choice("b", "there", remember="a b"),
            ),
            there=scene(choice("c", "end", forget="a", answer=(line("Hm.", "a"), line("Ah.", "b")))),
            end=ending(),
        )
    )
    path = ("scenes", "there", "choices", 0, "answer")
    way = ("here/a", "there/c")
    assert found.conditions[*path, 0, "when"] == Asked(way, held=False, failed=True)
    assert found.conditions[*path, 1, "when"] == Asked(way, held=True, failed=True)


def test_lines_that_ask_for_much_are_answered_all_the_same() -> None:
    """More marks than are followed beside the states."""
    names = [f"f{number}" for number in range(hearing.MOST_MARKS + 1)]
    scenes = {
        f"s{number}": scene(choice("yes", f"s{number + 1}", remember=name), choice("no", f"s{number + 1}"))
        for number, name in enumerate(names)
    }
    last = f"s{len(names)}"
    says = [line("All.", " and ".join(names)), line("None.", f"not ({' or '.join(names)}) and mood > 0")]
    found = survey(book(**scenes, **{last: scene(says=says, goto="end")}, end=ending()))
    assert (found.conditions["scenes", last, "says", 0, "when"][1:]) == (True, True)
    assert (found.conditions["scenes", last, "says", 1, "when"][1:]) == (False, True)


@examples(100)
@given(scenarios())
def test_what_is_followed_beside_the_states_is_what_the_states_would_tell(scenario: Scenario) -> None:
    """Whether or not states are told apart by what lines ask, the conditions answer the same."""
    playbook = compile_scenario(scenario)
    beside = survey(playbook)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hearing, "MOST_MARKS", 0)
        within = survey(playbook)
    assert beside.conditions == within.conditions
    assert beside.solution.best == within.solution.best
    assert beside.solution.states <= within.solution.states


def test_a_promise_has_a_shortest_way_to_each_fate() -> None:
    """None to what never becomes of it."""
    found = survey(
        book(
            here=scene(choice("vow", "there", promise="call")),
            there=scene(choice("keep", "end", keep="call"), choice("rest", "late")),
            late=scene(choice("off", "end", release="call"), later="30 min"),
            end=ending(),
            call=promise(within="1 h"),
            other=promise(within="1 h"),
        )
    )
    assert found.promises == {
        "call": Fate(("here/vow",), ("here/vow", "there/keep"), None, ("here/vow", "there/rest", "late/off")),
        "other": Fate(None, None, None, None),
    }


def test_a_scene_has_a_shortest_way_whether_it_is_passed_or_stood_in() -> None:
    """The opening's need no decision."""
    found = survey(
        book(
            here=scene(goto="hub"),
            hub=scene(choice("pass", "passing"), choice("stand", "between")),
            between=scene(choice("on", "passing", remember="key")),
            passing=scene(choice("stop", "end", when="key"), goto="end"),
            apart=scene(goto="end"),
            end=ending(),
        )
    )
    ways = {name: found.way_to(name) for name in ("here", "hub", "passing", "end", "apart")}
    assert ways == {"here": (), "hub": (), "passing": ("hub/pass",), "end": ("hub/pass",), "apart": None}


def test_a_moment_just_passed_is_waited_for_nearly_a_week() -> None:
    """Met to the minute it is no wait; a wait of six days is none that is told."""
    parts = {
        "here": scene(choice("quick", "then"), choice("slow", "then", takes="1 min")),
        "then": scene(choice("on", "sunday"), at="Monday 09:00"),
        "sunday": scene(goto="end", at="Sunday 09:00"),
        "end": ending(),
    }
    assert survey(book(**parts)).waits == {"then": ("here/slow",)}


def test_a_promise_by_a_moment_just_passed_is_due_nearly_a_week_later() -> None:
    """Made to the minute it is due at once; one that is within a week is meant so."""
    parts = {
        "here": scene(choice("quick", "then"), choice("slow", "then", takes="1 min")),
        "then": scene(choice("vow", "end", promise="call visit write")),
        "end": ending(),
        "call": promise(by="Monday 09:00"),
        "visit": promise(by="Sunday 09:00"),
        "write": promise(within="1 week"),
    }
    assert survey(book(**parts)).far == {"call": ("here/slow", "then/vow")}


def test_a_best_play_may_break_a_promise() -> None:
    """The way ends with the decision that breaks it."""
    found = survey(
        book(
            here=scene(choice("vow", "there", promise="call", respect=2), choice("pass", "there")),
            there=scene(choice("go", "end")),
            end=ending(),
            call=promise(within="1 h", broken={"follow_through": -1}),
        )
    )
    assert found.best_breaks == {"call": ("here/vow", "there/go")}


def test_a_best_play_may_need_a_silence() -> None:
    """Where one is as good without, it does not."""

    def timed(points: int) -> tuple[str, ...] | None:
        here = scene(choice("talk", "end", respect=points), within="30 s", silence=silence("end"))
        return survey(book(here=here, end=ending())).best_silence

    assert timed(-1) == ("here/silence",)
    assert timed(0) is None
    assert survey(book(here=scene(goto="end"), end=ending())).best_silence is None


def test_a_fault_pays_where_what_follows_makes_up_for_it() -> None:
    """By how much more, and beside which other choice; a fault among faults is none."""

    def faults(cost: int, other: int) -> tuple[Fault, ...]:
        here = scene(choice("mock", "sorry", respect=-cost), choice("hear", "end", respect=other))
        sorry = scene(choice("recover", "end", respect=2))
        return survey(book(here=here, sorry=sorry, end=ending())).faults

    assert faults(1, 0) == (Fault("here/mock", "here/hear", (), cost=1, gain=1),)
    assert faults(2, 0) == (Fault("here/mock", "here/hear", (), cost=2, gain=0),)
    assert faults(3, 0) == ()
    assert faults(1, -1) == ()


def test_a_pit_is_told_with_where_a_play_is_bound_to_it() -> None:
    """The way ends at the first scene without a way out, though the circle lies deeper."""
    found = survey(
        book(
            here=scene(choice("down", "hall"), choice("out", "end")),
            hall=scene(choice("on", "a")),
            a=scene(choice("b", "b", again=True)),
            b=scene(choice("a", "a", again=True)),
            end=ending(),
        )
    )
    assert found.pits == (Pit(("a", "b"), "hall", ("here/down",)),)


def test_decisions_are_told_with_what_they_give_away() -> None:
    """The choices in the file's order, the silence last."""
    found = survey(
        book(
            here=scene(
                choice("good", "end", respect=1),
                choice("lost", "nowhere"),
                within="30 s",
                silence=silence("end", respect=-1),
            ),
            nowhere=scene(),
            end=ending(),
        )
    )
    (decision,) = found.decisions()
    told = [(offer.move.name, offer.points.total, offer.regret) for offer in decision.offers]
    assert told == [("here/good", 1, 0), ("here/lost", 0, None), ("here/silence", -1, 2)]
    assert (decision.number, decision.scene) == (0, "here")


def test_too_many_states_are_refused() -> None:
    """Nothing is said rather than something approximate."""
    playbook = book(here=scene(choice("a", "there"), choice("b", "end")), there=scene(choice("c", "end")), end=ending())
    with pytest.raises(TooManyStates):
        survey(playbook, limit=1)
