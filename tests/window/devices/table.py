"""The game in its window, from Home on, with a clock of its own: events come in as SDL tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader import find_scenarios
from game.window.app import App
from game.window.journey import Journey
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from game.window.widgets.scroll import Scroll
from tests.window.gallery import SCENARIOS

if TYPE_CHECKING:
    import pygame

    from game.window.stage import Stage
    from game.window.widgets.widget import Widget

__all__ = ["Table"]

_TURN = 0.5
"""Seconds from one turn of the loop to the next."""


class Table:
    """A window with the game in it, and whoever sits before it."""

    def __init__(self, settings: Settings | None = None, size: tuple[int, int] = (800, 600)) -> None:
        self.journey = Journey(find_scenarios([SCENARIOS]), settings or Settings())
        self.app = App(self.journey.home(), self.journey.settings, size=size, listens=False)
        self.journey.attach(self.app.stage, self.app.stop)
        self.now = 0.0
        self.wait()

    @property
    def stage(self) -> Stage:
        """What is in sight."""
        return self.app.stage

    @property
    def screen(self) -> str:
        """The name of the screen in sight."""
        return type(self.stage.screen).__name__

    @property
    def focus(self) -> str:
        """The key of what has the focus."""
        assert self.stage.focus is not None
        return self.stage.focus.key

    @property
    def keys(self) -> set[str]:
        """The keys of what can be reached now."""
        return {widget.key for widget in self.stage._scope.walk() if widget.is_focusable}

    def close(self) -> None:
        """Leave the game."""
        self.journey.close()
        self.app.close()

    def take(self, *events: pygame.Event) -> None:
        """One turn of the loop with these events."""
        for event in events:
            self.app.handle(event, self.now)
        self.turn()

    def turn(self) -> None:
        """One turn of the loop."""
        self.now += _TURN
        self.stage.tick(self.now)
        self.app.keyboard.follow(self.stage.focus, 1.0)
        self.app.reader.is_writing = self.app.keyboard.is_writing

    def wait(self) -> None:
        """Until all is read, said and done; then it is painted."""
        for _turn in range(200):
            self.turn()
            screen = self.stage.screen
            if not (screen.is_moving or (isinstance(screen, Conversation) and screen.is_telling)):
                break
        self.turn()  # what weighs takes no press in the moment it comes up
        self.app.paint()

    def widget(self, key: str) -> Widget:
        """What has that key."""
        assert key in self.keys, f"no {key} among {sorted(self.keys)}"
        return next(each for each in self.stage._scope.walk() if each.key == key and each.is_focusable)

    def pages_under(self, widget: Widget) -> list[Scroll]:
        """What scrolls with a widget on it, the outermost first."""
        pages = [each for each in self.stage._scope.walk() if isinstance(each, Scroll)]
        return [page for page in pages if page is not widget and widget in page.page.walk()]

    def is_wholly_seen(self, widget: Widget) -> bool:
        """Whether all of it can be seen, or as much as there is room for."""
        sights = [self.stage.tree.rect, *(page.rect for page in self.pages_under(widget))]
        return all(sight.contains(widget.rect) or widget.rect.contains(sight.inflate(-40, -40)) for sight in sights)

    def choice(self, token: str) -> str:
        """The key of a choice on offer."""
        assert isinstance(self.stage.screen, Conversation)
        return f"choice-{[offer.token for offer in self.stage.screen.view.offers].index(token) + 1}"
