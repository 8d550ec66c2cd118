"""What players come to, against all plays of small cases, solved as linear equations by the naive rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from random import Random

from hypothesis import assume, event, given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.solver import survey
from game.trainer.check.players.futures import futures
from game.trainer.check.players.value import means
from tests.cases import book, case, choice, ending, line, scene, silence
from tests.effort import examples
from tests.naive.enumerate import Place
from tests.naive.play import ENDED, Play, identity, offers, open_play, take
from tests.strategies import scenarios

MOST_PLACES = 120
CLOSE = Fraction(1, 10_000)

Habit = Callable[[Sequence[str]], Sequence[int]]
"""Which of the choices on offer, by full name, somebody takes."""


def mean_of(scenario: Scenario, habit: Habit) -> Fraction | None:
    """What the players' own walk says."""
    found = futures(survey(compile_scenario(scenario)))
    return means(found, [habit([move.name for move in offer]) for offer in found.offers])


def naive_mean(scenario: Scenario, habit: Habit) -> Fraction | None:
    """The same from every place of the naive rules; None where some play may never end."""
    opening = open_play(scenario)
    plays: dict[Place, Play] = {identity(opening): opening}
    ways: dict[Place, list[tuple[Place, int]]] = {}
    waiting = list(plays)
    while waiting:
        here = waiting.pop()
        play = plays[here]
        names = offers(play)
        ways[here] = []
        for position in habit(names) if names else ():
            after = take(play, names[position])
            there = identity(after)
            ways[here].append((there, after.total - play.total))
            if there not in plays:
                plays[there] = after
                waiting.append(there)
        assume(len(plays) <= MOST_PLACES)
    ended = {place for place, play in plays.items() if play.stop == ENDED}
    if not all(_can_end(place, ways, ended) for place in plays):
        return None
    return _solved(ways, ended)[identity(opening)]


def _can_end(place: Place, ways: Mapping[Place, list[tuple[Place, int]]], ended: set[Place]) -> bool:
    seen, waiting = {place}, [place]
    for here in waiting:
        if here in ended:
            return True
        fresh = {there for there, _ in ways[here]} - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _solved(ways: Mapping[Place, list[tuple[Place, int]]], ended: set[Place]) -> dict[Place, Fraction]:
    """Each place is worth the mean of its ways: solved by replacing one place after the other by what it is worth."""
    rows: dict[Place, tuple[dict[Place, Fraction], Fraction]] = {}
    for place, arrivals in ways.items():
        shares: dict[Place, Fraction] = {}
        gain = Fraction(0)
        for there, points in arrivals:
            gain += Fraction(points, len(arrivals))
            if there not in ended:
                shares[there] = shares.get(there, Fraction(0)) + Fraction(1, len(arrivals))
        if place not in ended:
            rows[place] = shares, gain
    for place in list(rows):
        shares, gain = rows[place]
        staying = shares.pop(place, Fraction(0))
        own = {there: share / (1 - staying) for there, share in shares.items()}, gain / (1 - staying)
        rows[place] = own
        for other, (theirs, theirs_gain) in rows.items():
            share = theirs.pop(place, None) if other != place else None
            if share is not None:
                for there, part in own[0].items():
                    theirs[there] = theirs.get(there, Fraction(0)) + share * part
                rows[other] = theirs, theirs_gain + share * own[1]
    assert not any(shares for shares, _ in rows.values())
    return {**{place: gain for place, (_, gain) in rows.items()}, **dict.fromkeys(ended, Fraction(0))}


def everything(names: Sequence[str]) -> Sequence[int]:
    """Takes whatever there is, each equally often."""
    return range(len(names))


def only(position: int) -> Habit:
    """Takes the choice in this place, or the last."""
    return lambda names: [min(position, len(names) - 1)]


def some(seed: int) -> Habit:
    """Takes one or several of the choices on offer, always the same ones of the same."""

    def take_some(names: Sequence[str]) -> Sequence[int]:
        dice = Random(f"{seed} {names}")
        return sorted(dice.sample(range(len(names)), dice.randint(1, len(names))))

    return take_some


@examples(150)
@given(scenarios())
def test_chance_comes_to_the_mean_of_all_plays(scenario: Scenario) -> None:
    """Loops included: there the mean is the solution of linear equations."""
    agree(scenario, everything)


@examples(150)
@given(scenarios(), st.integers(0, 1000))
def test_a_player_comes_to_the_mean_of_his_plays(scenario: Scenario, seed: int) -> None:
    """Whatever he takes, one choice or several equally often."""
    agree(scenario, some(seed))


def agree(scenario: Scenario, habit: Habit) -> None:
    """Hold the two against each other; the walk rounds down."""
    expected, found = naive_mean(scenario, habit), mean_of(scenario, habit)
    event(f"has a mean: {expected is not None}")
    if expected is None or found is None:
        assert expected is found
    else:
        assert 0 <= expected - found < CLOSE


def test_a_loop_is_left_with_the_mean_of_its_ways_out() -> None:
    """Asking again and again wins nothing; one leaves for either side equally often, for one of them first."""
    scenario = case(
        here=scene(
            choice("again", goto="there", again=True),
            choice("well", goto="end", respect=3),
        ),
        there=scene(
            choice("back", goto="here", again=True),
            choice("badly", goto="end", respect=-3),
        ),
        end=ending(),
    )
    found = mean_of(scenario, everything)
    assert found is not None
    assert abs(found - 1) < CLOSE


def test_a_play_that_never_ends_has_no_mean() -> None:
    """Whoever always goes back has none, and whoever goes back as often as on has one."""
    scenario = case(
        here=scene(choice("on", goto="there")),
        there=scene(choice("round", goto="there", again=True), choice("out", goto="end", respect=2)),
        end=ending(),
    )
    assert mean_of(scenario, only(0)) is None
    chance = mean_of(scenario, everything)
    assert chance is not None
    assert abs(chance - 2) < CLOSE


def test_a_share_in_a_dead_end_leaves_no_mean() -> None:
    """A mean over the plays that end would praise a case for its traps."""
    scenario = case(
        here=scene(choice("on", goto="stuck"), choice("out", goto="end")),
        stuck=scene(),
        end=ending(),
    )
    assert mean_of(scenario, everything) is None
    assert mean_of(scenario, only(1)) == 0


def test_nobody_keeps_silent() -> None:
    """What a silence brings does not count, nor what comes after it."""
    scenario = case(
        here=scene(choice("out", goto="end", respect=1), within="10 s", silence=silence(goto="end", respect=-3)),
        end=ending(),
    )
    assert mean_of(scenario, everything) == 1


def test_states_with_the_same_future_are_one() -> None:
    """Ways that meet again, though something was remembered, are walked once."""
    playbook = book(
        here=scene(choice("a", goto="there", respect=1, remember="a"), choice("b", goto="there", respect=-1)),
        there=scene(choice("c", goto="thanks"), choice("d", goto="end", respect=1)),
        thanks=scene(says=[line("You asked.", if_="a"), line("Thanks.")], goto="end"),
        end=ending(),
    )
    found = futures(survey(playbook))
    assert [len(offer) for offer in found.offers] == [2, 2]
    assert len(found.all) == 4
