"""What is found of all plays: numbers worked out by hand, and shapes that are hard on a solver."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.loader import read_file
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import play, start
from game.solver import EndingReach, TooManyStates, Totals, Witness, solve
from tests.cases import book, choice, ending, promise, scene, silence, steps

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def read(name: str) -> Playbook:
    """A case of the benchmarks."""
    scenario = read_file(BENCHMARKS / name).scenario
    assert scenario is not None
    return compile_scenario(scenario)


def test_best_and_worst_are_taken_each_by_itself() -> None:
    """The play with the most respect need not be the one with the highest total."""
    found = solve(
        book(
            here=scene(
                choice("a", "end", respect=3, proactivity=-2, follow_through=-3),
                choice("b", "end", respect=-1, proactivity=1, follow_through=1),
                choice("c", "end"),
            ),
            end=ending(),
        )
    )
    assert (found.best, found.worst) == (Totals(3, 1, 1, 1), Totals(-1, -2, -3, -2))
    assert (found.plays, found.endings) == (3, {"end": EndingReach("kept", is_reachable=True, best=1, worst=-2)})


def test_the_hub_has_the_numbers_that_follow_from_its_topics() -> None:
    """Each topic once in any order; the promise is worth +2 kept in two hours and -2 broken.

    At best all six good topics, and the promise, kept at the price of one point: 6 + 2 - 1. At worst all six bad
    ones, and the promise, made for one point and broken: -6 + 1 - 2.
    """
    found = solve(read("hub.yaml"))
    assert found.best == Totals(respect=2, proactivity=2, follow_through=4, total=7)
    assert found.worst == Totals(respect=-2, proactivity=-2, follow_through=-4, total=-7)
    assert (found.dead_ends, found.rings, found.traps) == ((), (), ())
    assert (found.unreachable_scenes, found.unreachable_choices) == ((), ())


def test_without_an_ending_that_is_reached_there_is_no_best_and_no_worst() -> None:
    """No number is better than a wrong one."""
    found = solve(book(here=scene(choice("go", "there")), there=scene(), end=ending("lost")))
    assert (found.best, found.worst, found.plays) == (None, None, 0)
    assert found.endings == {"end": EndingReach("lost", is_reachable=False, best=None, worst=None)}
    assert found.unreachable_scenes == ("end",)


def test_a_case_without_a_decision_has_one_play() -> None:
    """It opens, passes on and ends."""
    found = solve(book(here=scene(goto="end"), end=ending()))
    assert (found.plays, found.states, found.best) == (1, 1, Totals(0, 0, 0, 0))
    assert found.unreachable_scenes == ()


def test_plays_are_endless_where_a_loop_leads_to_an_ending() -> None:
    """The loop can be walked any number of times, and is worth nothing however often."""
    found = solve(book(hub=scene(choice("ever", "hub", again=True, respect=2), choice("go", "end")), end=ending()))
    assert (found.plays, found.best, found.worst) == (None, Totals(2, 0, 0, 2), Totals(0, 0, 0, 0))


def test_a_loop_that_leads_to_no_ending_leaves_the_number_of_plays_alone() -> None:
    """There is one complete play, and a trap beside it."""
    found = solve(
        book(
            here=scene(choice("go", "end"), choice("stay", "pit")),
            pit=scene(choice("ever", "pit", again=True)),
            end=ending(),
        )
    )
    assert (found.plays, found.traps) == (1, (Witness("pit", ("here/stay",)),))


def test_two_loops_side_by_side_are_one_loop_more() -> None:
    """Points on the way from one to the other count once."""
    found = solve(
        book(
            a=scene(choice("round", "a", again=True, mood=1), choice("over", "b", respect=1)),
            b=scene(choice("round", "b", again=True, mood=-1), choice("back", "a", proactivity=2), choice("go", "end")),
            end=ending(),
        )
    )
    assert (found.plays, found.best, found.worst) == (None, Totals(1, 0, 0, 1), Totals(1, 0, 0, 1))
    assert [each.scene for each in found.dead_ends] == []


def test_what_no_play_takes_is_told() -> None:
    """Choices that are never on offer, silences of scenes never entered, and the scenes themselves."""
    found = solve(
        book(
            here=scene(choice("go", "passing"), choice("never", "end", when="mood > 3")),
            passing=scene(goto="end"),
            apart=scene(choice("a", "end"), within="30 s", silence=silence("end")),
            end=ending(),
        )
    )
    assert found.unreachable_scenes == ("apart",)
    assert found.unreachable_choices == ("here/never", "apart/a", "apart/silence")


def test_a_dead_end_is_shown_by_a_shortest_way() -> None:
    """One way a scene, though there are many; the opening itself may be one."""
    found = solve(
        book(
            here=scene(choice("far", "between"), choice("near", "nowhere"), choice("go", "end")),
            between=scene(choice("on", "nowhere")),
            nowhere=scene(),
            end=ending(),
        )
    )
    assert found.dead_ends == (Witness("nowhere", ("here/near",)),)
    assert solve(book(here=scene(), end=ending())).dead_ends == (Witness("here", ()),)


def test_a_scene_is_a_trap_where_its_choices_only_lead_to_dead_ends_and_rings() -> None:
    """The choices are on offer, and none of them saves the play."""
    found = solve(
        book(
            here=scene(choice("go", "pit"), choice("out", "end")),
            pit=scene(choice("dead", "nowhere"), choice("ring", "a")),
            nowhere=scene(),
            a=scene(goto="b"),
            b=scene(goto="a"),
            end=ending(),
        )
    )
    assert found.traps == (Witness("pit", ("here/go",)),)
    assert found.dead_ends == (Witness("nowhere", ("here/go", "pit/dead")),)
    assert found.rings == (Witness("a", ("here/go", "pit/ring")),)


def test_a_ring_is_told_once_by_the_first_of_its_scenes_that_is_entered() -> None:
    """However many ways lead into it, and wherever they enter; scenes on the way do not belong to it."""
    found = solve(
        book(
            here=scene(choice("way", "way"), choice("b", "b"), choice("a", "a"), choice("own", "own")),
            way=scene(goto="b"),
            a=scene(goto="b"),
            b=scene(goto="a"),
            own=scene(goto="own"),
        )
    )
    assert found.rings == (Witness("b", ("here/way",)), Witness("own", ("here/own",)))


def test_a_ring_that_changes_in_its_first_round_is_named_by_where_it_is_entered() -> None:
    """The promise breaks half-way round, so that the circle closes at the second of its scenes."""
    found = solve(
        book(
            here=scene(choice("vow", "a", promise="call"), choice("plain", "b")),
            a=scene(goto=[("mood > 0", "end"), "b"], later="1 h"),
            b=scene(goto=[("kept call or broken call and mood > 0", "end"), "a"], later="1 h"),
            end=ending(),
            call=promise(within="1 h", broken={"mood": {"customer": -1}}),
        )
    )
    assert found.rings == (Witness("a", ("here/vow",)),)


def test_rings_that_share_a_scene_are_two() -> None:
    """Which of them it is depends on what was decided before."""
    found = solve(
        book(
            here=scene(choice("left", "mid", remember="left"), choice("right", "mid")),
            mid=scene(goto=[("left", "a"), "b"]),
            a=scene(goto="mid"),
            b=scene(goto="mid"),
        )
    )
    assert found.rings == (Witness("mid", ("here/left",)), Witness("mid", ("here/right",)))


def test_the_value_of_a_state_is_the_best_that_can_still_come() -> None:
    """Promises that must break are in it; into a trap it is None, after the ending nothing."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call"), choice("pit", "pit")),
        there=scene(choice("talk", "then", takes="2 h", respect=2), choice("hurry", "then", respect=1)),
        then=scene(choice("call", "end", keep="call")),
        pit=scene(choice("on", "nowhere")),
        nowhere=scene(),
        end=ending(),
        call=promise(within="1 h", kept={"follow_through": 2}, broken={"follow_through": -3}),
    )
    found = solve(playbook)
    values = [found.value(step.after) for step in steps(playbook, "here/vow", "there/talk", "then/call")]
    assert values == [3, 3, 0, 0]
    trapped = [found.value(step.after) for step in steps(playbook, "here/pit", "pit/on")]
    assert trapped == [3, None, None]


