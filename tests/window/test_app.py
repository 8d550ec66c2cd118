"""The window itself, driven by events under SDL's dummy driver."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.window import app as module
from game.window.app import App, NoDisplay, WrongPygame, check_pygame
from game.window.photo import keep_photo, photo_folder
from game.window.pulse import Pulse
from game.window.settings import Settings
from tests.window.gallery import conversation, shown


@pytest.fixture
def app() -> Iterator[App]:
    """A window with a conversation in it."""
    opened = App(conversation(), Settings(is_still=True), size=(800, 600))
    opened.stage.settles = 0.0  # its turns are quicker than any hand
    yield opened
    opened.close()


def turn(app: App, *events: pygame.Event) -> None:
    """One turn of the loop with these events."""
    for event in events:
        app.handle(event, time.monotonic())
    app.stage.tick(time.monotonic())
    app.paint()


def key(which: int, held: int = 0) -> pygame.Event:
    """A key going down."""
    return pygame.Event(pygame.KEYDOWN, key=which, mod=held)


def decisions(app: App) -> int:
    """How many decisions were taken."""
    return int(app.stage.screen.view.decisions)  # type: ignore[attr-defined]


def test_the_game_is_played_by_keys(app: App) -> None:
    """A number key chooses, Escape pauses, and goes on."""
    turn(app)
    turn(app, key(pygame.K_2))
    assert decisions(app) == 1
    turn(app, key(pygame.K_ESCAPE))
    assert "Pause" in shown(app.stage)
    turn(app, key(pygame.K_ESCAPE))
    assert "How it looks" not in shown(app.stage)


def test_the_game_is_played_by_mouse_and_touch(app: App) -> None:
    """A click and a tap on a choice."""
    turn(app)
    place = next(widget for widget in app.stage.tree.walk() if widget.key == "choice-1").rect.center
    turn(app, pygame.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1, touch=False))
    assert decisions(app) == 1
    place = next(widget for widget in app.stage.tree.walk() if widget.key == "choice-1").rect.center
    finger = {"x": place[0] / 800, "y": place[1] / 600, "dx": 0.0, "dy": 0.0}
    turn(app, pygame.Event(pygame.FINGERDOWN, finger), pygame.Event(pygame.FINGERUP, finger))
    assert decisions(app) == 2


def test_it_paints_only_what_changed(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns in which nothing happens flip nothing."""
    painted = []
    paint = app.stage.paint

    def painting(surface: pygame.Surface) -> None:
        painted.append(1)
        paint(surface)

    monkeypatch.setattr(app.stage, "paint", painting)
    for _turn in range(3):
        turn(app)
    painted.clear()
    for _turn in range(5):
        turn(app)
    assert not painted
    turn(app, key(pygame.K_TAB))
    assert len(painted) == 1
    turn(app, pygame.Event(pygame.WINDOWEXPOSED))
    assert len(painted) == 2


def test_the_screen_follows_the_size_of_the_window(app: App) -> None:
    """What was chosen, and the focus, stay."""
    turn(app)
    turn(app, key(pygame.K_TAB), key(pygame.K_TAB))
    focus = app.stage.focus
    app.window.size = (1280, 800)
    turn(app, pygame.Event(pygame.WINDOWSIZECHANGED))
    assert app.stage.size == (1280, 800)
    assert app.stage.focus is not None
    assert focus is not None
    assert app.stage.focus.key == focus.key
    assert "Your promises" in shown(app.stage)


def test_closing_the_window_ends_the_loop(app: App) -> None:
    """The loop ends by itself."""
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert not app.is_running


def test_full_screen_comes_and_goes(app: App) -> None:
    """F11 twice; it is a setting, and the size the window had is kept through it."""
    turn(app)
    size = app.plain_size
    turn(app, key(pygame.K_F11))
    assert app.stage.settings.fills_screen
    assert app.plain_size == size
    turn(app, key(pygame.K_F11))
    assert not app.stage.settings.fills_screen
    assert app.plain_size == size
    turn(app)
    assert "The lost reservation" in shown(app.stage)


