"""The survey against every place that plays come to, whole history and all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from hypothesis import assume, event, given

from game.scenario import parts
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import play, start
from game.session.state import State
from game.solver.spans import LONG_WAIT
from game.solver.survey import Survey, survey
from tests.effort import examples
from tests.naive.enumerate import Census, Place, TooMany, decisions
from tests.naive.play import ENDED, Play, identity, open_play, take
from tests.strategies import scenarios

MOST_PLACES = 3_000
EXAMPLES = 200


def looked_through(scenario: Scenario) -> tuple[Census, Survey]:
    """Every place of a scenario, and its survey; too large ones are left to another example."""
    try:
        places = Census(scenario, MOST_PLACES)
    except TooMany:
        assume(False)
        raise
    return places, survey(compile_scenario(scenario))


def fewest(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The least number of each name."""
    least: dict[str, int] = {}
    for name, count in found:
        least[name] = min(count, least.get(name, count))
    return least


def replayed(scenario: Scenario, way: Iterable[str]) -> Play:
    """The play after a way."""
    at = open_play(scenario)
    for choice in way:
        at = take(at, choice)
    return at


@examples(EXAMPLES)
@given(scenarios())
def test_what_a_condition_answers_is_what_it_answers_in_some_play(scenario: Scenario) -> None:
    """Whether it is asked, holds, fails; and where first. A ring is walked once more by the second reading."""
    places, found = looked_through(scenario)
    paths = {id(condition): path for path, condition in parts.conditions(scenario)}
    answers: dict[parts.Path, set[bool]] = {}
    first: dict[parts.Path, int] = {}
    for step in places.steps():
        for condition, answer in step.asked:
            path = paths[id(condition)]
            answers.setdefault(path, set()).add(answer)
            first[path] = min(len(step.taken), first.get(path, len(step.taken)))
    told = {
        path: {answer for answer, came in ((True, asked.held), (False, asked.failed)) if came}
        for path, asked in found.conditions.items()
    }
    if places.rings():
        assert all(told[path] <= answers[path] for path in told)
    else:
        assert told == answers
    assert {path: len(asked.way) for path, asked in found.conditions.items()} == first
    for path, asked in found.conditions.items():
        at = replayed(scenario, asked.way)
        assert path in {paths[id(condition)] for condition, _ in at.asked}
    event(f"one-sided: {any(len(each) == 1 for each in answers.values())}")


@examples(EXAMPLES)
@given(scenarios())
def test_what_becomes_of_promises_is_what_becomes_of_them_in_some_play(scenario: Scenario) -> None:
    """Made, kept, broken and called off, each by as few decisions as it takes."""
    places, found = looked_through(scenario)
    for standing in ("made", "kept", "broken", "released"):
        naive = fewest((name, len(step.taken)) for step in places.steps() for name in _came_to(step, standing))
        told = {name: getattr(fate, standing) for name, fate in found.promises.items()}
        ways = {name: way for name, way in told.items() if way is not None}
        assert {name: len(way) for name, way in ways.items()} == naive
        assert all(name in _came_to(replayed(scenario, way), standing) for name, way in ways.items())
        event(f"{standing}: {bool(naive)}")


def _came_to(step: Play, standing: str) -> list[str]:
    return [str(happening[1]) for happening in step.happened if happening[0] == standing]


@examples(EXAMPLES)
@given(scenarios())
def test_the_way_to_a_scene_is_as_short_as_any(scenario: Scenario) -> None:
    """Passed or stood in, endings included; none to those no play enters."""
    places, found = looked_through(scenario)
    naive = fewest((name, len(step.taken)) for step in places.steps() for name in _opened(step))
    ways = {name: found.way_to(name) for name in scenario.scenes}
    assert {name: len(way) for name, way in ways.items() if way is not None} == naive
    for name, way in ways.items():
        assert way is None or name in _opened(replayed(scenario, way))


def _opened(step: Play) -> list[str]:
    return [str(happening[1]) for happening in step.happened if happening[0] == "opened"]