def test_a_state_no_play_reaches_has_no_value() -> None:
    """Whoever asks for one has taken it from another case."""
    playbook = book(
        here=scene(choice("go", "there")),
        there=scene(choice("end", "end")),
        apart=scene(choice("x", "end")),
        end=ending(),
    )
    found = solve(playbook)
    with pytest.raises(KeyError):
        found.value(start(playbook).after._replace(scene=2))


def test_more_states_than_the_limit_are_refused_and_never_approximated() -> None:
    """At the limit it is exact; one less, and there is only the number that was too many."""
    playbook = read("hub.yaml")
    states = solve(playbook).states
    assert solve(playbook, limit=states).states == states
    with pytest.raises(TooManyStates, match=f"more than {states - 1:,} states") as refused:
        solve(playbook, limit=states - 1)
    assert refused.value.limit == states - 1


def test_a_case_may_be_longer_than_pythons_stack() -> None:
    """Two thousand decisions in a row, and two thousand scenes passed in one."""
    count = 2_000
    decided = {f"s{n}": scene(choice("on", f"s{n + 1}", respect=1)) for n in range(count)}
    found = solve(book(**decided, **{f"s{count}": ending()}))
    assert (found.plays, found.states, found.best) == (1, count + 1, Totals(count, 0, 0, count))
    passed = {f"s{n}": scene(goto=f"s{n + 1}") for n in range(count)}
    found = solve(book(here=scene(choice("go", "s0", respect=1)), **passed, **{f"s{count}": scene()}))
    assert found.dead_ends == (Witness(f"s{count}", ("here/go",)),)
    assert found.unreachable_scenes == ()


