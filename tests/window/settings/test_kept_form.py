"""Settings are kept as plain values, and taken back whatever became of them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.looks.palette import PALETTES
from game.window.settings import PACES, TEXT_SIZES, VOLUMES, Settings

SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(["", "en", "de"]),
    text_size=st.sampled_from(TEXT_SIZES),
    colours=st.sampled_from(list(PALETTES)),
    is_still=st.booleans(),
    has_timers=st.booleans(),
    pace=st.sampled_from(PACES),
    volume=st.sampled_from(VOLUMES),
    has_captions=st.booleans(),
    reads_aloud=st.booleans(),
    fills_screen=st.booleans(),
    knows_the_way=st.booleans(),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
NAMES = [each.name for each in fields(Settings)]


@given(SETTINGS)
def test_settings_come_back_as_they_were_kept(settings: Settings) -> None:
    """Through JSON, too."""
    assert Settings.from_values(json.loads(json.dumps(settings.as_values()))) == (settings, ())


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=9), JSON))
def test_whatever_is_kept_gives_settings_that_can_be_used(values: dict[str, Any]) -> None:
    """What was wrong is told, each piece once; the sound ones are taken, all others are as usual."""
    settings, wrong = Settings.from_values(values)
    taken = settings.as_values()
    refused = [name for name in values if name not in taken or taken[name] != values[name]]
    assert len(wrong) >= len(refused)
    assert len(wrong) <= len(values)
    for name, value in taken.items():
        assert value == values.get(name) or value == getattr(Settings(), name)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"volume": 101}, "volume 101 is not from 0 to 100"),
        ({"volume": True}, "volume True is no int"),
        ({"pace": "wild"}, "pace 'wild' is not one of slow, normal, fast, at once"),
        ({"language": None}, "language None is no str"),
        ({"text_size": 110}, "text size 110 is not one of 100"),
        ({"is_still": 1}, "is_still 1 is no bool"),
        ({"shoe_size": 44}, "'shoe_size' is no setting"),
    ],
)
def test_what_is_wrong_is_quoted(values: dict[str, Any], told: str) -> None:
    """By its name and its value."""
    settings, wrong = Settings.from_values(values)
    assert settings == Settings()
    assert len(wrong) == 1
    assert told in wrong[0]


def test_one_wrong_value_spoils_no_other() -> None:
    """The rest is as the player wanted it."""
    settings, wrong = Settings.from_values({"colours": "mauve", "volume": 10, "text_size": 200})
    assert (settings.colours, settings.volume, settings.text_size) == ("light", 10, 200)
    assert len(wrong) == 1
