"""Promises: made, kept, called off, broken."""

from __future__ import annotations

import pytest

from game.session.playbook import Playbook
from game.session.state import Step
from tests.cases import book, choice, ending, line, promise, scene, steps
from tests.session.plain import happened, known

COSTS = {"follow_through": -3, "mood": {"customer": -2}}


def standings(playbook: Playbook, step: Step) -> dict[str, str]:
    """How each promise that was made stands."""
    found = known(playbook, step.after)
    return {
        name: next((standing for standing in ("open", "kept", "broken") if name in found[standing]), "released")
        for name in found["made"]
    }


def waiting(seconds: str, **deadline: str) -> Playbook:
    """A promise, then so long a wait before it could be kept."""
    return book(
        here=scene(choice("vow", "wait", promise="call")),
        wait=scene(choice("rest", "then", takes=seconds)),
        then=scene(choice("call", "end", keep="call")),
        end=ending(),
        call=promise(**deadline, kept={"follow_through": 2}, broken=COSTS),
    )


@pytest.mark.parametrize(("waited", "standing"), [("60 min", "open"), ("3601 s", "broken"), ("61 min", "broken")])
def test_a_promise_breaks_when_its_deadline_lies_in_the_past(waited: str, standing: str) -> None:
    """A deadline met to the minute is met; a second later it is broken."""
    playbook = waiting(waited, within="1 h")
    assert standings(playbook, steps(playbook, "here/vow", "wait/rest")[-1]) == {"call": standing}


def test_what_is_due_this_very_minute_does_not_break_with_what_is_overdue() -> None:
    """Each promise has its own deadline; neither the choice's time nor a scene's breaks one too early."""
    for wait in ({"takes": "2 h"}, {}):
        playbook = book(
            here=scene(choice("vow", "there", promise="overdue due")),
            there=scene(choice("rest", "then", **wait)),
            then=scene(choice("go", "end"), **({} if wait else {"later": "2 h"})),
            end=ending(),
            overdue=promise(within="1 h"),
            due=promise(within="2 h"),
        )
        last = steps(playbook, "here/vow", "there/rest")[-1]
        assert standings(playbook, last) == {"overdue": "broken", "due": "open"}


def test_a_promise_kept_at_the_very_deadline_brings_what_it_is_worth() -> None:
    """Keeping it on time counts in full, and nothing breaks any more at the end."""
    playbook = waiting("60 min", within="1 h")
    last = steps(playbook, "here/vow", "wait/rest", "then/call")[-1]
    assert (last.points.follow_through, standings(playbook, last)) == (2, {"call": "kept"})


def test_a_broken_promise_cannot_be_kept_any_more() -> None:
    """Whoever calls after the deadline has broken the promise, and calling does not mend it."""
    playbook = waiting("2 h", within="1 h")
    late, last = steps(playbook, "here/vow", "wait/rest", "then/call")[2:]
    assert late.points.follow_through == -3
    assert (last.points.total, standings(playbook, last)) == (0, {"call": "broken"})


@pytest.mark.parametrize(
    ("opening", "moment", "seconds"),
    [
        ("Monday 09:00", "Monday 17:00", 8 * 3600),
        ("Monday 09:00", "Monday 09:00", 0),
        ("Monday 09:00", "Monday 08:59", 7 * 86_400 - 60),
        ("Sunday 23:59", "Monday 00:00", 60),
        ("Sunday 23:59", "Sunday 23:59", 0),
    ],
)
def test_by_is_the_next_such_moment_not_before_now(opening: str, moment: str, seconds: int) -> None:
    """Promised for this very minute it is due now; for a minute ago, in a week; weeks wrap on Sunday night."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call")),
        there=scene(choice("go", "end")),
        end=ending(),
        call=promise(by=moment),
        clock=opening,
    )
    assert ("made", "call", seconds) in happened(steps(playbook, "here/vow")[1])


def test_a_deadline_counts_from_the_promise_and_not_from_the_opening() -> None:
    """What was promised an hour into the case is due an hour after that; and the choice's own time is over by then."""
    playbook = book(
        here=scene(choice("vow", "there", promise="span moment", takes="1 h")),
        there=scene(choice("go", "end")),
        end=ending(),
        span=promise(within="1 h"),
        moment=promise(by="Monday 10:00"),
    )
    told = happened(steps(playbook, "here/vow")[1])
    assert ("made", "span", 7200) in told
    assert ("made", "moment", 3600) in told, "by ten, promised at ten"


