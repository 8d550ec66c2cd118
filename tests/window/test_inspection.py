"""The inspection of screens finds what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pygame import Rect

from game.window.screens.screen import Screen
from game.window.settings import Settings
from game.window.stage import Stage
from game.window.theme import Theme
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.widget import Widget
from tests.window.gallery import nothing
from tests.window.inspection import broken_words, faults


class Placed(Widget):
    """Puts its children where a test says."""

    def __init__(self, *children: Widget, places: list[Rect]) -> None:
        super().__init__("Placed", *children)
        self.places = places

    def place(self, theme: Theme, rect: Rect) -> None:
        """There, whatever there is."""
        self.rect = rect
        for child, place in zip(self.children, self.places, strict=True):
            child.place(theme, place)


class Shown(Screen):
    """A screen of one widget."""

    title = "A screen"

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self.make = make

    def tree(self, _theme: Theme, _size: tuple[int, int]) -> Widget:
        """The widget, made anew."""
        return self.make()


def found(make: Callable[[], Widget]) -> str:
    """What is wrong with a widget that has the window to itself."""
    return "\n".join(faults(Stage(Shown(make), Settings(is_still=True), (640, 480))))


def button(key: str = "one") -> Button:
    """A button with a word on it."""
    return Button("Press", nothing, key=key)


def declared(label: Label, *, may_cut: bool) -> Label:
    """A label that says whether it may be cut."""
    label.may_cut = may_cut
    return label


def test_a_screen_without_fault_has_none() -> None:
    """Nothing is found where nothing is wrong."""
    assert found(lambda: Column("All", Label("One line"), button(), button("two"))) == ""


def test_a_text_that_is_cut_is_found() -> None:
    """Unless its widget says that it is, and its name tells the whole."""
    words = "Longer than the window is wide, " * 5
    assert "cuts" in found(lambda: declared(Label(words, one_line=True), may_cut=False))
    assert "cuts" in found(lambda: declared(Label(words, one_line=True, name="Short"), may_cut=True))
    assert found(lambda: declared(Label(words, one_line=True), may_cut=True)) == ""


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Rect(0, 0, 300, 8), "stands above or below"),
        (Rect(500, 0, 300, 40), "leaves its Placed"),
        (Rect(0, 475, 300, 40), "is out of sight"),
        (Rect(0, 0, 6, 400), "breaks"),
    ],
)
def test_a_text_without_room_is_found(place: Rect, told: str) -> None:
    """Too low, beside the window, below it, or too narrow for a word."""
    assert told in found(lambda: Placed(Label("Word"), places=[place]))


def test_texts_over_one_another_are_found() -> None:
    """Whatever widgets they belong to."""
    places = [Rect(0, 0, 300, 40), Rect(4, 6, 300, 40)]
    assert "over one another" in found(lambda: Placed(Label("One"), Label("Other"), places=places))


def test_what_the_focus_cannot_be_told_by_or_seen_on_is_found() -> None:
    """Two under one key are one to it."""
    assert "has the key of another" in found(lambda: Column("All", button("same"), button("same")))
    assert "lacks a key or a name" in found(lambda: Column("All", button("")))
    hidden = Rect(700, 0, 40, 40)
    assert "cannot be seen" in found(lambda: Placed(button(), places=[hidden]))


def test_what_keeps_tab_to_itself_is_found() -> None:
    """Nothing behind it would be reached."""

    class Greedy(Button):
        def act(self, _action: object) -> bool:
            return True

    assert "is not reached by Tab" in found(lambda: Column("All", Greedy("Press", nothing, key="one"), button("two")))


def test_a_page_of_which_nothing_is_seen_is_found() -> None:
    """Two lines are the least that can be read."""
    page = Column("Page", *(Label("Line") for _number in range(9)))
    scroll = Placed(Scroll("Scroll", page, ScrollState()), places=[Rect(0, 0, 300, 20)])
    assert "shows too little" in found(lambda: scroll)


def test_words_broken_without_a_hyphen_are_found() -> None:
    """Paths and the like may be; a hyphen of one's own is one."""
    assert list(broken_words("Nachbesprechung", ("Nachbe", "sprechung"))) == ["Nachbesprechung"]
    assert list(broken_words("Die Nachbesprechung", ("Die Nachbe-", "sprechung"))) == []
    assert list(broken_words("E-Mail-Liste", ("E-Mail-", "Liste"))) == []
    assert list(broken_words("one two\nthree", ("one", "two", "three"))) == []
    assert list(broken_words("/home/one/two", ("/home/o", "ne/two"))) == []
