"""What happens on entering a scene: time, passing on, getting stuck, the silence of a timed one."""

from __future__ import annotations

import pytest

from game.session.rules import MOST_PASSES, NotAvailable, choices, play, silence, start, stop
from game.session.state import Stop
from tests.cases import book, choice, ending, line, promise, scene, steps
from tests.cases import silence as quiet
from tests.session.plain import happened, known


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
