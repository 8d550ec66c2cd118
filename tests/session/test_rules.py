"""What a decision does, and in which order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.points import NO_POINTS, Points
from game.session.rules import MOST_PASSES, NotAvailable, advance, choices, play, silence, start, stop
from game.session.state import Stop
from tests.cases import book, choice, ending, line, promise, scene, steps
from tests.cases import silence as quiet
from tests.effort import examples
from tests.session.plain import happened, known
from tests.strategies import scenarios


def test_a_play_opens_with_nothing_behind_it() -> None:
    """No facts, no promises, the people's moods, elapsed 0; the opening is a step that nobody decided."""
    playbook = book(mood=-2, people=("desk",), here=scene(choice("go", "end")), end=ending())
    opening = start(playbook)
    assert (opening.before, opening.choice, opening.points, opening.stop) == (None, "", NO_POINTS, None)
    assert happened(opening) == [("opened", "here"), ("said", "customer", "Hello.", None)]
    nothing: dict[str, set[str]] = {
        name: set() for name in ("facts", "open", "made", "kept", "broken", "seen", "taken")
    }
    assert known(playbook, opening.after) == {
        "scene": "here",
        "elapsed": 0,
        "moods": {"customer": -2, "desk": 0},
        "due": [],
        **nothing,
    }


def test_a_play_opens_at_start() -> None:
    """Not at the first scene, where `start` says otherwise."""
    playbook = book(start="there", here=scene(choice("go", "end")), there=scene(choice("go", "end")), end=ending())
    assert choices(playbook, start(playbook).after) == ("there/go",)


def test_the_effects_of_a_choice_come_in_the_order_of_the_page() -> None:
    """Points and mood, time and what it breaks, calling off, keeping, promising, answer, and the next scene."""
    playbook = book(
        here=scene(choice("vow", "there", promise="overdue kept released")),
        there=scene(
            choice(
                "go",
                "end",
                respect=1,
                mood=1,
                takes="2 h",
                release="released",
                keep="kept",
                promise="made",
                answer="I see.",
            )
        ),
        end=ending(later="1 h", says="Bye."),
        overdue=promise(within="1 h", broken={"mood": {"customer": -1}}),
        kept=promise(within="1 day", kept={"proactivity": 2}),
        released=promise(within="1 day"),
        made=promise(within="1 day", broken={"follow_through": -1}),
    )
    assert happened(steps(playbook, "here/vow", "there/go")[-1]) == [
        ("effect", "choice", "there/go", 1, 0, 0),
        ("mood", "customer", 0, 1),
        ("time", 7200),
        ("broken", "overdue"),
        ("effect", "broken", "overdue", 0, 0, 0),
        ("mood", "customer", 1, 0),
        ("released", "released"),
        ("kept", "kept"),
        ("effect", "kept", "kept", 0, 2, 0),
        ("made", "made", 7200 + 86_400),
        ("said", "customer", "I see.", None),
        ("time", 3 * 3600),
        ("broken", "made"),
        ("effect", "broken", "made", 0, 0, -1),
        ("opened", "end"),
        ("said", "customer", "Bye.", None),
    ]


def test_all_points_that_come_of_a_step_are_the_decisions_own() -> None:
    """Promises and passed scenes and the ending included."""
    playbook = book(
        here=scene(choice("vow", "passing", respect=1, promise="soon far")),
        passing=scene(goto="end", later="2 h"),
        end=ending(),
        soon=promise(within="1 h", broken={"proactivity": -2}),
        far=promise(within="1 day", broken={"follow_through": -3}),
    )
    assert steps(playbook, "here/vow")[-1].points == Points(1, -2, -3)


def test_a_choice_is_taken_once_unless_it_says_again() -> None:
    """`again: true` stays on offer; everything else leaves it."""
    playbook = book(
        hub=scene(choice("once", "hub"), choice("ever", "hub", again=True), choice("go", "end")), end=ending()
    )
    after = [choices(playbook, step.after) for step in steps(playbook, "hub/once", "hub/ever", "hub/ever")]
    assert after == [("hub/once", "hub/ever", "hub/go"), *[("hub/ever", "hub/go")] * 3]


