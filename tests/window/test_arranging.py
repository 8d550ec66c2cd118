"""Where widgets stand that share a window: side by side where there is room, one under the other where there is not."""

from __future__ import annotations

import pytest
from pygame import Rect

from game.looks.portrait import Look
from game.window.theme import Theme
from game.window.widgets.beside import Beside
from game.window.widgets.boxes import Flow, Gap
from game.window.widgets.footed import Footed
from game.window.widgets.label import Label
from game.window.widgets.portrait import Portrait
from game.window.widgets.portrayed import Portrayed
from game.window.widgets.way import Way
from tests.window.gallery import nothing

THEME = Theme()


def label() -> Label:
    """Some words."""
    return Label("Two words")


def test_lines_in_the_middle_leave_as_much_room_on_both_sides() -> None:
    """Each line by itself."""
    flow = Flow("row", label(), label(), label(), gap=10, is_centred=True)
    width = 2 * label().natural(THEME) + 40
    flow.place(THEME, Rect(100, 0, width, flow.measure(THEME, width)))
    first, second, third = (child.rect for child in flow.children)
    assert first.y == second.y < third.y
    assert abs((first.left - 100) - (100 + width - second.right)) <= 1
    assert abs(third.centerx - (100 + width // 2)) <= 1


@pytest.mark.parametrize(("width", "is_wide"), [(1000, True), (700, False)])
def test_what_stands_beside_goes_below_where_it_is_narrow(width: int, is_wide: bool) -> None:
    """And takes all the width then; large text makes a window narrow."""
    pair = Beside("pair", Gap(50), Gap(80))
    height = pair.measure(THEME, width)
    pair.place(THEME, Rect(0, 0, width, height))
    main, side = pair.main.rect, pair.side.rect
    assert (main.right < side.left) is is_wide
    assert (height == 80) is is_wide
    assert side.bottom == height
    assert Beside("pair", Gap(50), Gap(80)).measure(Theme(text=2.0), width) > 80


@pytest.mark.parametrize(("width", "is_beside"), [(600, True), (300, False)])
def test_words_stand_beside_a_face_or_below_it(width: int, is_beside: bool) -> None:
    """Below, where they would have too little room."""
    both = Portrayed(Portrait("Kim", Look(), 0, side=160), label())
    height = both.measure(THEME, width)
    both.place(THEME, Rect(0, 0, width, height))
    face, words = both.portrait.rect, both.words.rect
    assert (words.left > face.right) is is_beside
    assert (words.top > face.bottom) is not is_beside
    assert max(face.bottom, words.bottom) <= height


def test_a_foot_stays_at_the_bottom() -> None:
    """The body takes what is left, and never less than nothing."""
    page = Footed("page", Gap(1000), Gap(60))
    page.place(THEME, Rect(0, 0, 400, 300))
    assert page.foot.rect.bottom == 300
    assert page.body.rect.bottom < page.foot.rect.top
    page.place(THEME, Rect(0, 0, 400, 40))
    assert page.body.rect.height == 0
    assert page.measure(THEME, 400) > 1060


def test_a_way_is_as_high_as_its_words_need() -> None:
    """In a narrow place they are broken."""
    way = Way("All cases of everybody", "A line below it that says what there is", "shelf", nothing, key="way")
    assert way.measure(THEME, 160) > way.measure(THEME, way.natural(THEME)) > 0
