"""The whole game in its window, on a display nobody sees, turned by hand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.loader import find_scenarios
from game.records import shelf
from game.window.app import App
from game.window.input import Assist, Press
from game.window.journey import Journey
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from game.window.widgets.dialog import Dialog
from game.window.widgets.toast import Toast
from tests.window.gallery import SCENARIOS

__all__ = ["Game", "opened"]


class Game:
    """A journey in a window; every turn paints."""

    def __init__(self, size: tuple[int, int] = (800, 600), *, is_still: bool = True) -> None:
        self.journey = Journey(find_scenarios([SCENARIOS]), Settings(is_still=is_still))
        self.app = App(self.journey.home(), self.journey.settings, size=size, listens=False)
        self.app.stage.settles = 0.0  # its turns are quicker than any hand
        self.journey.attach(self.app.stage, self.app.stop)
        self.wait()

    def turn(self, *events: pygame.Event) -> None:
        """One turn of the loop."""
        for event in events:
            self.app.handle(event, time.monotonic())
        self.app.stage.tick(time.monotonic())
        self.app.paint()

    def wait(self) -> None:
        """A few turns."""
        for _turn in range(8):
            self.turn()

    def press(self, *keys: str) -> None:
        """Press widgets by their keys, one after the other, wherever they are scrolled to."""
        for key in keys:
            widget = next(widget for widget in self.app.stage.tree.walk() if widget.key == key)
            self.app.stage.act(Assist(widget.reader_id, Press()))
            self.wait()

    def begin(self, mode: str = "practise") -> None:
        """From Home into the case."""
        keys = {widget.key for widget in self.app.stage.tree.walk()}
        self.press("skip" if "skip" in keys else "cases", "case-lost-reservation", mode)

    def take(self, token: str) -> None:
        """Take a choice by its name."""
        place = self.offers.index(token)
        self.turn(pygame.Event(pygame.KEYDOWN, key=pygame.K_1 + place, mod=0))
        self.wait()

    @property
    def talk(self) -> Conversation:
        """The conversation in sight."""
        screen = self.app.stage.screen
        assert isinstance(screen, Conversation), type(screen)
        return screen

    @property
    def offers(self) -> list[str]:
        """What can be chosen."""
        return [offer.token for offer in self.talk.view.offers]

    @property
    def decisions(self) -> int:
        """How many decisions count."""
        return self.talk.view.decisions

    @property
    def screen(self) -> str:
        """The name of the screen in sight."""
        return type(self.app.stage.screen).__name__

    @property
    def told(self) -> str:
        """What is told over the screen: a dialog's words, and those at the bottom of the window."""
        layers = [each for each in self.app.stage.tree.children if isinstance(each, Dialog | Toast)]
        return "\n".join(widget.name for layer in layers for widget in layer.walk())

    @property
    def words(self) -> str:
        """All there is to read."""
        return "\n".join(widget.name for widget in self.app.stage.tree.walk())

    @property
    def journal(self) -> Path:
        """The file of the open session."""
        kept = self.journey._plays.kept
        assert kept is not None
        assert kept.path is not None
        return kept.path

    def kept_decisions(self) -> list[int]:
        """Of every session that can be gone on with, how many decisions it holds."""
        return [each.decisions for each in shelf(self.journey.trainee.id).unfinished]

    def close(self) -> None:
        """Leave, as the command does."""
        self.journey.close()
        self.app.close()


@contextmanager
def opened(size: tuple[int, int] = (800, 600), *, is_still: bool = True) -> Iterator[Game]:
    """A game that is left in the end."""
    game = Game(size, is_still=is_still)
    try:
        yield game
    finally:
        game.close()