def test_a_repeat_brings_no_points_but_everything_else() -> None:
    """Mood, time, facts and promises move each time; points count the first time only."""
    playbook = book(
        hub=scene(choice("ever", "hub", again=True, respect=2, mood=-1, takes="5 min"), choice("go", "end")),
        end=ending(),
    )
    _, first, second = steps(playbook, "hub/ever", "hub/ever")
    assert (first.points.respect, second.points) == (2, NO_POINTS)
    assert (second.after.moods, second.after.elapsed) == ((-2,), 600)
    assert happened(second)[0] == ("effect", "choice", "hub/ever", 0, 0, 0)


def test_a_choice_taken_elsewhere_in_the_story_stays_taken() -> None:
    """Coming back to a scene does not bring its choices back."""
    playbook = book(
        here=scene(choice("ask", "there"), choice("go", "end")), there=scene(choice("back", "here")), end=ending()
    )
    assert choices(playbook, steps(playbook, "here/ask", "there/back")[-1].after) == ("here/go",)


def test_a_choice_is_on_offer_where_its_condition_holds() -> None:
    """Choices are told in the file's order."""
    playbook = book(
        hub=scene(
            choice("late", "end", when="learnt"),
            choice("learn", "hub", remember="learnt"),
            choice("early", "end", when="not learnt"),
        ),
        end=ending(),
    )
    opening, learnt = steps(playbook, "hub/learn")
    assert choices(playbook, opening.after) == ("hub/learn", "hub/early")
    assert choices(playbook, learnt.after) == ("hub/late",)


@pytest.mark.parametrize("wrong", ["hub/late", "hub/lern", "elsewhere/go", "", "hub/silence", "end/silence"])
def test_what_is_not_on_offer_is_refused_by_name(wrong: str) -> None:
    """The refusal quotes the choice and says what there is instead."""
    playbook = book(
        hub=scene(choice("late", "end", when="learnt"), choice("learn", "hub", remember="learnt")),
        elsewhere=scene(choice("go", "end")),
        end=ending(),
    )
    with pytest.raises(NotAvailable) as refused:
        play(playbook, start(playbook).after, wrong)
    assert (refused.value.choice, refused.value.available) == (wrong, ("hub/learn",))
    assert str(refused.value) == f"{wrong!r} is not on offer here; on offer: hub/learn"


def test_after_an_ending_nothing_is_on_offer() -> None:
    """And whoever plays on is told so."""
    playbook = book(here=scene(choice("go", "end")), end=ending())
    ended = steps(playbook, "here/go")[-1]
    assert (ended.stop, stop(playbook, ended.after), choices(playbook, ended.after)) == (Stop.ENDED, Stop.ENDED, ())
    assert silence(playbook, ended.after) is None
    with pytest.raises(NotAvailable, match="on offer: nothing"):
        play(playbook, ended.after, "here/go")


def test_a_refusal_names_the_silence_too() -> None:
    """It can be taken by name, so it is among what there is."""
    playbook = book(here=scene(choice("go", "end"), within="30 s", silence=quiet("end")), end=ending())
    with pytest.raises(NotAvailable) as refused:
        play(playbook, start(playbook).after, "here/stay")
    assert refused.value.available == ("here/go", "here/silence")


def test_moods_stay_within_three_either_way() -> None:
    """What goes beyond is lost: from +2 up three and down one is +2."""
    playbook = book(
        mood=2,
        here=scene(choice("up", "there", mood=3)),
        there=scene(choice("down", "deep", mood=-1)),
        deep=scene(choice("sink", "end", mood=-3)),
        end=ending(),
    )
    moods = [step.after.moods[0] for step in steps(playbook, "here/up", "there/down", "deep/sink")]
    assert moods == [2, 3, 2, -1]
    assert ("mood", "customer", 2, 3) in happened(steps(playbook, "here/up")[-1])


def test_a_mood_at_its_limit_does_not_move() -> None:
    """Nothing is told of a change that was none."""
    playbook = book(mood=-3, here=scene(choice("insult", "end", mood=-2)), end=ending())
    assert not [each for each in happened(steps(playbook, "here/insult")[-1]) if each[0] == "mood"]


def test_each_persons_mood_moves_by_itself() -> None:
    """The customer's first, then the others' by their keys, however the author wrote them down."""
    playbook = book(
        people=("desk", "boss"),
        here=scene(choice("go", "end", mood={"desk": -1, "boss": 2, "customer": 1})),
        end=ending(),
    )
    told = happened(steps(playbook, "here/go")[-1])
    assert [each for each in told if each[0] == "mood"] == [
        ("mood", "customer", 0, 1),
        ("mood", "boss", 0, 2),
        ("mood", "desk", 0, -1),
    ]


