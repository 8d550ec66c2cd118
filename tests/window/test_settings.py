"""Settings are values; what is no setting is refused."""

from __future__ import annotations

import pytest

from game.window.input import Zoom
from game.window.settings import Settings
from tests.window.gallery import SCREENS


def test_text_grows_in_steps_and_stops_at_the_ends() -> None:
    """100 to 200 per cent."""
    sizes = [Settings()]
    for _step in range(6):
        sizes.append(sizes[-1].with_text(1))
    assert [each.text_size for each in sizes] == [100, 125, 150, 175, 200, 200, 200]
    assert Settings().with_text(-1).text_size == 100


def test_colours_go_round() -> None:
    """Light, dark, high contrast, light."""
    settings = Settings()
    shown = []
    for _step in range(4):
        shown.append(settings.colours)
        settings = settings.with_next_colours()
    assert shown == ["light", "dark", "contrast", "light"]


def test_what_is_no_setting_is_refused() -> None:
    """The message quotes it."""
    with pytest.raises(ValueError, match="text size 300 is not one of 100"):
        Settings(text_size=300)
    with pytest.raises(ValueError, match="colours 'pink' are not one of light"):
        Settings(colours="pink")


def test_control_and_plus_enlarge_the_text_on_every_screen() -> None:
    """And minus makes it smaller again."""
    for make in SCREENS.values():
        stage = make()
        stage.act(Zoom(1))
        assert stage.settings.text_size == 125
        assert stage.theme.text == 1.25
        stage.act(Zoom(-1))
        assert stage.settings.text_size == 100