def test_promises_break_earliest_deadline_first() -> None:
    """Whatever the order in which they were made; moods and points come in that order too."""
    playbook = book(
        here=scene(choice("vow", "there", promise="late soon later")),
        there=scene(choice("rest", "end", takes="1 day")),
        end=ending(),
        late=promise(within="2 h", broken={"respect": -1}),
        soon=promise(within="1 h", broken={"respect": -2}),
        later=promise(within="3 h"),
    )
    last = steps(playbook, "here/vow", "there/rest")[-1]
    assert [each[1] for each in happened(last) if each[0] == "broken"] == ["soon", "late", "later"]
    assert last.points.respect == -3


@pytest.mark.parametrize("made", ["a b c", "c b a", "b c a"])
def test_promises_due_at_once_break_in_the_order_they_were_made(made: str) -> None:
    """A tie is broken by the order of making, not by names."""
    playbook = book(
        here=scene(choice("vow", "there", promise=made)),
        there=scene(choice("rest", "end", takes="1 day")),
        end=ending(),
        a=promise(within="2 h"),
        b=promise(by="Monday 11:00"),
        c=promise(within="120 min"),
    )
    told = happened(steps(playbook, "here/vow", "there/rest")[-1])
    assert [each[1] for each in told if each[0] == "broken"] == made.split()


def test_the_order_of_ties_shows_where_a_mood_is_at_its_limit() -> None:
    """Up, then down is not down, then up: at +3 the first gain is lost."""
    playbooks = [
        book(
            mood=3,
            here=scene(choice("vow", "there", promise=made)),
            there=scene(choice("rest", "end", takes="1 day")),
            end=ending(),
            up=promise(within="1 h", broken={"mood": {"customer": 2}}),
            down=promise(within="1 h", broken={"mood": {"customer": -1}}),
        )
        for made in ("up down", "down up")
    ]
    assert [steps(each, "here/vow", "there/rest")[-1].after.moods for each in playbooks] == [(2,), (3,)]


def test_an_ending_breaks_every_promise_still_open() -> None:
    """Even one whose deadline is far away: the case is over, and the call never came. Earliest deadline first."""
    playbook = book(
        here=scene(choice("vow", "end", promise="far near")),
        end=ending(says="Goodbye."),
        far=promise(within="52 weeks", broken=COSTS),
        near=promise(within="1 h", broken=COSTS),
    )
    last = steps(playbook, "here/vow")[-1]
    assert [each[1] for each in happened(last) if each[0] == "broken"] == ["near", "far"]
    assert last.points.follow_through == -6
    assert last.after.due == ()


def test_what_breaks_on_the_way_to_an_ending_breaks_before_what_the_ending_breaks() -> None:
    """Overdue ones first, and all of them once."""
    playbook = book(
        here=scene(choice("vow", "end", promise="far near")),
        end=ending(later="2 h"),
        far=promise(within="1 day", broken=COSTS),
        near=promise(within="1 h", broken=COSTS),
    )
    told = happened(steps(playbook, "here/vow")[-1])
    assert [each[1] for each in told if each[0] == "broken"] == ["near", "far"]


def test_the_lines_of_an_ending_know_what_it_broke() -> None:
    """The last word can be about the promise that came to nothing."""
    playbook = book(
        here=scene(choice("vow", "end", promise="call")),
        end=ending(says=[line("You never called.", "broken call"), line("Thank you.", "not broken call")]),
        call=promise(within="1 h"),
    )
    said = [each[2] for each in happened(steps(playbook, "here/vow")[-1]) if each[0] == "said"]
    assert said == ["You never called."]