def test_forget_comes_after_remember() -> None:
    """A choice that does both with one fact leaves it forgotten."""
    playbook = book(
        here=scene(choice("both", "there", remember="a b", forget="b")), there=scene(choice("go", "end")), end=ending()
    )
    assert known(playbook, steps(playbook, "here/both")[-1].after)["facts"] == {"a"}


def test_forgetting_what_was_not_known_does_nothing() -> None:
    """A fact is a name that holds or does not."""
    playbook = book(here=scene(choice("drop", "there", forget="a")), there=scene(choice("go", "end")), end=ending())
    assert known(playbook, steps(playbook, "here/drop")[-1].after)["facts"] == set()


def test_goto_takes_the_first_way_whose_condition_holds() -> None:
    """It sees what the choice itself did: points' mood, time, promises and facts."""
    playbook = book(
        here=scene(
            choice("go", [("mood >= 1", "a"), ("known", "b"), "c"], mood=1),
            choice("learn", [("mood >= 1", "a"), ("known", "b"), "c"], remember="known"),
            choice("plain", [("mood >= 1", "a"), ("known", "b"), "c"]),
        ),
        a=ending(),
        b=ending(),
        c=ending(),
    )
    ends = [
        known(playbook, steps(playbook, name)[-1].after)["scene"] for name in ("here/go", "here/learn", "here/plain")
    ]
    assert ends == ["a", "b", "c"]


def test_an_answer_sees_the_state_after_the_choice_and_before_the_next_scene() -> None:
    """Its own mood, time, promises and facts it knows; not the days that pass on the way to the next scene."""
    asked = {
        "taken": "taken here/go",
        "mood": "mood = 1",
        "time": "elapsed = 5 min",
        "fact": "learnt",
        "promise": "open call",
        "kept": "kept old",
        "first visit": "not seen here",
        "week": "elapsed > 1 day",
        "late": "broken call",
    }
    playbook = book(
        before=scene(choice("vow", "here", promise="old")),
        here=scene(
            choice(
                "go",
                "there",
                mood=1,
                takes="5 min",
                keep="old",
                remember="learnt",
                promise="call",
                answer=tuple(line(name, condition) for name, condition in asked.items()),
            )
        ),
        there=scene(choice("end", "end"), later="1 week"),
        end=ending(),
        old=promise(within="1 day"),
        call=promise(within="1 h"),
    )
    told = happened(steps(playbook, "before/vow", "here/go")[-1])
    said = [each[2] for each in told if each[0] == "said"]
    assert said == ["taken", "mood", "time", "fact", "promise", "kept", "first visit", "Hello."]
    assert ("broken", "call") in told


def test_later_advances_the_clock_before_a_scene_speaks() -> None:
    """Each time the scene is entered."""
    playbook = book(
        here=scene(choice("go", "there")),
        there=scene(choice("again", "there", again=True), later="6 days", says=[line("Late.", "elapsed > 8 days")]),
    )
    _, first, second = steps(playbook, "here/go", "there/again")
    assert happened(first) == [
        ("effect", "choice", "here/go", 0, 0, 0),
        ("time", 6 * 86_400),
        ("opened", "there"),
    ]
    assert happened(second)[-1] == ("said", "customer", "Late.", None)


@pytest.mark.parametrize(
    ("opening", "moment", "seconds"),
    [
        ("Monday 09:00", "Monday 09:00", 0),
        ("Monday 09:00", "Monday 09:01", 60),
        ("Monday 09:00", "Monday 08:59", 7 * 86_400 - 60),
        ("Saturday 12:00", "Monday 00:00", 36 * 3600),
    ],
)
def test_at_waits_for_the_next_such_moment_not_before_now(opening: str, moment: str, seconds: int) -> None:
    """Where it is that moment now, nobody waits; a minute past it, a week."""
    playbook = book(
        clock=opening, here=scene(choice("go", "there")), there=scene(choice("end", "end"), at=moment), end=ending()
    )
    last = steps(playbook, "here/go")[-1]
    assert last.after.elapsed == seconds
    assert (("time", seconds) in happened(last)) is (seconds > 0)


def test_at_knows_the_time_the_case_has_taken_so_far() -> None:
    """Four visits a week apart are four weeks; a choice's minutes are waited for, not added."""
    playbook = book(
        clock="Monday 08:00",
        hub=scene(choice("again", "hub", again=True, takes="7 min"), at="Monday 08:30"),
    )
    taken = steps(playbook, "hub/again", "hub/again")
    assert [step.after.elapsed for step in taken] == [1800, 1800 + 7 * 86_400, 1800 + 14 * 86_400]


