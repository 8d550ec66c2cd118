"""A pause anywhere stops every clock: lines, the telephone, the time to answer, and the time that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pygame
import pytest

from game.loader import read_file
from game.session.compiler import compile_scenario
from game.session.journal import Head
from game.session.session import LocalSession
from game.window.app import App
from game.window.input import Back, Click, Digit, Press
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from game.window.stage import Stage
from tests.shipped import CASES
from tests.window.gallery import conversation, nothing, shown

SIZE = (800, 600)
LONG = 3600.0
"""Seconds somebody is away."""


def pause(stage: Stage) -> None:
    """Open the menu."""
    stage.act(Back())


def open_ledger(stage: Stage) -> None:
    """Open another dialog."""
    push(stage, "ledger")


def push(stage: Stage, key: str) -> None:
    """Press what has that key, and let no time go by."""
    stage.act(Click(next(widget for widget in stage.tree.walk() if widget.key == key).rect.center))


def minimise(stage: Stage) -> None:
    """The window is not seen any more, or another has the keys."""
    stage.hide()


def go_on(stage: Stage) -> None:
    """Come back, and close what is open."""
    stage.come_back()
    if "close" in {widget.key for widget in stage.tree.walk()}:
        push(stage, "close")


ways_out = pytest.mark.parametrize("leave", [pause, open_ledger, minimise])


class Play:
    """A case on a stage, and the time."""

    def __init__(self, screen: Conversation, settings: Settings) -> None:
        self.screen = screen
        self.stage = Stage(screen, settings, SIZE)
        self.now = 0.0
        self.stage.tick(self.now)

    def wait(self, seconds: float) -> None:
        """Turns of the loop, ten a second at most."""
        for _turn in range(min(round(seconds * 10), 100)):
            self.now += max(0.1, seconds / 100)
            self.stage.tick(self.now)

    def be_away(self, leave: Callable[[Stage], None]) -> None:
        """Leave, for long, and come back."""
        leave(self.stage)
        self.wait(LONG)
        go_on(self.stage)


def on_the_phone() -> Conversation:
    """A case that begins with a ring."""
    for path in CASES.values():
        scenario = read_file(path).scenario
        if scenario is not None and scenario.channel == "phone":
            book = compile_scenario(scenario)
            head = Head(scenario=path.stem, revision=book.revision, seed=1, mode="practice", started="", timers=True)
            ways = {"on_end": nothing, "on_leave": nothing, "on_unkept": nothing, "on_anew": nothing}
            return Conversation(LocalSession(book, head, nothing), **ways)  # type: ignore[arg-type]
    raise AssertionError("there is no case on the phone")


@ways_out
def test_lines_wait(leave: Callable[[Stage], None]) -> None:
    """The next line comes no sooner after a pause than without one, and not while it lasts."""
    play = Play(conversation(), Settings(pace="slow"))
    shown_before = play.screen.pacing.shown
    play.be_away(leave)
    assert play.screen.pacing.shown == shown_before
    play.wait(0.2)
    assert play.screen.pacing.shown == shown_before
    play.wait(8.0)
    assert play.screen.pacing.shown > shown_before


@pytest.mark.parametrize("leave", [pause, minimise])
def test_the_telephone_is_not_picked_up(leave: Callable[[Stage], None]) -> None:
    """Who is called waits as long as without a pause."""
    play = Play(on_the_phone(), Settings())
    play.wait(0.5)
    play.be_away(leave)
    assert play.screen.pacing.shown == 0
    play.wait(0.9)
    assert play.screen.pacing.shown == 0
    play.wait(1.0)
    assert play.screen.pacing.shown > 0


@ways_out
@pytest.mark.parametrize("reads", [True, False])
def test_the_time_to_answer_stands_still(leave: Callable[[Stage], None], *, reads: bool) -> None:
    """And so does the time to read that comes before it."""
    play = Play(conversation(), Settings(is_still=True))
    play.stage.act(Digit(2))
    play.wait(0.5)
    countdown = play.screen.countdown
    assert countdown is not None
    assert countdown.reading > 0
    if not reads:
        play.wait(countdown.reading + 1)
    before = (countdown.reading, countdown.left)
    play.be_away(leave)
    assert (countdown.reading, countdown.left) == before
    assert play.screen.countdown is countdown


def test_whoever_comes_back_to_a_timed_scene_says_when_it_goes_on() -> None:
    """The menu is open; the time runs once it is closed."""
    play = Play(conversation(), Settings(is_still=True))
    play.stage.act(Digit(2))
    play.wait(0.5)
    minimise(play.stage)
    play.stage.come_back()
    play.wait(LONG)
    assert "Go on" in shown(play.stage)
    assert play.screen.countdown is not None
    assert not play.screen.countdown.is_over


@ways_out
def test_a_pause_does_not_count_as_play(leave: Callable[[Stage], None]) -> None:
    """What is kept with a decision is the time in play."""
    kept: list[int] = []
    play = Play(conversation(), Settings(is_still=True))
    take = play.screen.session.take

    def taking(token: str, ms: int) -> None:
        kept.append(ms)
        take(token, ms)

    play.screen.session.take = taking  # type: ignore[method-assign]
    play.wait(2.0)
    play.be_away(leave)
    play.wait(1.0)
    play.stage.act(Digit(1))
    assert kept[0] == pytest.approx(3000, abs=250)


def test_nothing_moves_in_a_pause() -> None:
    """What moved comes to rest behind the menu."""
    play = Play(conversation(), Settings())
    play.stage.act(Press())
    play.stage.act(Digit(2))
    play.wait(0.8)
    pause(play.stage)
    play.wait(0.3)
    surface = pygame.Surface(SIZE)
    play.stage.paint(surface)
    play.wait(LONG)
    assert not play.stage.needs_paint
    assert not play.stage.is_moving


@pytest.fixture
def app() -> Iterator[App]:
    """A window with a timed scene in it."""
    opened = App(conversation(), Settings(is_still=True), size=SIZE, listens=False)
    opened.stage.tick(0.0)
    opened.stage.act(Digit(2))
    opened.stage.tick(1.0)
    yield opened
    opened.close()


@pytest.mark.parametrize("event", [pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.WINDOWFOCUSLOST])
def test_a_window_that_is_lost_is_a_pause(app: App, event: int) -> None:
    """Minimised, hidden, or behind another one."""
    app.handle(pygame.Event(event), 0.0)
    assert "Pause" in shown(app.stage)
    assert app.stage.screen.is_away


@pytest.mark.parametrize("event", [pygame.WINDOWRESTORED, pygame.WINDOWSHOWN, pygame.WINDOWFOCUSGAINED])
def test_a_window_that_comes_back_goes_on(app: App, event: int) -> None:
    """What waited for the player only."""
    app.stage.settings = replace(app.stage.settings, is_still=False)
    app.handle(pygame.Event(pygame.WINDOWFOCUSLOST), 0.0)
    app.handle(pygame.Event(event), 0.0)
    assert not app.stage.screen.is_away
