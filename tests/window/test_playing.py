"""The command `play` in the window."""

from __future__ import annotations

import pygame
import pytest

from game.window import playing
from game.window.app import App
from game.window.screens.conversation import Conversation
from game.window.screens.scenarios import Scenarios
from tests.window.gallery import HERE, SCENARIOS


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The screens on which the player left at once."""
    screens: list[object] = []

    def leave(app: App) -> None:
        app.paint()
        screens.append(app.stage.screen)

    monkeypatch.setattr(App, "run", leave)
    return screens


def test_without_a_case_the_list_opens(seen: list[object]) -> None:
    """And leaving it is no fault."""
    assert playing.play(folders=[SCENARIOS]) == 0
    assert isinstance(seen[0], Scenarios)
    assert not pygame.display.get_init()


def test_a_named_case_begins_at_once(seen: list[object]) -> None:
    """By its id, or by its file."""
    assert playing.play("lost-reservation", folders=[SCENARIOS]) == 0
    assert playing.play(str(SCENARIOS / "lost-reservation.yaml"), mode="graded", timers=False) == 0
    assert all(isinstance(screen, Conversation) for screen in seen)
    assert isinstance(seen[1], Conversation)
    assert not seen[1].has_timers


def test_a_broken_case_is_told_where_it_was_named(seen: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    """In the terminal, with the mend; no window opens."""
    assert playing.play(str(HERE / "broken" / "colon.yaml")) == 1
    assert "Put quotes round this sentence" in capsys.readouterr().err
    assert playing.play("no-such-case") == 2
    assert "no-such-case" in capsys.readouterr().err
    assert seen == []
