from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.scoring import grade, score, scores
from game.session.points import Points
from game.solver import Totals


@given(st.integers(-200, 200), st.integers(0, 400), st.integers(0, 400), st.sampled_from((100, 1000)))
def test_a_score_is_the_formula_of_the_page(worst: int, above: int, more: int, full: int) -> None:
    """floor(full · (points − worst) / (best − worst) + 1/2), reckoned here with fractions."""
    points, best = worst + above, worst + above + more
    expected = full if best == worst else floor(Fraction(full * (points - worst), best - worst) + Fraction(1, 2))
    assert score(points, worst, best, full) == expected


def test_a_half_is_rounded_up_and_what_is_below_it_down() -> None:
    """1 of 8 is 12.5 %: 13; 1 of 3 is 33.3 %: 33."""
    assert score(1, 0, 8, 100) == 13
    assert score(1, 0, 3, 100) == 33


def test_a_case_in_which_nothing_can_be_lost_scores_full() -> None:
    """Where best = worst, a dimension scores 100 and the case 1000."""
    same = Totals(1, 0, -2, -1)
    assert scores(Points(1, 0, -2), same, same) == (100, 100, 100, 1000)


def test_each_dimension_is_measured_by_its_own_extremes() -> None:
    """The total's extremes are not the sums of the dimensions'."""
    assert scores(Points(2, 0, 1), Totals(0, 0, -3, -2), Totals(4, 0, 3, 5)) == (50, 100, 67, 714)


@pytest.mark.parametrize(
    ("regret", "expected"),
    [
        (0, "best"),
        (1, "good"),
        (2, "slip"),
        (3, "slip"),
        (4, "mistake"),
        (5, "mistake"),
        (6, "blunder"),
        (17, "blunder"),
        (None, "blunder"),
    ],
)
def test_grades_go_by_regret(regret: int | None, expected: str) -> None:
    """0 best, 1 good, 2-3 slip, 4-5 mistake, 6 and more, or a trap, blunder."""
    assert grade(regret) == expected
