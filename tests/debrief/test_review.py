from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from game.debrief import Consequence, Feeling, Option, review
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal, Untimed
from game.session.playbook import Playbook
from game.session.points import Points
from game.session.rules import choices, play, silence, start
from game.session.state import Stop
from game.solver import Solution, TooManyStates, solve
from tests.debrief.plays import GOOD, LATE, callback, debriefed, journal
from tests.strategies import scenarios


def test_the_best_play_scores_full_and_regrets_nothing() -> None:
    """Each decision is the best, and each is its own best choice."""
    debrief = debriefed(*GOOD)
    assert debrief.is_complete
    assert debrief.scores == (100, 100, 100, 1000)
    assert debrief.lost == 0
    assert [(each.regret, each.grade) for each in debrief.decisions] == [(0, "best")] * 4
    assert [each.best for each in debrief.decisions] == [each.taken for each in debrief.decisions]


def test_a_play_that_lost_points_says_where() -> None:
    """Silence cost 2 points, not looking and not listening 4, waiting the 5 between keeping and breaking."""
    debrief = debriefed(*LATE)
    assert [each.regret for each in debrief.decisions] == [2, 4, 0, 5]
    assert [each.grade for each in debrief.decisions] == ["slip", "mistake", "best", "mistake"]
    assert [each.best and each.best.name for each in debrief.decisions] == [
        "call/look",
        "call/look",
        "plan/promise",
        "next-day/call",
    ]
    assert debrief.points == Points(-3, 0, -2)
    assert debrief.lost == 11


def test_what_is_lost_is_lost_at_once_or_later() -> None:
    """Not listening before looking: 1 point at once, 3 later; a trap has no later."""
    debrief = debriefed(*LATE)
    best = [each.best.points.total if each.best else 0 for each in debrief.decisions]
    assert [more - each.points.total for more, each in zip(best, debrief.decisions, strict=True)] == [3, 2, 0, 5]
    assert [each.later for each in debrief.decisions] == [-1, 2, 0, 0]
    assert [each.later for each in debriefed("call/swamp", "swamp/hold").decisions] == [0, 0]


def test_the_points_of_a_broken_promise_are_those_of_the_step_that_broke_it() -> None:
    """The page: all points that come of a step are the points of the decision that started it."""
    assert [each.points for each in debriefed(*LATE).decisions] == [
        Points(-2, 0, 0),
        Points(-1, 0, 0),
        Points(0, 0, 1),
        Points(0, 0, -3),
    ]


def test_a_best_choice_is_told_with_its_words_and_its_reason() -> None:
    """What stands beside the trainee's own choice."""
    debrief = debriefed("call/shrug")
    assert debrief.decisions[0].best == Option(
        "call/look", "Look into the notes.", is_spoken=False, reasons=(), points=Points(0, 1, 0)
    )


def test_a_best_choice_gives_the_reasons_of_the_promises_it_keeps_too() -> None:
    """What keeping a promise is worth stands on the promise."""
    best = debriefed(*LATE).decisions[-1].best
    assert best is not None
    assert (best.reasons, best.points) == (("You called.",), Points(0, 0, 2))


def test_the_first_in_the_file_is_the_best_choice_where_several_are() -> None:
    """After a look, listening alone gives nothing away; before it, looking comes later in the file than listening."""
    first = debriefed("call/shrug").decisions[0].best
    then = debriefed("call/look", "call/shrug").decisions[1].best
    assert (first and first.name, then and then.name) == ("call/look", "call/listen")


def test_a_decision_into_a_trap_is_a_blunder_with_a_way_out_named() -> None:
    """Its regret is null: no number says what can never be had back."""
    first, second = debriefed("call/swamp", "swamp/hold").decisions
    assert (first.regret, first.grade, first.best and first.best.name) == (None, "blunder", "call/look")
    assert (second.regret, second.grade, second.best) == (None, "blunder", None)


def test_a_dead_end_is_no_ending() -> None:
    """The play is incomplete, and says why it stopped."""
    debrief = debriefed("call/swamp", "swamp/hang-up")
    assert (debrief.stop, debrief.scene, debrief.ending, debrief.scores) == (Stop.DEAD_END, "nowhere", None, None)


def test_an_unfinished_play_has_points_and_no_scores() -> None:
    """Its promise is still open."""
    debrief = debriefed(*GOOD[:3])
    assert (debrief.points, debrief.scores, debrief.lost, debrief.ending) == (Points(2, 1, 1), None, None, None)
    assert {vow.name: vow.end for vow in debrief.promises} == {
        "callback": "open",
        "desk": "never made",
        "never": "never made",
    }


@pytest.mark.parametrize(
    ("names", "ends"),
    [
        (("call/listen", "plan/both", "next-day/call"), {"callback": "kept", "desk": "kept"}),
        (("call/listen", "plan/both", "next-day/drop"), {"callback": "broken", "desk": "released"}),
        (("call/listen", "plan/both", "next-day/wait"), {"callback": "broken", "desk": "broken"}),
    ],
)
def test_promises_are_told_as_they_stand_at_the_end(names: tuple[str, ...], ends: dict[str, str]) -> None:
    """Kept, called off, broken by the ending: each by name."""
    assert {vow.name: vow.end for vow in debriefed(*names).promises if vow.name != "never"} == ends


