"""The command `play` in the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game import paths
from game.window import playing
from game.window.app import App
from game.window.input import Click, Digit
from game.window.screens.conversation import Conversation
from game.window.screens.home import Home
from game.window.settings import Settings
from tests.window.gallery import HERE, SCENARIOS, shown


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The screens on which the player left at once."""
    screens: list[object] = []

    def leave(app: App) -> None:
        app.paint()
        screens.append(app.stage.screen)

    monkeypatch.setattr(App, "run", leave)
    return screens


def test_without_a_case_home_opens(seen: list[object]) -> None:
    """And leaving it is no fault."""
    assert playing.play(folders=[SCENARIOS]) == 0
    assert isinstance(seen[0], Home)
    assert not pygame.display.get_init()


def test_a_named_case_begins_at_once(seen: list[object]) -> None:
    """By its id, or by its file."""
    assert playing.play("lost-reservation", folders=[SCENARIOS]) == 0
    assert playing.play(str(SCENARIOS / "lost-reservation.yaml"), mode="graded", timers=False) == 0
    assert all(isinstance(screen, Conversation) for screen in seen)
    assert isinstance(seen[1], Conversation)
    assert not seen[1].has_timers


def test_the_debrief_names_the_habits_that_lie_beside_a_named_case(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As a trainer has them who tries out a case of his own."""
    case = tmp_path / "mine.yaml"
    shutil.copy(SCENARIOS / "lost-reservation.yaml", case)
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("- id: listen\n", "- id: listen\n        habit: all-ears\n", 1), encoding="utf-8")
    habit = "all-ears: {name: All ears, kind: virtue, text: You heard it.}\n"
    (tmp_path / "habits.yaml").write_text(habit, encoding="utf-8")
    told: list[str] = []

    def play_on(app: App) -> None:
        for turn, token in enumerate(("lobby/listen", "search/honest", None)):
            for now in range(5):
                app.stage.tick(10.0 * turn + now)
            assert isinstance(app.stage.screen, Conversation)
            if token is not None:
                offers = [offer.token for offer in app.stage.screen.view.offers]
                app.stage.act(Digit(offers.index(token) + 1))
        widget = next(widget for widget in app.stage.tree.walk() if widget.key == "choice-1")
        app.stage.act(Click(widget.rect.center))
        for now in range(5):
            app.stage.tick(40.0 + now)
        told.append(shown(app.stage))

    monkeypatch.setattr(App, "run", play_on)
    assert playing.play(str(case), settings=Settings(is_still=True)) == 0
    assert "All ears (decision 1)" in told[0]


def test_a_broken_case_is_told_where_it_was_named(seen: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    """In the terminal, with the mend; no window opens."""
    assert playing.play(str(HERE / "broken" / "colon.yaml")) == 1
    assert "Put quotes round this sentence" in capsys.readouterr().err
    assert playing.play("no-such-case") == 2
    assert "no-such-case" in capsys.readouterr().err
    assert seen == []


def test_who_started_it_by_a_click_is_told_in_a_box_why_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The play is let go of first, so that nothing waits for the box; whoever has a terminal reads it there."""
    boxes: list[str] = []

    def crash(app: App) -> None:
        app.paint()
        raise ZeroDivisionError

    monkeypatch.setattr(App, "run", crash)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    monkeypatch.setattr(pygame.display, "message_box", lambda _title, words, **_look: boxes.append(words))
    for has_terminal in (False, True):
        monkeypatch.setattr("sys.stderr.isatty", lambda has_terminal=has_terminal: has_terminal, raising=False)
        with pytest.raises(ZeroDivisionError):
            playing.play(folders=[SCENARIOS])
    assert len(boxes) == 1
    assert "What you decided is kept" in boxes[0]
    assert str(paths.log_file()) in boxes[0]