@examples(EXAMPLES)
@given(scenarios())
def test_a_long_wait_is_one_of_some_play(scenario: Scenario) -> None:
    """More than six days until the moment of a scene; by as few decisions as it takes."""
    places, found = looked_through(scenario)
    naive = fewest((name, len(step.taken)) for step in places.steps() for name in _waited(step))
    if places.rings():
        assert all(len(way) >= naive[name] for name, way in found.waits.items())
    else:
        assert {name: len(way) for name, way in found.waits.items()} == naive
    assert all(name in _waited(replayed(scenario, way)) for name, way in found.waits.items())
    event(f"waits: {bool(naive)}")


def _waited(step: Play) -> list[str]:
    return [name for name, seconds in step.waited if seconds > LONG_WAIT]


@examples(EXAMPLES)
@given(scenarios())
def test_a_promise_due_nearly_a_week_later_is_one_of_some_play(scenario: Scenario) -> None:
    """Of those by a moment alone; by as few decisions as it takes."""
    places, found = looked_through(scenario)
    naive = fewest((name, len(step.taken)) for step in places.steps() for name in _made_far(step))
    if places.rings():
        assert all(len(way) >= naive[name] for name, way in found.far.items())
    else:
        assert {name: len(way) for name, way in found.far.items()} == naive
    assert all(name in _made_far(replayed(scenario, way)) for name, way in found.far.items())
    event(f"far: {bool(naive)}")


def _made_far(step: Play) -> list[str]:
    promises = step.scenario.promises
    return [name for name, seconds in step.vowed if promises[name].by is not None and seconds > LONG_WAIT]


class _Counted(NamedTuple):
    after: Play
    decision: str
    length: int


class _Best:
    """The decisions without regret, over the places of all plays."""

    def __init__(self, places: Census) -> None:
        self.places = places
        self.values = places.values()

    def regret(self, here: Place, there: Place, points: int) -> int | None:
        attainable, left = self.values[here], self.values[there]
        return None if attainable is None or left is None else attainable - points - left

    def steps(self, *, with_silences: bool) -> Iterator[_Counted]:
        """What decisions of best plays come to, nearest first; beyond a silence only where asked to."""
        came: dict[Place, int] = {self.places.start: 0}
        waiting = deque(came)
        while waiting:
            here = waiting.popleft()
            for there, decision, points, after in self.places.ways[here]:
                if self.regret(here, there, points) != 0:
                    continue
                length = came[here] + 1
                yield _Counted(after, decision, length)
                if there not in came and (with_silences or not decision.endswith("/silence")):
                    came[there] = length
                    waiting.append(there)


@examples(EXAMPLES)
@given(scenarios())
def test_what_best_plays_break_and_need_is_what_plays_without_regret_do(scenario: Scenario) -> None:
    """Promises broken on the way, and a silence where there is no way without; both by as few decisions as it takes."""
    places, found = looked_through(scenario)
    best = _Best(places)
    broken = fewest(
        (name, step.length) for step in best.steps(with_silences=True) for name in _came_to(step.after, "broken")
    )
    assert {name: len(way) for name, way in found.best_breaks.items()} == broken
    quiet = list(best.steps(with_silences=False))
    ends = any(step.after.stop == ENDED and not step.decision.endswith("/silence") for step in quiet)
    if ends or best.values[places.start] is None or places.plays[places.start].stop == ENDED:
        assert found.best_silence is None
    else:
        assert found.best_silence is not None
        assert len(found.best_silence) == min(s.length for s in quiet if s.decision.endswith("/silence"))
    for way in (*found.best_breaks.values(), *([found.best_silence] if found.best_silence else [])):
        assert _regrets(best, scenario, way) == [0] * len(way)
    event(f"broken: {bool(broken)}, silence: {found.best_silence is not None}")


def _regrets(best: _Best, scenario: Scenario, way: tuple[str, ...]) -> list[int | None]:
    plays = [replayed(scenario, way[:length]) for length in range(len(way) + 1)]
    return [
        best.regret(identity(before), identity(after), after.total - before.total) for before, after in pairwise(plays)
    ]