def test_a_loop_may_be_longer_than_pythons_stack() -> None:
    """Two thousand scenes in a circle, each with its way out."""
    count = 2_000
    circle = {
        f"s{n}": scene(choice("on", f"s{(n + 1) % count}", again=True), choice("out", "end", respect=n % 3))
        for n in range(count)
    }
    found = solve(book(**circle, end=ending()))
    assert (found.plays, found.best, found.worst) == (None, Totals(2, 0, 0, 2), Totals(0, 0, 0, 0))


def test_a_loop_that_takes_time_comes_to_an_end_where_nothing_asks_for_the_time() -> None:
    """Minute by minute up to the last question; then all later times are one."""
    asked = book(
        hub=scene(
            choice("wait", "hub", again=True, takes="1 min"), choice("go", [("elapsed > 1 day", "late"), "soon"])
        ),
        soon=ending(),
        late=ending(),
    )
    found = solve(asked)
    assert found.states == 24 * 60 + 1 + 1 + 2
    assert all(reach.is_reachable for reach in found.endings.values())
    never = book(hub=scene(choice("wait", "hub", again=True, takes="1 s"), choice("go", "end")), end=ending())
    assert solve(never).states == 2


def test_a_loop_through_the_week_comes_round() -> None:
    """Where a promise is due at a moment of the week, every hour of one week is another state, and no more.

    Behind the promise they are few: met or not is all that can come of its slack.
    """
    found = solve(
        book(
            hub=scene(choice("wait", "hub", again=True, takes="1 h"), choice("vow", "there", promise="call")),
            there=scene(choice("talk", "end", takes="30 min", keep="call")),
            end=ending(),
            call=promise(by="Monday 09:15", kept={"respect": 1}, broken={"respect": -1}),
        )
    )
    assert found.plays is None
    assert (found.best, found.worst) == (Totals(1, 0, 0, 1), Totals(-1, 0, 0, -1))
    assert 168 < found.states < 168 + 10


def test_too_long_a_wait_is_too_many_states() -> None:
    """A question a year away, asked second by second, is refused soon and clearly."""
    playbook = book(
        hub=scene(choice("wait", "hub", again=True, takes="1 s"), choice("go", "end", when="elapsed > 52 weeks")),
        end=ending(),
    )
    with pytest.raises(TooManyStates):
        solve(playbook, limit=20_000)


def test_an_order_of_promises_that_shows_in_a_mood_is_kept() -> None:
    """Made one way round, the ties break one way round, and the mood at its limit tells."""
    playbook = book(
        mood=3,
        here=scene(choice("ud", "there", promise="up down"), choice("du", "there", promise="down up")),
        there=scene(choice("rest", "then", takes="1 day")),
        then=scene(
            choice("good", "end", when="mood = 3", respect=1), choice("poor", "end", when="mood = 2", respect=-1)
        ),
        end=ending(),
        up=promise(within="1 h", broken={"mood": {"customer": 2}}),
        down=promise(within="1 h", broken={"mood": {"customer": -1}}),
    )
    found = solve(playbook)
    opening = start(playbook).after
    assert found.value(play(playbook, opening, "here/ud").after) == -1
    assert found.value(play(playbook, opening, "here/du").after) == 1