def test_a_decision_tells_all_it_brought_about() -> None:
    """The choice with its reason and what each person felt; the promise it kept, and one without effects."""
    assert debriefed(*GOOD).decisions[1].consequences == (
        Consequence(
            "choice",
            "call/listen",
            "Tell me all of it.",
            Points(2, 0, 0),
            "He has waited long enough to be heard.",
            (Feeling("Reto Brunner", "At last."), Feeling("Network desk", "More work.")),
            ("listening", "give-respect"),
        ),
    )
    called = debriefed("call/listen", "plan/both", "next-day/call").decisions[2].consequences
    assert called == (
        Consequence("choice", "next-day/call", "Call him.", Points(), None, (), ()),
        Consequence("kept", "callback", "You call Mr Brunner back.", Points(0, 0, 2), "You called.", (), ()),
        Consequence("kept", "desk", "The desk looks into it.", Points(), None, (), ()),
    )


def test_a_silence_and_a_broken_promise_are_told_too() -> None:
    """A silence has no words; what broke tells the customer's thought."""
    silent, *_, waited = debriefed(*LATE).decisions
    assert silent.taken == Option(
        "call/silence", "", is_spoken=False, reasons=("Nobody answered.",), points=Points(-2, 0, 0)
    )
    assert silent.consequences[0].feels == (Feeling("Reto Brunner", "Is anybody there?"),)
    assert waited.consequences[1] == Consequence(
        "broken",
        "callback",
        "You call Mr Brunner back.",
        Points(0, 0, -3),
        "The call never came.",
        (Feeling("Reto Brunner", "As always."),),
        ("lip-service",),
    )


def test_a_repeat_brings_no_points() -> None:
    """It is no loss either, where it only takes time nobody counts."""
    again = debriefed("call/look", "call/look").decisions[1]
    assert (again.points, again.regret, again.grade) == (Points(), 0, "best")


def test_moods_and_times_are_those_after_the_decision() -> None:
    """The customer's mood, and case seconds since the opening."""
    debrief = debriefed(*GOOD)
    assert debrief.mood == -1
    assert [each.mood for each in debrief.decisions] == [-1, 0, 0, 2]
    assert [each.elapsed for each in debrief.decisions] == [0, 600, 600 + 72_000, 600 + 72_000]


def test_habits_say_which_decisions_showed_them() -> None:
    """In the order in which they were first shown."""
    assert debriefed("call/silence", "call/listen").habits == {
        "not-listening": (1,),
        "listening": (2,),
        "give-respect": (2,),
    }


def test_what_was_taken_back_is_not_reviewed() -> None:
    """Only the decisions that stand are; that others were taken is noted."""
    debrief = debriefed("call/shrug", 0, "call/listen")
    assert [each.taken.name for each in debrief.decisions] == ["call/listen"]
    assert debrief.was_rewound


def test_a_play_whose_timers_were_switched_off_on_the_way_says_so() -> None:
    """As one that began without."""
    timed = journal("call/listen", "plan/promise")
    untimed = Journal(timed.head, (*timed.records, Untimed(timers=False, ms=1), Decision("next-day/call", 2)))
    found = review(*callback(), untimed)
    assert (found.has_timers, found.is_complete, len(found.decisions)) == (False, True, 3)
    assert review(*callback(), timed).has_timers


def test_a_journal_with_a_wrong_choice_is_reviewed_up_to_it() -> None:
    """The choice, why it was refused, and what was on offer."""
    debrief = debriefed("call/listen", "plan/nonsense", "plan/promise")
    assert debrief.refused == ("plan/nonsense", "unknown choice", ("plan/promise", "plan/send-on", "plan/both"))
    assert len(debrief.decisions) == 1


def test_without_a_solution_there_are_points_alone() -> None:
    """A case with too many states is debriefed without a guess."""
    debrief = review(callback()[0], None, journal(*GOOD))
    assert debrief.points == Points(2, 1, 3)
    assert (debrief.scores, debrief.best, debrief.worst, debrief.lost) == (None, None, None, None)
    assert [(each.regret, each.grade, each.best) for each in debrief.decisions] == [(None, None, None)] * 4


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(scenarios(), st.lists(st.integers(0, 7), max_size=12))
def test_best_less_total_is_the_sum_of_the_regrets(scenario: Scenario, picks: list[int]) -> None:
    """Over any complete play of any case; no regret is negative, and every best choice gives nothing away."""
    book = compile_scenario(scenario)
    try:
        solution = solve(book, limit=5_000)
    except TooManyStates:
        assume(False)
        raise
    names = _played(book, solution, picks)
    head = Head(scenario="any", revision=book.revision, seed=0, mode="graded", started="")
    debrief = review(book, solution, Journal(head, tuple(Decision(name, 0) for name in names)))
    assert debrief.refused is None
    regrets = [each.regret for each in debrief.decisions if each.regret is not None]
    assert all(regret >= 0 for regret in regrets)
    for each in debrief.decisions:
        assert (each.best == each.taken) == (each.regret == 0)
        if each.best is not None and each.regret is not None:
            assert each.best.points.total - each.points.total + each.later == each.regret
        else:
            assert each.later == 0
    if debrief.is_complete:
        assert debrief.lost == sum(regrets)
        assert len(regrets) == len(debrief.decisions)
        assert debrief.scores is not None
        assert all(0 <= score <= 100 for score in debrief.scores[:3])
        assert 0 <= debrief.scores.total <= 1000


def _played(book: Playbook, solution: Solution, picks: list[int]) -> list[str]:
    """A play by picks, then by the shortest witness of hope: whatever leads on to an ending."""
    names: list[str] = []
    step = start(book)
    for pick in [*picks, *[0] * 20]:
        fallen = silence(book, step.after)
        options = [*choices(book, step.after), *([] if fallen is None else [fallen])]
        if step.stop is not None or not options:
            break
        hopeful = [name for name in options if solution.value(play(book, step.after, name).after) is not None]
        among = hopeful if hopeful and len(names) >= len(picks) else options
        names.append(among[pick % len(among)])
        step = play(book, step.after, names[-1])
    return names
