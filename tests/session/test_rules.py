"""What a decision does, and in which order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.points import NO_POINTS, Points
from game.session.rules import NotAvailable, advance, choices, play, silence, start, stop
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