def test_the_first_scene_may_wait_too() -> None:
    """The opening advances the clock like any entering."""
    playbook = book(here=scene(choice("go", "end"), later="1 h"), end=ending())
    assert start(playbook).after.elapsed == 3600


def test_entering_breaks_what_became_overdue_before_the_scene_speaks() -> None:
    """The scene a week later knows that nobody called; on the very deadline nothing breaks."""
    for later, expected in (("1 h", "Thanks."), ("2 h", "You never called.")):
        playbook = book(
            here=scene(choice("vow", "there", promise="call")),
            there=scene(
                choice("go", "end"),
                later=later,
                says=[line("You never called.", "broken call"), line("Thanks.", "open call")],
            ),
            end=ending(),
            call=promise(within="1 h"),
        )
        assert happened(steps(playbook, "here/vow")[-1])[-1] == ("said", "customer", expected, None)


def test_seen_is_about_earlier_visits() -> None:
    """Inside a scene `not seen` it is 'the first time only', in its lines, its choices and its goto."""
    playbook = book(
        hub=scene(
            choice("round", "hub", again=True),
            choice("first", "end", when="not seen hub"),
            choice("later", "end", when="seen hub"),
            says=[line("Welcome.", "not seen hub"), line("You again.", "seen hub")],
        ),
        end=ending(),
    )
    opening, back = steps(playbook, "hub/round")
    assert (happened(opening)[-1][2], choices(playbook, opening.after)) == ("Welcome.", ("hub/round", "hub/first"))
    assert (happened(back)[-1][2], choices(playbook, back.after)) == ("You again.", ("hub/round", "hub/later"))


def test_a_choices_goto_still_stands_in_the_scene_it_is_made_in() -> None:
    """On the first visit the scene is not seen yet, on the second it is."""
    playbook = book(
        hub=scene(choice("go", [("seen hub", "end"), "hub"], again=True)),
        end=ending(),
    )
    assert [step.stop for step in steps(playbook, "hub/go", "hub/go")] == [None, None, Stop.ENDED]


def test_a_scene_one_passes_through_has_not_seen_itself_the_first_time() -> None:
    """Its own goto still stands in it, as a choice's does."""
    playbook = book(
        here=scene(choice("go", "passing", again=True)),
        passing=scene(goto=[("seen passing", "end"), "here"]),
        end=ending(),
    )
    assert [step.stop for step in steps(playbook, "here/go", "here/go")] == [None, None, Stop.ENDED]


def test_a_scene_passed_through_is_seen() -> None:
    """Nobody decided anything there, but one has been there."""
    playbook = book(
        here=scene(choice("go", "passing")),
        passing=scene(goto="there"),
        there=scene(choice("end", "end", when="seen passing")),
        end=ending(),
    )
    last = steps(playbook, "here/go")[-1]
    assert choices(playbook, last.after) == ("there/end",)


def test_a_scene_without_an_available_choice_passes_on_and_its_lines_are_shown() -> None:
    """No decision is recorded; everything is told in one step."""
    playbook = book(
        here=scene(choice("go", "passing")),
        passing=scene(choice("never", "end", when="known"), says="On the way.", goto=[("known", "here"), "end"]),
        end=ending(says="Bye."),
        other=scene(choice("learn", "end", remember="known")),
    )
    assert happened(steps(playbook, "here/go")[-1])[1:] == [
        ("opened", "passing"),
        ("said", "customer", "On the way.", None),
        ("opened", "end"),
        ("said", "customer", "Bye.", None),
    ]


def test_a_scene_with_an_available_choice_does_not_pass_on() -> None:
    """Its own goto waits until nothing is on offer any more."""
    playbook = book(hub=scene(choice("a", "hub"), choice("b", "hub"), goto="end"), end=ending())
    assert [step.stop for step in steps(playbook, "hub/b", "hub/a")] == [None, None, Stop.ENDED]


def test_an_opening_that_passes_on_tells_its_lines_and_may_end_the_play() -> None:
    """A case without a decision is a case still."""
    opening = start(book(here=scene(says="Once.", goto="end"), end=ending(says="Over.")))
    assert opening.stop is Stop.ENDED
    assert [each[2] for each in happened(opening) if each[0] == "said"] == ["Once.", "Over."]


