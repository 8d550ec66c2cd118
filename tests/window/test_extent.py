"""A window opens no larger than its display."""

from __future__ import annotations

import pytest

from game.records import Person, keep_last_size, last_settings, last_size
from game.records.people import choose_person
from game.window.extent import fitting

SMALLEST = (640, 480)


@pytest.mark.parametrize(
    ("display", "size"),
    [((1920, 1080), (1280, 800)), ((1000, 1400), (984, 800)), ((1366, 768), (1280, 696)), ((320, 240), SMALLEST)],
)
def test_a_window_keeps_within_its_display(display: tuple[int, int], size: tuple[int, int]) -> None:
    """Its title bar, too; but never so small that the game could not be read."""
    assert fitting((1280, 800), SMALLEST, [display]) == size


def test_without_a_display_it_is_as_it_was_asked_for() -> None:
    """Nothing is known to fit it to."""
    assert fitting((1280, 800), SMALLEST, []) == (1280, 800)


@pytest.mark.usefixtures("home")
def test_the_size_stays_whoever_plays() -> None:
    """It belongs to the computer; their settings stay theirs."""
    assert last_size() is None
    keep_last_size((900, 700))
    choose_person(Person("a", "Kim", settings={"text_size": 150}))
    assert last_size() == (900, 700)
    assert last_settings() == {"text_size": 150}