def test_a_promise_that_only_a_condition_asks_for_matters() -> None:
    """It has no effects of its own; whether it was kept in time decides what is on offer."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call")),
        there=scene(choice("quick", "then", takes="1 h"), choice("slow", "then", takes="2 h")),
        then=scene(choice("call", "last", keep="call")),
        last=scene(choice("thank", "end", when="kept call", respect=2), choice("scold", "end", when="not kept call")),
        end=ending(),
        call=promise(within="1 h"),
    )
    found = solve(playbook)
    late, quick = steps(playbook, "here/vow", "there/slow"), steps(playbook, "here/vow", "there/quick")
    assert (found.value(late[-1].after), found.value(quick[-1].after)) == (0, 2)
    assert (found.plays, found.best, found.worst) == (2, Totals(2, 0, 0, 2), Totals(0, 0, 0, 0))


def test_a_promise_knows_of_the_time_that_passes_on_the_way_to_a_later_scene() -> None:
    """Nothing in the scene itself takes time; the next one opens hours later."""
    playbook = book(
        here=scene(choice("long", "there", promise="long"), choice("short", "there", promise="short")),
        there=scene(choice("on", "then")),
        then=scene(choice("keep", "end", keep="long short"), later="2 h"),
        end=ending(),
        long=promise(within="3 h", kept={"respect": 1}, broken={"respect": -1}),
        short=promise(within="1 h", kept={"respect": 1}, broken={"respect": -1}),
    )
    assert (solve(playbook).best, solve(playbook).worst) == (Totals(1, 0, 0, 1), Totals(-1, 0, 0, -1))


def test_the_time_of_the_week_matters_where_a_promise_waits_for_it() -> None:
    """An hour to go either way, and the same scene at half past ten: made at nine it breaks, made at ten it holds."""
    playbook = book(
        here=scene(choice("at-nine", "vow"), choice("at-ten", "vow", takes="1 h")),
        vow=scene(choice("vow", "wait", promise="call")),
        wait=scene(choice("wait", "then")),
        then=scene(choice("call", "end", keep="call"), at="Monday 10:30"),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 1}, broken={"respect": -1}),
    )
    found = solve(playbook)
    values = [found.value(steps(playbook, first, "vow/vow")[-1].after) for first in ("here/at-nine", "here/at-ten")]
    assert values == [-1, 1]


def test_a_deadline_of_the_week_is_known_wherever_it_is_still_to_come() -> None:
    """Times alike where the promise is made are alike behind it, where nothing but its slack counts the time."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call"), choice("leave", "there")),
        there=scene(choice("on", "then")),
        then=scene(choice("call", "end", keep="call"), choice("rest", "end", takes="30 min")),
        end=ending(),
        call=promise(by="Monday 10:00", kept={"respect": 1}, broken={"respect": -1}),
    )
    found = solve(playbook)
    assert [found.value(step.after) for step in steps(playbook, "here/vow", "there/on", "then/rest")] == [1, 1, 1, 0]


def test_two_books_of_the_same_case_have_the_same_solution() -> None:
    """Finding is deterministic, witnesses included."""
    first, second = solve(read("story.yaml")), solve(read("story.yaml"))
    assert replace(first, book=second.book, _found=second._found, _valuation=second._valuation) == second


def test_a_state_of_a_case_in_which_no_time_passes_is_found_again() -> None:
    """Its deadlines pass at the ending alone, however near they lie: they tell no two times apart."""
    playbook = book(
        ten=promise(by="Monday 10:00", broken={"follow_through": -1}),
        nine=promise(by="Monday 09:00"),
        one=scene(choice("late", "two", promise="ten")),
        two=scene(choice("early", "three", promise="nine"), choice("none", "three")),
        three=scene(choice("again", "end", promise="ten"), choice("stop", "end")),
        end=ending(),
    )
    solution = solve(playbook)
    for step in steps(playbook, "one/late", "two/none", "three/stop"):
        assert solution.value(step.after) is not None
