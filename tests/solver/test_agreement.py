"""The solver against every play there is, walked one by one."""

from __future__ import annotations

from hypothesis import assume, event, given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import play, start
from game.session.state import State
from game.solver import EndingReach, Solution, Totals, Witness, solve
from tests.effort import examples
from tests.naive.enumerate import Census, Place, TooMany, complete_plays
from tests.naive.play import Play, identity, open_play, take
from tests.strategies import scenarios

MOST_PLACES = 3_000
MOST_DECISIONS = 20_000


def census(scenario: Scenario) -> Census:
    """Every place of a scenario; too large ones are left to another example."""
    try:
        return Census(scenario, MOST_PLACES)
    except TooMany:
        assume(False)
        raise


@examples(200)
@given(scenarios())
def test_best_worst_and_the_number_of_plays_are_those_of_all_plays(scenario: Scenario) -> None:
    """Per dimension, in total, and by ending; no number where the plays are endless."""
    places = census(scenario)
    loops: set[Place] = set()
    try:
        plays = list(complete_plays(open_play(scenario), MOST_DECISIONS, loops))
    except TooMany:
        assume(False)
    found = solve(compile_scenario(scenario))
    assert found.plays == (None if places.is_endless(loops) else len(plays))
    event(f"endless: {found.plays is None}, none: {not plays}")
    counted = [(*each.points, each.total) for each in plays]
    assert found.best == (Totals(*map(max, zip(*counted, strict=True))) if plays else None)
    assert found.worst == (Totals(*map(min, zip(*counted, strict=True))) if plays else None)
    assert dict(found.endings) == _endings(scenario, plays)


def _endings(scenario: Scenario, plays: list[Play]) -> dict[str, EndingReach]:
    found = {}
    for key, scene in scenario.scenes.items():
        if scene.ending is not None:
            totals = [each.total for each in plays if each.scene == key]
            extremes = (max(totals), min(totals)) if totals else (None, None)
            found[key] = EndingReach(scene.ending.outcome, bool(totals), *extremes)
    return found


@examples(200)
@given(scenarios())
def test_what_is_reached_and_where_it_gets_stuck_is_what_plays_show(scenario: Scenario) -> None:
    """Scenes, choices and silences; dead ends, rings and traps, each by as few decisions as it takes."""
    places = census(scenario)
    book = compile_scenario(scenario)
    found = solve(book)
    assert set(found.unreachable_scenes) == set(scenario.scenes) - places.entered
    assert set(found.unreachable_choices) == set(book.moves) - places.choices()
    assert {each.scene: len(each.path) for each in found.dead_ends} == places.dead_ends()
    assert {each.scene: len(each.path) for each in found.traps} == places.traps()
    rings = [(_replayed(scenario, each), each) for each in found.rings]
    assert {frozenset(at.ring): len(each.path) for at, each in rings} == places.rings()
    assert len(rings) == len(places.rings())
    assert all(each.scene in at.ring for at, each in rings)
    for each in found.dead_ends:
        assert (_replayed(scenario, each).scene, _replayed(scenario, each).stop) == (each.scene, "dead end")
    for each in found.traps:
        assert (_replayed(scenario, each).scene, _replayed(scenario, each).stop) == (each.scene, None)
    event(f"stuck: {len(found.dead_ends)} dead ends, {len(found.rings)} rings, {len(found.traps)} traps")


def _replayed(scenario: Scenario, witness: Witness) -> Play:
    at = open_play(scenario)
    for choice in witness.path:
        at = take(at, choice)
    return at


@examples(200)
@given(scenarios(), st.lists(st.integers(0, 11), max_size=12))
def test_a_state_is_worth_the_best_that_can_still_come_of_it(scenario: Scenario, picks: list[int]) -> None:
    """At every place of every play; so a regret is never negative, and the regrets of a play add up."""
    places = census(scenario)
    values = places.values()
    book = compile_scenario(scenario)
    found = solve(book)
    for place, naive in places.plays.items():
        assert _value(found, _state(book, naive.taken)) == values[place]
    naive = open_play(scenario)
    for pick in picks:
        ways = places.ways[identity(naive)]
        if not ways:
            break
        naive = take(naive, ways[pick % len(ways)].decision)
        assert _value(found, _state(book, naive.taken)) == values[identity(naive)]


def _state(book: Playbook, choices: list[str]) -> State:
    step = start(book)
    for choice in choices:
        step = play(book, step.after, choice)
    return step.after


def _value(found: Solution, state: State) -> int | None:
    return found.value(state)
