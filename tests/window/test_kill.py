"""Whatever the player is at when the game is killed: the next start knows everything that had happened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.texts import language
from tests.window.killed import PLACES
from tests.window.test_journey import Trip

ROOT = Path(__file__).parents[2]
KNOWN = {
    "conversation": "Go on with The lost reservation (graded, 1 decision)",
    "ending": "Gold, 1000 of 1000 · today",
    "debrief": "Gold, 1000 of 1000 · today",
    "mirror": "in the mirror, 83 % close · today",
    "settings": "Go on with The lost reservation (graded, 1 decision)",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_killed_game_has_lost_nothing(place: str) -> None:
    """A process of its own, killed without a chance to close anything; its home is this test's."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.window.killed", place], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "Error" not in done.stderr, done.stderr
    after = Trip()
    assert KNOWN[place] in after.words
    assert language() == "en"
    assert after.stage.settings.text_size == (125 if place == "settings" else 100)