@examples(EXAMPLES)
@given(scenarios())
def test_a_fault_that_pays_is_one_of_some_decision(scenario: Scenario) -> None:
    """A choice with loss and without regret, beside one without loss; where it first is, what it costs and gains."""
    places, found = looked_through(scenario)
    best = _Best(places)
    naive: dict[str, int] = {}
    gains: dict[tuple[str, int], set[int]] = {}
    for here, arrivals in places.ways.items():
        play = places.plays[here]
        spoken = [arrival for arrival in arrivals if not arrival.decision.endswith("/silence")]
        own = {arrival.decision: _own(scenario, play, arrival.decision) for arrival in spoken}
        regrets = {each.decision: best.regret(here, each.place, each.points) for each in spoken}
        others = [regret for name in own if own[name] >= 0 and (regret := regrets[name]) is not None]
        for name in own:
            if own[name] < 0 and regrets[name] == 0 and others:
                naive[name] = min(len(play.taken), naive.get(name, len(play.taken)))
                gains.setdefault((name, len(play.taken)), set()).add(min(others))
    assert {fault.choice: len(fault.way) for fault in found.faults} == naive
    for fault in found.faults:
        assert fault.gain in gains[fault.choice, len(fault.way)]
        at = replayed(scenario, fault.way)
        assert _own(scenario, at, fault.choice) == -fault.cost
        assert _own(scenario, at, fault.other) >= 0
    event(f"faults: {bool(naive)}")


def _own(scenario: Scenario, play: Play, name: str) -> int:
    move = next(move for _, each, move in parts.moves(scenario) if each == name)
    return 0 if name in play.taken else move.respect + move.proactivity + move.follow_through


@examples(60)
@given(scenarios())
def test_the_decisions_told_are_those_of_plays(scenario: Scenario) -> None:
    """Each with what is on offer, its points and its regret, at every place of every play."""
    places, found = looked_through(scenario)
    best = _Best(places)
    book = found.solution.book
    told = {decision.number: decision for decision in found.decisions()}
    for here, arrivals in places.ways.items():
        if arrivals:
            naive = places.plays[here]
            decision = told[found.number(_state(book, naive.taken))]
            assert decision.scene == naive.scene
            assert [(offer.move.name, offer.points.total, offer.regret) for offer in decision.offers] == [
                (each.decision, each.points, best.regret(here, each.place, each.points)) for each in arrivals
            ]
    for number, decision in told.items():
        at = replayed(scenario, found.way(number))
        assert [offer.move.name for offer in decision.offers] == decisions(at)


def _state(book: Playbook, way: Iterable[str]) -> State:
    step = start(book)
    for choice in way:
        step = play(book, step.after, choice)
    return step.after


@examples(EXAMPLES)
@given(scenarios())
def test_a_pit_is_where_plays_go_round(scenario: Scenario) -> None:
    """The scenes of places that only lead to each other; to be bound there, as few decisions as it takes."""
    places, found = looked_through(scenario)
    naive: dict[frozenset[str], int] = {}
    ahead = {here: _ahead(places, here) for here, arrivals in places.ways.items() if arrivals}
    values = places.values()
    for here, reached in ahead.items():
        if all(here in ahead.get(there, ()) for there in reached):
            scenes = frozenset(places.plays[there].scene for there in reached)
            bound = [each for each in ahead if values[each] is None and here in ahead[each]]
            length = min(len(places.plays[each].taken) for each in bound)
            naive[scenes] = min(length, naive.get(scenes, length))
    assert {frozenset(pit.scenes): len(pit.way) for pit in found.pits} == naive
    assert all(replayed(scenario, pit.way).scene == pit.scene for pit in found.pits)
    event(f"pits: {bool(naive)}")


def _ahead(places: Census, here: Place) -> set[Place]:
    """Every place that can be reached from one by a decision or more."""
    reached: set[Place] = set()
    waiting = [here]
    while waiting:
        for arrival in places.ways[waiting.pop()]:
            if arrival.place not in reached:
                reached.add(arrival.place)
                waiting.append(arrival.place)
    return reached