def test_releasing_an_open_promise_has_no_effect_and_nothing_breaks_later() -> None:
    """Called off in good time it costs nothing, not even at the end."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call")),
        there=scene(choice("cancel", "end", release="call")),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 3}, broken=COSTS),
    )
    last = steps(playbook, "here/vow", "there/cancel")[-1]
    assert ("released", "call") in happened(last)
    assert (last.points.total, standings(playbook, last)) == (0, {"call": "released"})


def test_releasing_comes_before_keeping() -> None:
    """A choice that does both calls it off."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call")),
        there=scene(choice("both", "end", keep="call", release="call")),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 3}),
    )
    last = steps(playbook, "here/vow", "there/both")[-1]
    assert (last.points.respect, standings(playbook, last)) == (0, {"call": "released"})


def test_calling_off_too_late_does_not_help() -> None:
    """The choice's own time passes first; what is overdue then is broken before it can be released or kept."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call write")),
        there=scene(choice("talk", "end", takes="2 h", release="call", keep="write")),
        end=ending(),
        call=promise(within="1 h", broken={"respect": -1}),
        write=promise(within="1 h", kept={"respect": 3}, broken={"respect": -1}),
    )
    last = steps(playbook, "here/vow", "there/talk")[-1]
    assert (last.points.respect, standings(playbook, last)) == (-2, {"call": "broken", "write": "broken"})


def test_keeping_or_releasing_what_was_not_promised_does_nothing() -> None:
    """No points for a promise nobody made."""
    playbook = book(
        here=scene(choice("call", "end", keep="call", release="mail")),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 3}),
        mail=promise(within="1 h"),
    )
    last = steps(playbook, "here/call")[-1]
    assert (last.points.total, standings(playbook, last)) == (0, {})


def test_a_choice_that_keeps_and_makes_the_same_promise_only_makes_it() -> None:
    """Keeping comes before making: there was nothing to keep yet."""
    playbook = book(
        here=scene(choice("vow", "there", keep="call", promise="call")),
        there=scene(choice("go", "end")),
        end=ending(),
        call=promise(within="1 h", kept={"respect": 3}),
    )
    last = steps(playbook, "here/vow")[-1]
    assert (last.points.total, standings(playbook, last)) == (0, {"call": "open"})


@pytest.mark.parametrize("settled", ["keep", "release", "nothing"])
def test_a_promise_is_made_once_in_a_play(settled: str) -> None:
    """Made again while it is open it keeps its deadline; kept or called off, it stays so."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call")),
        there=scene(choice("settle", "then", **({} if settled == "nothing" else {settled: "call"}), takes="30 min")),
        then=scene(choice("vow", "last", promise="call")),
        last=scene(choice("go", "end")),
        end=ending(),
        call=promise(within="1 h"),
    )
    last = steps(playbook, "here/vow", "there/settle", "then/vow")[-1]
    expected = {"keep": "kept", "release": "released", "nothing": "open"}[settled]
    assert standings(playbook, last) == {"call": expected}
    assert last.after.due == (((3600, 0),) if settled == "nothing" else ())
    assert not [each for each in happened(last) if each[0] == "made"]


def test_a_promise_due_at_once_holds_until_time_passes() -> None:
    """`within: 0 s` can be kept in the same minute, and only then."""
    for takes, points in (("0 s", 3), ("1 s", 0)):
        playbook = book(
            here=scene(choice("vow", "there", promise="now")),
            there=scene(choice("do", "end", keep="now", takes=takes)),
            end=ending(),
            now=promise(within="0 s", kept={"respect": 3}),
        )
        assert steps(playbook, "here/vow", "there/do")[-1].points.respect == points


def test_a_promise_without_effects_is_still_kept_or_broken() -> None:
    """It shows in the ledger and in conditions, and moves nothing."""
    playbook = book(
        here=scene(choice("vow", "there", promise="a b")),
        there=scene(choice("do", "end", keep="a")),
        end=ending(),
        a=promise(within="1 h"),
        b=promise(within="1 h"),
    )
    last = steps(playbook, "here/vow", "there/do")[-1]
    assert standings(playbook, last) == {"a": "kept", "b": "broken"}
    assert [each for each in happened(last) if each[0] == "effect"] == [("effect", "choice", "there/do", 0, 0, 0)]
