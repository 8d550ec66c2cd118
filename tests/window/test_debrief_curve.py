"""The mood over the case, and the ways about a long debrief."""

from __future__ import annotations

from itertools import pairwise

import pygame

from game.looks.curve import smooth_path
from game.window.input import Click
from game.window.screens.debrief.curve import CurvePoint, MoodCurve
from game.window.screens.debrief.fold import Fold
from tests.window.debriefed import BEST, LOST, at, press, sixty
from tests.window.gallery import debriefing, on_stage, shown


def test_the_mood_curve_is_told_in_words() -> None:
    """From the opening through every decision."""
    assert "The mood of the customer: at the opening worried, after decision 1 worried" in shown(
        on_stage(debriefing(*LOST))
    )


def test_choosing_a_decision_on_the_curve_leads_to_its_card() -> None:
    """It is opened, in sight, and has the focus."""
    stage = on_stage(debriefing(*BEST), (1280, 800))
    stage.act(Click(at(stage, "curve-2").rect.center))
    card = at(stage, "decision-2")
    assert stage.focus is card
    assert pygame.Rect((0, 0), stage.size).contains(card.rect)
    assert "The truth, and a way on." in shown(stage)
    press(stage, "decision-2")
    assert "The truth, and a way on." not in shown(stage)


def test_the_curve_stands_where_the_moods_are() -> None:
    """Higher for better, from left to right, each with its grade told in words."""
    stage = on_stage(debriefing(*LOST))
    points = [widget for widget in stage.tree.walk() if isinstance(widget, CurvePoint)]
    assert [point.name for point in points] == [
        "Decision 1, a blunder, 7 points lost, mood worried",
        "Decision 2, nearly the best, 1 point lost, mood annoyed",
        "Decision 3, a slip, 3 points lost, mood annoyed",
    ]
    (x, y), (later_x, later_y), (last_x, last_y) = (point.centre for point in points)
    assert x < later_x < last_x
    assert y < later_y == last_y


def test_a_long_case_is_told_in_rows_and_lines() -> None:
    """Sixty decisions: the curve goes on in rows wide enough for a finger, and what lost nothing is closed."""
    stage = on_stage(sixty(), (1280, 800))
    points = [widget for widget in stage.tree.walk() if isinstance(widget, CurvePoint)]
    assert len(points) == 60
    assert len({point.rect.y for point in points}) > 1
    assert min(point.rect.width for point in points) >= stage.theme.px(40)
    heads = [widget for widget in stage.tree.walk() if isinstance(widget, Fold) and widget.key.startswith("decision")]
    assert [head.is_open for head in heads] == [False, True] * 30
    press(stage, "open-all")
    heads = [widget for widget in stage.tree.walk() if isinstance(widget, Fold) and widget.key.startswith("decision")]
    assert all(head.is_open for head in heads)
    assert at(stage, "open-all").name == "Close those that lost nothing"
    press(stage, "open-all")
    assert not at(stage, "decision-1").is_open  # type: ignore[attr-defined]
    assert "open-all" not in {widget.key for widget in on_stage(debriefing(*LOST)).tree.walk()}


def test_the_curve_names_the_chapters_where_they_begin() -> None:
    """As many decisions stand before each as were taken in the play."""
    curve = next(
        widget
        for widget in on_stage(debriefing("lobby/listen", "search/honest")).tree.walk()
        if isinstance(widget, MoodCurve)
    )
    assert curve.chapters == [(0, "At the desk"), (2, "Ten minutes later")]


def test_a_smooth_line_stays_between_its_points() -> None:
    """Its pieces begin and end at them, and their handles never leave the heights between the two."""
    points = [(0, 50), (10, 20), (20, 20), (40, 90), (50, 10)]
    path = smooth_path(points)
    pieces = path.split("C")[1:]
    assert path.startswith("M0 50")
    for ((_, y), (end_x, end_y)), piece in zip(pairwise(points), pieces, strict=True):
        numbers = [float(number) for number in piece.split()]
        assert numbers[4:] == [end_x, end_y]
        assert min(y, end_y) <= numbers[1] <= max(y, end_y)
        assert min(y, end_y) <= numbers[3] <= max(y, end_y)
