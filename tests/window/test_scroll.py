"""Scrolling: by wheel, finger, keys, and by what has the focus."""

from __future__ import annotations

import pytest
from pygame import Rect

from game.window.input import Action, Drag, Move, Page, Press, Wheel
from game.window.theme import Theme
from game.window.widgets.boxes import Column
from game.window.widgets.label import Label
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.widget import Widget
from tests.window.gallery import SCREENS

PLACE = (100, 100)


def page(state: ScrollState, lines: int = 40, height: int = 200) -> Scroll:
    """Lines of text in a window too low for them."""
    column = Column("lines", *(Label(f"Line {number}") for number in range(lines)))
    scroll = Scroll("page", column, state)
    scroll.place(Theme(), Rect(0, 0, 400, height))
    return scroll


@pytest.mark.parametrize(
    ("action", "is_down"),
    [
        (Wheel(PLACE, -1), True),
        (Drag(PLACE, -30), True),
        (Page(1), True),
        (Move.DOWN, True),
        (Wheel(PLACE, 1), False),
        (Drag(PLACE, 30), False),
        (Page(-1), False),
        (Move.UP, False),
    ],
)
def test_every_way_of_scrolling_moves_the_page(action: Action, is_down: bool) -> None:
    """Down shows what lies further down; the page moves up by as much."""
    state = ScrollState()
    scroll = page(state)
    state.offset = 100
    assert scroll.act(action)
    assert (state.offset > 100) is is_down
    assert scroll.page.rect.y == -state.offset


def test_it_ends_at_both_ends() -> None:
    """Nothing moves beyond; then the action is left to others."""
    state = ScrollState()
    scroll = page(state)
    assert not scroll.act(Move.UP)
    assert scroll.act(Page(1, is_end=True))
    assert state.is_at_end
    assert not scroll.act(Move.DOWN)
    assert not scroll.act(Press())


def test_a_page_that_fits_does_not_scroll() -> None:
    """No bar, no offset."""
    state = ScrollState()
    scroll = page(state, lines=2)
    assert state.furthest == 0
    assert not scroll.act(Move.DOWN)


def test_what_is_to_be_seen_comes_into_sight() -> None:
    """The page moves as little as is needed, in both directions."""
    state = ScrollState()
    scroll = page(state)
    last, first = scroll.page.children[-1], scroll.page.children[0]
    scroll.reveal(last)
    assert scroll.rect.contains(last.rect)
    assert state.is_at_end
    scroll.reveal(first)
    assert scroll.rect.contains(first.rect)
    assert state.offset == 0


def test_the_end_is_followed_until_somebody_scrolls_back() -> None:
    """A growing conversation shows its newest line, unless an older one is being read."""
    state = ScrollState(stays_at_end=True)
    page(state, lines=20)
    assert state.is_at_end
    page(state, lines=30)
    assert state.is_at_end
    state.by(-120)
    read = state.offset
    page(state, lines=40)
    assert state.offset == read


def test_a_short_conversation_stands_at_the_bottom() -> None:
    """Near the choices, where the eyes are."""
    column = Column("lines", Label("One line"))
    scroll = Scroll("page", column, ScrollState(), at_bottom=True)
    scroll.place(Theme(), Rect(0, 0, 400, 300))
    assert column.rect.bottom == 300


def test_what_is_scrolled_out_of_sight_is_not_pressed() -> None:
    """A place outside the window of the page meets nothing of the page."""
    scroll = page(ScrollState())
    assert list(scroll.at((10, 300))) == []
    assert isinstance(next(iter(scroll.at((10, 10)))), Widget)


def test_the_wheel_scrolls_what_lies_under_the_pointer() -> None:
    """In the conversation: the log or the choices."""
    stage = SCREENS["timed"]((800, 600), "light", 200)
    log = next(widget for widget in stage.tree.walk() if widget.key == "log")
    assert isinstance(log, Scroll)
    before = log.state.offset
    assert stage.act(Wheel(log.rect.center, 1))
    assert log.state.offset < before


def test_page_keys_scroll_back_wherever_the_focus_is() -> None:
    """Page Up shows what was said before."""
    stage = SCREENS["timed"]((800, 600), "light", 100)
    log = next(widget for widget in stage.tree.walk() if widget.key == "log")
    assert isinstance(log, Scroll)
    stage.act(Page(-1))
    assert not log.state.is_at_end


def test_a_page_placed_anew_keeps_its_end_in_sight() -> None:
    """Beside its bar it is higher than without."""
    state = ScrollState()
    words = "Every word of this label takes room, and beside the bar there is a little less of it for each. " * 3
    scroll = Scroll("page", Column("labels", *(Label(words) for _label in range(40))), state)
    for width in range(300, 340, 5):
        scroll.place(Theme(), Rect(0, 0, width, 200))
        state.by(state.furthest)
        end = state.offset
        scroll.place(Theme(), Rect(0, 0, width, 200))
        assert state.offset == end
