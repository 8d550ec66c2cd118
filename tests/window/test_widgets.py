"""Widgets: named, measured, placed."""

from __future__ import annotations

import pytest
from pygame import Rect

from game.window.theme import Theme, scale_for
from game.window.widgets.boxes import Column, Flow, Grid, Row
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.meter import Ring
from game.window.widgets.widget import Nameless, Widget
from tests.window.gallery import nothing

THEME = Theme()


@pytest.mark.parametrize("name", ["", "   "])
def test_a_widget_without_a_name_cannot_be_made(name: str) -> None:
    """A screen reader would have nothing to say about it."""
    for make in (Widget, lambda name: Button(name, nothing, key="x"), Label):
        with pytest.raises(Nameless, match="needs a name that can be read aloud"):
            make(name)


def test_a_row_gives_what_is_left_to_the_one_that_grows() -> None:
    """The others keep their natural widths."""
    row = Row("row", Label("one"), Label("two"), Label("three"), grows=1)
    row.place(THEME, Rect(0, 0, 400, 40))
    one, two, three = row.children
    assert one.rect.width == one.natural(THEME)
    assert three.rect.right == 400
    assert two.rect.width > two.natural(THEME)


def test_a_row_too_narrow_shrinks_all_alike() -> None:
    """Nothing is pushed out at the side."""
    row = Row("row", Label("some words"), Label("some words"))
    row.place(THEME, Rect(0, 0, 60, 80))
    assert row.children[0].rect.width == row.children[1].rect.width
    assert row.children[1].rect.right <= 60


def test_a_flow_goes_on_in_the_next_line() -> None:
    """Where the width ends."""
    flow = Flow("flow", *(Label("word") for _number in range(6)))
    narrow, wide = flow.measure(THEME, 90), flow.measure(THEME, 900)
    assert narrow > wide
    flow.place(THEME, Rect(0, 0, 90, narrow))
    assert flow.children[-1].rect.bottom == narrow


def test_a_grid_keeps_a_row_as_high_as_its_highest() -> None:
    """Cards side by side end at the same line."""
    grid = Grid("grid", Label("one"), Label("one\ntwo\nthree"), Label("last"), columns=2)
    grid.place(THEME, Rect(0, 0, 300, grid.measure(THEME, 300)))
    one, two, last = grid.children
    assert one.rect.height == two.rect.height
    assert last.rect.top >= two.rect.bottom


def test_a_column_is_as_high_as_all_it_holds() -> None:
    """Children, gaps and padding."""
    column = Column("column", Label("one"), Label("two"), gap=10, padding=5)
    height = column.measure(THEME, 200)
    column.place(THEME, Rect(0, 0, 200, height))
    assert column.children[-1].rect.bottom == height - 5


def test_meters_tell_their_value() -> None:
    """A ring is of a hundred."""
    assert Ring("Respect: 40 of 100", 40, label="Respect").value == (40, 100)


@pytest.mark.parametrize(
    ("size", "density", "scale"),
    [((800, 600), 1.0, 1.0), ((1280, 800), 1.0, 1.0), ((2560, 1600), 2.0, 2.0), ((3840, 2160), 1.0, 2.484)],
)
def test_sizes_follow_the_window_and_the_display(size: tuple[int, int], density: float, scale: float) -> None:
    """Never smaller than designed, never smaller than the display's density; a large window is filled."""
    assert scale_for(size, density) == pytest.approx(scale)


def test_large_text_leaves_spaces_alone_and_titles_grow_less() -> None:
    """Text size is for text."""
    large = Theme(text=2.0)
    assert large.px(10) == THEME.px(10)
    assert large.em(10) == 2 * THEME.em(10)
    assert THEME.title(20) < large.title(20) < 2 * THEME.title(20)
