"""Replay: the records of a journal, folded through the rules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.scenario.revision import canonical, from_canonical, revision
from game.session.compiler import compile_scenario
from game.session.events import Effect, PromiseBroken, PromiseKept, PromiseMade, PromiseReleased
from game.session.journal import Decision, Record, Rewind, Untimed
from game.session.playbook import Playbook
from game.session.points import NO_POINTS
from game.session.replay import Refused, replay
from game.session.rules import choices, play, silence, start
from game.session.state import Step, Stop
from tests.cases import book, choice, ending, scene
from tests.effort import examples
from tests.strategies import scenarios

PICKS = st.lists(st.integers(0, 11), max_size=16)


def played(playbook: Playbook, picks: list[int]) -> list[Step]:
    """A legal play: at each step one of what is on offer, the silence included."""
    steps = [start(playbook)]
    for pick in picks:
        state = steps[-1].after
        fallen = silence(playbook, state)
        names = choices(playbook, state) + (() if fallen is None else (fallen,))
        if not names:
            break
        steps.append(play(playbook, state, names[pick % len(names)]))
    return steps


def records_of(steps: list[Step]) -> list[Record]:
    """The decisions of a play, as a journal holds them."""
    return [Decision(step.choice, number) for number, step in enumerate(steps[1:])]


@examples(100)
@given(scenarios(), PICKS)
def test_a_replay_is_the_play(scenario: Scenario, picks: list[int]) -> None:
    """Step by step and event by event; also on the copy of the case that is kept by its revision."""
    playbook = compile_scenario(scenario)
    copy = compile_scenario(from_canonical(canonical(scenario)))
    steps = played(playbook, picks)
    found = replay(playbook, records_of(steps))
    assert found == (tuple(steps), len(steps) - 1, False, None)
    assert copy.revision == playbook.revision == revision(scenario)
    again = replay(copy, records_of(steps))
    assert [(step.choice, step.points, step.events, step.stop) for step in again.steps] == [
        (step.choice, step.points, step.events, step.stop) for step in steps
    ]


@examples(100)
@given(scenarios(), PICKS)
def test_what_holds_of_every_play(scenario: Scenario, picks: list[int]) -> None:
    """Moods stay within three; a promise is made once and settled at most once; a repeat brings no points."""
    playbook = compile_scenario(scenario)
    made: set[str] = set()
    settled: set[str] = set()
    counted: set[str] = set()
    elapsed = 0
    for step in played(playbook, picks):
        assert all(-3 <= mood <= 3 for mood in step.after.moods)
        assert step.after.elapsed >= elapsed
        elapsed = step.after.elapsed
        told = NO_POINTS
        for each in step.events:
            match each:
                case PromiseMade(promise):
                    assert promise not in made
                    made.add(promise)
                case PromiseKept(promise) | PromiseBroken(promise) | PromiseReleased(promise):
                    assert promise in made - settled
                    settled.add(promise)
                case Effect(cause, name, points):
                    told = told.plus(points)
                    assert points == NO_POINTS or f"{cause} {name}" not in counted
                    counted.add(f"{cause} {name}")
        assert step.points == told
        if step.stop is Stop.ENDED:
            assert made == settled
            assert step.after.due == ()


@examples(150)
@given(scenarios(), PICKS, st.integers(0, 16), st.text(max_size=5), st.booleans())
def test_of_a_wrong_journal_the_valid_prefix_is_played(
    scenario: Scenario, picks: list[int], where: int, foreign: str, is_known: bool
) -> None:
    """Whatever was put into it: what stands before is played, and the reason names the first wrong record."""
    playbook = compile_scenario(scenario)
    steps = played(playbook, picks)
    records = records_of(steps)
    place = where % len(steps)
    names = list(playbook.moves)
    wrong = names[where % len(names)] if is_known and names else foreign
    here = steps[place].after
    on_offer = choices(playbook, here) + tuple(filter(None, [silence(playbook, here)]))
    found = replay(playbook, [*records[:place], Decision(wrong, 0), *records[place:]])
    assert found.steps[: place + 1] == tuple(steps[: place + 1])
    if wrong in on_offer:
        assert found.accepted > place
        assert found.steps[place + 1] == play(playbook, here, wrong)
        return
    assert (len(found.steps), found.accepted) == (place + 1, place)
    assert found.refused is not None
    reason = "not on offer" if steps[place].stop is None else "the case has ended"
    assert found.refused.reason == (reason if wrong in playbook.moves else "unknown choice")
    assert (found.refused.choice, found.refused.available) == (wrong, on_offer)


HUB = book(
    hub=scene(choice("a", "hub", respect=1), choice("b", "hub"), choice("c", "hub"), choice("go", "end")), end=ending()
)


def test_play_goes_on_from_the_decision_it_was_taken_back_to() -> None:
    """The rewound decisions are gone; that there were any is remembered."""
    found = replay(
        HUB, [Decision("hub/a", 0), Decision("hub/b", 1), Decision("hub/c", 2), Rewind(1, 3), Decision("hub/go", 4)]
    )
    assert [step.choice for step in found.steps] == ["", "hub/a", "hub/go"]
    assert (found.accepted, found.was_rewound, found.refused) == (5, True, None)


def test_taken_back_and_decided_the_same_it_is_the_same() -> None:
    """The state has no memory of what did not happen."""
    plain = replay(HUB, [Decision("hub/a", 0), Decision("hub/b", 1)])
    again = replay(HUB, [Decision("hub/a", 0), Decision("hub/b", 1), Rewind(1, 2), Decision("hub/b", 3)])
    assert again.steps == plain.steps


def test_an_ended_play_can_be_tried_again_from_any_decision() -> None:
    """From the first on, too."""
    found = replay(HUB, [Decision("hub/a", 0), Decision("hub/go", 1), Rewind(0, 2), Decision("hub/b", 3)])
    assert [step.choice for step in found.steps] == ["", "hub/b"]


def test_timers_switched_off_change_nothing_in_the_play() -> None:
    """The record is right wherever it stands, and is no decision."""
    found = replay(HUB, [Decision("hub/a", 0), Untimed(timers=False, ms=1), Decision("hub/b", 2)])
    assert found.steps == replay(HUB, [Decision("hub/a", 0), Decision("hub/b", 1)]).steps
    assert (found.accepted, found.was_rewound, found.refused) == (3, False, None)


def test_a_rewind_to_nowhere_is_refused() -> None:
    """Back to before the opening, to where one stands, or into the future."""
    for rewind in (-1, 1, 2):
        found = replay(HUB, [Decision("hub/a", 0), Rewind(rewind, 1), Decision("hub/b", 2)])
        assert [step.choice for step in found.steps] == ["", "hub/a"]
        assert (found.accepted, found.was_rewound) == (1, False)
        assert found.refused == Refused("", "nothing to take back", ())


def test_a_decision_after_the_end_is_refused_as_such() -> None:
    """The reason says that the case has ended, not that the choice was wrong."""
    found = replay(HUB, [Decision("hub/go", 0), Decision("hub/a", 1)])
    assert found.refused == Refused("hub/a", "the case has ended", ())


def test_nothing_recorded_is_the_opening() -> None:
    """A journal of a head alone has been opened and no more."""
    assert replay(HUB, []) == ((start(HUB),), 0, False, None)