def test_a_scene_that_leads_nowhere_is_a_dead_end() -> None:
    """A value of the step, no crash; its lines are shown, and nothing breaks."""
    playbook = book(
        here=scene(choice("go", "nowhere", promise="call")), nowhere=scene(says="Hm."), call=promise(within="1 h")
    )
    last = steps(playbook, "here/go")[-1]
    assert (last.stop, stop(playbook, last.after), choices(playbook, last.after)) == (
        Stop.DEAD_END,
        Stop.DEAD_END,
        (),
    )
    assert happened(last)[-1] == ("said", "customer", "Hm.", None)
    assert known(playbook, last.after)["open"] == {"call"}


def test_a_scene_whose_choices_are_used_up_is_a_dead_end_too() -> None:
    """Nothing is on offer and it does not say where to go on."""
    playbook = book(hub=scene(choice("a", "hub")))
    assert steps(playbook, "hub/a")[-1].stop is Stop.DEAD_END


def test_scenes_that_only_pass_on_to_each_other_are_a_ring() -> None:
    """The engine says so and stops."""
    playbook = book(here=scene(choice("go", "a")), a=scene(goto="b"), b=scene(goto="a"))
    last = steps(playbook, "here/go")[-1]
    assert (last.stop, choices(playbook, last.after)) == (Stop.RING, ())
    assert start(book(a=scene(goto="a"))).stop is Stop.RING


def test_scenes_that_pass_on_in_a_circle_until_something_changes_are_no_ring() -> None:
    """One round to be seen, some rounds for the time, or for a promise to break: then there is a way out."""
    seen = book(a=scene(goto=[("seen b", "end"), "b"]), b=scene(goto="a"), end=ending())
    days = book(a=scene(goto=[("elapsed > 20 days", "end"), "b"], later="1 day"), b=scene(goto="a"), end=ending())
    broken = book(
        here=scene(choice("vow", "a", promise="call")),
        a=scene(goto=[("broken call", "end"), "a"], later="1 h"),
        end=ending(),
        call=promise(by="Sunday 12:00"),
    )
    assert start(seen).stop is Stop.ENDED
    assert (start(days).stop, start(days).after.elapsed) == (Stop.ENDED, 21 * 86_400)
    assert (steps(broken, "here/vow")[-1].stop) is Stop.ENDED


def test_time_that_passes_in_a_circle_does_not_hide_that_it_is_one() -> None:
    """Where nothing asks for the time any more, going round brings nothing new; a week's moments come round."""
    for circle in (
        book(a=scene(goto="b", later="1 day"), b=scene(goto="a")),
        book(a=scene(goto=[("elapsed < 2 days", "end"), "a"], later="2 days"), end=ending()),
        book(a=scene(goto="b", at="Monday 10:00"), b=scene(goto="a", at="Friday 10:00")),
    ):
        assert start(circle).stop is Stop.RING
        assert len(start(circle).events) < 30


@pytest.mark.parametrize(("passes", "expected"), [(MOST_PASSES, Stop.ENDED), (MOST_PASSES + 1, Stop.RING)])
def test_ten_thousand_passes_are_enough(passes: int, expected: Stop) -> None:
    """A scene that waits second by second for ever is taken for a ring."""
    playbook = book(a=scene(goto=[(f"elapsed >= {passes} s", "end"), "a"], later="1 s"), end=ending())
    assert start(playbook).stop is expected


def test_a_choice_on_offer_ends_a_circle() -> None:
    """Passing on is for scenes without one."""
    playbook = book(a=scene(goto="b"), b=scene(choice("go", "end", when="seen b"), goto="a"), end=ending())
    opening = start(playbook)
    assert (opening.stop, choices(playbook, opening.after)) == (None, ("b/go",))


def test_silence_falls_once_and_then_there_is_no_timer() -> None:
    """It is never offered, has effects like a choice, and costs no case time unless it takes some."""
    playbook = book(
        hub=scene(choice("go", "end"), within="30 s", silence=quiet("hub", respect=-2, answer="Hello?")),
        end=ending(),
    )
    opening, after = steps(playbook, "hub/silence")
    assert (choices(playbook, opening.after), silence(playbook, opening.after)) == (("hub/go",), "hub/silence")
    assert happened(after) == [
        ("effect", "silence", "hub/silence", -2, 0, 0),
        ("said", "customer", "Hello?", None),
        ("opened", "hub"),
        ("said", "customer", "Hello.", None),
    ]
    assert (after.points.respect, after.after.elapsed) == (-2, 0)
    assert (choices(playbook, after.after), silence(playbook, after.after)) == (("hub/go",), None)
    with pytest.raises(NotAvailable):
        play(playbook, after.after, "hub/silence")


