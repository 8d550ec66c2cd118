"""What a trainer may wish for."""

from __future__ import annotations

import pytest

from game.trainer.starter.template import LANGUAGES, proposed
from game.trainer.starter.wishes import CHANNELS, Unusable, mood_of, tidy


def test_the_channels_are_those_of_the_format() -> None:
    """Written down once, in the model."""
    assert CHANNELS == ("phone", "chat", "email", "counter", "visit")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_comes_of_the_name(language: str) -> None:
    """The rest stands in the language's own case."""
    wishes = proposed("late-parcel_2", language)
    assert wishes.title == "Late parcel 2"
    assert wishes.language == language
    assert "" not in wishes


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  Two\twords ", "Two words"),
        ("a\nb\r\nc", "a b c"),
        ("a\u2028b", "a b"),
        ("1\u00a0kg", "1\u00a0kg"),
        ("Zoë\u200b Q", "Zoë Q"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_blanks_and_line_breaks_become_single_blanks(typed: str, text: str) -> None:
    """A title is one line; a blank that keeps two words together stays."""
    assert tidy(typed) == text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Some words"),
        (" \n ", "Some words"),
        ("x" * 201, "201 characters"),
        ("a\0b", "U\\+0000"),
        ("\ud800", "U\\+D800"),
    ],
)
def test_what_no_file_can_hold_is_refused(typed: str, told: str) -> None:
    """With the reason."""
    with pytest.raises(Unusable, match=told):
        tidy(typed)


@pytest.mark.parametrize(("typed", "mood"), [("-3", -3), (" +2 ", 2), ("0", 0), ("\N{MINUS SIGN}1", -1)])
def test_a_mood_is_a_whole_number(typed: str, mood: int) -> None:
    """With or without its sign."""
    assert mood_of(typed) == mood


@pytest.mark.parametrize("typed", ["4", "-4", "sad", "1.5", "", "٣"])
def test_any_other_mood_is_refused(typed: str) -> None:
    """With what may be typed."""
    with pytest.raises(Unusable, match="from -3"):
        mood_of(typed)