def test_a_hidden_window_is_looked_after_seldom(app: App) -> None:
    """Five times a second while nobody sees it, and the clock of a timed scene stands still."""
    turn(app)
    turn(app, key(pygame.K_2))
    turn(app, pygame.Event(pygame.WINDOWMINIMIZED))
    assert app.pulse.pause(time.monotonic(), is_moving=True) == pytest.approx(0.2)
    assert "Pause" in shown(app.stage)
    turn(app, pygame.Event(pygame.WINDOWRESTORED))
    assert app.pulse.pause(time.monotonic(), is_moving=False) < 0.2


def test_the_loop_is_quick_while_something_happens() -> None:
    """60 Hz while something moves and just after input, then 20 Hz, and 10 Hz when nobody is at the keys."""
    pulse = Pulse()
    assert pulse.pause(10.0, is_moving=False) == pytest.approx(1 / 10)
    assert pulse.pause(10.0, is_moving=True) == pytest.approx(1 / 60)
    pulse.touch(10.0)
    assert pulse.pause(10.5, is_moving=False) == pytest.approx(1 / 60)
    assert pulse.pause(11.0, is_moving=False) == pytest.approx(1 / 20)
    assert pulse.pause(16.0, is_moving=False) == pytest.approx(1 / 10)


def test_f12_keeps_a_picture_and_says_where(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is what the window shows."""
    monkeypatch.setattr(module, "photo_folder", lambda: tmp_path / "pictures")
    turn(app)
    turn(app, key(pygame.K_F12))
    (path,) = (tmp_path / "pictures").iterdir()
    assert pygame.image.load(path).get_size() == (800, 600)
    assert f"Picture kept: {path}" in shown(app.stage)
    app.stage.tick(time.monotonic() + 60)
    assert "Picture kept" not in shown(app.stage)


def test_a_picture_that_cannot_be_kept_is_told(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(module, "photo_folder", lambda: blocked)
    turn(app)
    turn(app, key(pygame.K_F12))
    assert "The picture could not be kept" in shown(app.stage)


def test_an_earlier_picture_is_never_overwritten(tmp_path: Path) -> None:
    """Two in one second get two names."""
    now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    picture = pygame.Surface((4, 4))
    names = [keep_photo(picture, tmp_path, now).name for _photo in range(3)]
    assert names == [f"gastgeber-2026-03-02-093000{rest}.png" for rest in ("", "-2", "-3")]


def test_pictures_go_where_the_user_keeps_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or to the records, where there is no such folder."""
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path)
    assert photo_folder() == tmp_path
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path / "missing")
    assert photo_folder().name == "records"


def test_another_pygame_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both cannot be installed together; what to type stands in the message."""
    monkeypatch.setattr(pygame, "IS_CE", False)
    with pytest.raises(WrongPygame, match="pip uninstall --yes pygame pygame-ce"):
        check_pygame()


def test_without_a_display_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked for the window can go to the terminal."""

    def fail() -> Any:
        raise pygame.error("no video device")

    monkeypatch.setattr(pygame.display, "init", fail)
    with pytest.raises(NoDisplay, match="No window can be opened: no video device"):
        App(conversation(), Settings())


def test_gamepads_may_come_and_go(app: App) -> None:
    """One that leaves, known or not, is no trouble; its buttons are read as actions."""
    turn(app)
    turn(app, pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    turn(app, pygame.Event(pygame.JOYBUTTONDOWN, button=1))
    assert "How it looks" in shown(app.stage)


def test_the_window_tells_of_its_focus_and_place(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screen readers want to know."""
    told: list[Any] = []
    monkeypatch.setattr(app.bridge, "focus_window", told.append)
    monkeypatch.setattr(app.bridge, "place_window", lambda *place: told.append(place))
    turn(app, pygame.Event(pygame.WINDOWFOCUSGAINED), pygame.Event(pygame.WINDOWFOCUSLOST))
    turn(app, pygame.Event(pygame.WINDOWMOVED))
    assert told[:2] == [True, False]
    assert told[2][2:] == (800, 600)
