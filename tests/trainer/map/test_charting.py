"""What a map shows of a case."""

from __future__ import annotations

from hypothesis import given, settings

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.solver import TooManyStates, solve
from game.trainer.map.chart import Chart
from game.trainer.map.charting import draw_up
from game.trainer.map.making import chart_of
from tests.cases import case, choice, ending, line, promise, scene, silence
from tests.strategies import scenarios


@settings(max_examples=40, deadline=None)
@given(scenarios())
def test_grey_is_exactly_what_no_play_reaches(scenario: Scenario) -> None:
    """Scenes, choices and silences, as the solver has it; and the best play's way runs from the first scene on."""
    playbook = compile_scenario(scenario)
    try:
        solution = solve(playbook, 3_000)
    except TooManyStates:
        return
    chart = draw_up("case", playbook, solution)
    ways = [way for card in chart.cards for way in card.ways if way.kind != "pass"]
    assert [card.name for card in chart.cards] == list(scenario.scenes)
    assert {card.name for card in chart.cards if not card.is_reachable} == set(solution.unreachable_scenes)
    assert {way.name for way in ways if not way.is_reachable} == set(solution.unreachable_choices)
    if chart.best_play is not None:
        assert next(card for card in chart.cards if card.is_start).is_best
        assert {way.name for way in ways if way.is_best} == set(chart.best_play)


def test_the_best_way_is_marked_through_scenes_that_pass_on() -> None:
    """From the choice to the scene it opens, and from there on to where the case goes by itself."""
    chart = chart_of(
        "case",
        case(
            one=scene(choice("good", "between", respect=1), choice("bad", "two", respect=-1)),
            between=scene(goto=[("mood > 2", "one"), "two"]),
            two=scene(choice("on", "end")),
            end=ending(),
        ),
    )
    best = {(way.name, arrow.to) for card in chart.cards for way in card.ways for arrow in way.arrows if arrow.is_best}
    assert best == {("one/good", "between"), ("between", "two"), ("two/on", "end")}


def test_every_way_out_of_every_scene_has_its_arrows(scenario: Scenario, chart: Chart) -> None:
    """Choices, silences and passing on; each `goto` an arrow."""
    for card, (name, part) in zip(chart.cards, scenario.scenes.items(), strict=True):
        ways = [*part.choices, *([part.silence] if part.silence else [])]
        exits = [[(way.to) for way in move.goto] for move in ways] + (
            [[way.to for way in part.goto]] if part.goto else []
        )
        assert [[arrow.to for arrow in way.arrows] for way in card.ways] == exits, name


def test_a_case_that_is_too_large_is_drawn_without_what_only_the_solver_knows() -> None:
    """Nothing grey, nothing thick, no best and worst; everything else is there."""
    parts = case(one=scene(choice("on", "end", respect=1)), lost=scene(choice("on", "end")), end=ending())
    chart = chart_of("case", parts, limit=1)
    assert not chart.is_solved
    assert (chart.extremes, chart.best_play) == (None, None)
    assert all(card.is_reachable and not card.is_best for card in chart.cards)
    assert len(chart.cards) == 3


def test_a_first_line_that_has_a_condition_says_so() -> None:
    """Else it would read as if it were always said."""
    says = [line("They hold.", "taken one/on"), line("Monday.")]
    chart = chart_of("case", case(one=scene(choice("on", "end")), end=ending(says=says)))
    assert [card.opening for card in chart.cards] == ["Hello.", "[if taken one/on] They hold."]


def test_a_way_tells_what_it_does() -> None:
    """Promises made, kept and called off; its condition, its price in time, and its points by dimension."""
    chart = chart_of(
        "case",
        case(
            word=promise(within="1 day"),
            one=scene(
                choice("give", "two", promise="word", takes="5 min", follow_through=1),
                within="30 s",
                silence=silence("two", respect=-2),
            ),
            two=scene(choice("keep", "end", keep="word", when="open word"), choice("off", "end", release="word")),
            end=ending("delighted"),
        ),
    )
    give, fallen = chart.cards[0].ways
    keep, off = chart.cards[1].ways
    assert [pledged.standing for way in (give, keep, off) for pledged in way.pledges] == ["open", "kept", "released"]
    assert (give.notes, give.points, give.tone) == (("takes 5 minutes",), (0, 0, 1), "good")
    assert (fallen.kind, fallen.tone, chart.cards[0].limit) == ("silence", "bad", "30 seconds")
    assert keep.when == "open word"
    assert (off.tone, chart.cards[2].outcome) == ("neutral", "delighted")