def test_silence_may_take_time_and_be_asked_for() -> None:
    """A silence counts as taken, and its minutes as minutes."""
    playbook = book(
        hub=scene(
            choice("go", [("taken hub/silence", "end"), "hub"]), within="30 s", silence=quiet("hub", takes="2 min")
        ),
        end=ending(),
    )
    fallen, gone = steps(playbook, "hub/silence", "hub/go")[1:]
    assert (fallen.after.elapsed, gone.stop) == (120, Stop.ENDED)


def test_silence_does_not_count_as_a_choice() -> None:
    """A timed scene whose choices are gone passes on."""
    playbook = book(
        hub=scene(choice("a", "hub"), within="30 s", silence=quiet("hub"), goto="end"),
        end=ending(),
    )
    assert steps(playbook, "hub/a")[-1].stop is Stop.ENDED


def test_no_silence_falls_where_no_choice_is_on_offer() -> None:
    """A timed scene whose choices are gone, and that leads nowhere, is a dead end."""
    playbook = book(
        hub=scene(choice("a", "hub"), within="30 s", silence=quiet("end")),
        end=ending(),
    )
    last = steps(playbook, "hub/a")[-1]
    assert (last.stop, silence(playbook, last.after)) == (Stop.DEAD_END, None)
    with pytest.raises(NotAvailable):
        play(playbook, last.after, "hub/silence")


def test_a_silence_only_falls_in_its_own_scene() -> None:
    """Its name alone does not do."""
    playbook = book(
        here=scene(choice("go", "there")),
        there=scene(choice("go", "end"), within="30 s", silence=quiet("end")),
        end=ending(),
    )
    with pytest.raises(NotAvailable, match="here/go"):
        play(playbook, start(playbook).after, "there/silence")


def test_playing_leaves_the_state_as_it_was() -> None:
    """States are values: the same choice from the same state is the same step."""
    playbook = book(
        hub=scene(choice("ever", "hub", again=True, mood=1, takes="1 min"), choice("go", "end")), end=ending()
    )
    opening = start(playbook)
    assert play(playbook, opening.after, "hub/ever") == play(playbook, opening.after, "hub/ever")
    assert hash(opening.after) == hash(start(playbook).after)


@examples(60)
@given(scenarios(), st.lists(st.integers(0, 11), max_size=16))
def test_a_play_that_nobody_is_told_of_is_the_same_play(scenario: Scenario, picks: list[int]) -> None:
    """The kernel leaves events out where nobody wants them, as the solver does, and changes nothing else."""
    playbook = compile_scenario(scenario)
    state = start(playbook).after
    for pick in picks:
        fallen = silence(playbook, state)
        names = choices(playbook, state) + (() if fallen is None else (fallen,))
        if not names:
            break
        name = names[pick % len(names)]
        step = play(playbook, state, name)
        assert advance(playbook, state, playbook.moves[name], None) == (step.after, step.points, step.stop)
        state = step.after


def test_promises_that_nobody_is_told_of_are_the_same_promises() -> None:
    """Made, kept, called off and broken in silence; what is not open cannot be called off."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call mail")),
        there=scene(choice("go", "later", keep="call", release="mail never", takes="1 min", mood=1)),
        later=scene(goto="end", later="1 day"),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 1, "mood": {"customer": 1}}),
        mail=promise(within="1 h"),
        never=promise(within="1 h"),
    )
    told = steps(playbook, "here/vow", "there/go")
    for before, after in pairwise(told):
        quietly = advance(playbook, before.after, playbook.moves[after.choice], None)
        assert quietly == (after.after, after.points, after.stop)


def test_a_goto_without_a_way_for_every_case_is_refused() -> None:
    """The loader lets none such pass; a forged copy of a revision might hold one."""
    for goto in ([("mood > 0", "end")], [("mood > 0", "end"), ("mood > 1", "end")], []):
        playbook = book(here=scene(choice("go", goto)), end=ending())
        with pytest.raises(ValueError, match="without a way"):
            play(playbook, start(playbook).after, "here/go")
