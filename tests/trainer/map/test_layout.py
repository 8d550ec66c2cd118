"""Where everything stands: cards apart, arrows from row to card and round the others."""

from __future__ import annotations

from itertools import combinations, pairwise

from game.trainer.map.frame import WIDTH
from game.trainer.map.layout import Placed, Plan, Point, lay_out
from game.trainer.map.making import chart_of
from tests.cases import case, choice, ending, scene

NEAR = 0.6
"""Places are rounded to a tenth."""


def test_no_card_lies_on_another(plan: Plan) -> None:
    """There is room between any two."""
    for one, other in combinations(plan.cards, 2):
        across = max(one.x, other.x) - min(one.x, other.x) - WIDTH
        upper, lower = sorted((one, other), key=lambda card: card.y)
        assert across > 5 or lower.y - upper.y - upper.frame.height > 5, (one.frame.card.name, other.frame.card.name)


def test_every_scene_has_its_card_within_the_map(plan: Plan) -> None:
    """In the chart's order, and nothing sticks out."""
    assert [placed.frame.card for placed in plan.cards] == list(plan.chart.cards)
    for placed in plan.cards:
        assert -NEAR <= placed.x <= plan.width - WIDTH + NEAR
        assert -NEAR <= placed.y <= plan.height - placed.frame.height + NEAR


def test_every_arrow_leaves_at_its_row_and_ends_on_its_card(plan: Plan) -> None:
    """On the right border of the one, on the left border of the other; two ends never fall together."""
    cards = {placed.frame.card.name: placed for placed in plan.cards}
    ends: list[Point] = []
    for run in plan.runs:
        source, target = cards[run.scene], cards[run.arrow.to]
        row = next(row for row in source.frame.rows if row.way is run.way)
        pin = source.y + row.pins[run.way.arrows.index(run.arrow)]
        first, last = run.points[0], run.points[-1]
        assert abs(first.x - source.x - WIDTH) < NEAR
        assert abs(first.y - pin) < NEAR
        assert source.y + row.top <= first.y <= source.y + row.bottom
        assert abs(last.x - target.x) < NEAR
        assert target.y <= last.y <= target.y + target.frame.height
        ends += [first, last]
    assert len(set(ends)) == len(ends)


def test_no_arrow_runs_through_a_card(plan: Plan) -> None:
    """Arrows run level or upright, and go round what is in the way."""
    for run in plan.runs:
        for one, other in pairwise(run.points):
            assert min(abs(one.x - other.x), abs(one.y - other.y)) <= 1
            for placed in plan.cards:
                assert not _crosses(one, other, placed), (run.way.name, placed.frame.card.name)


def test_every_arrow_of_the_chart_is_drawn(plan: Plan) -> None:
    """Once each."""
    arrows = [(way.name, arrow) for card in plan.chart.cards for way in card.ways for arrow in way.arrows]
    assert [(run.way.name, run.arrow) for run in plan.runs] == arrows


def test_the_same_case_is_laid_out_the_same(plan: Plan) -> None:
    """To the last digit."""
    assert lay_out(plan.chart) == plan


def test_a_choice_that_leads_back_to_its_own_scene_has_an_arrow() -> None:
    """A loop from the card to itself; and one scene alone is a map too."""
    plan = lay_out(
        chart_of("case", case(one=scene(choice("again", "one", again=True), choice("on", "end")), end=ending()))
    )
    assert [(run.scene, run.arrow.to) for run in plan.runs] == [("one", "one"), ("one", "end")]
    assert len(plan.runs[0].points) > 2
    alone = lay_out(chart_of("case", case(end=ending())))
    assert (len(alone.cards), alone.runs) == (1, ())


def _crosses(one: Point, other: Point, placed: Placed) -> bool:
    """Whether a piece of an arrow runs through the inside of a card."""
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    return (
        left < placed.x + WIDTH - NEAR
        and right > placed.x + NEAR
        and top < placed.y + placed.frame.height - NEAR
        and bottom > placed.y + NEAR
    )
