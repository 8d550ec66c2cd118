"""What every screen is: a title, a tree of widgets, and what it does with actions and with time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.settings import Settings
from game.window.sound.silence import play_nothing
from game.window.supplied import NO_PICTURES, SuppliedPictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.input import Action
    from game.window.sound import Cue
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Screen"]


class Screen:
    """One screen of the window."""

    title: str
    settings: Settings = Settings()
    """How this player wants it; set by the stage, like the next."""
    change_settings: Callable[[Settings], None]
    play_cue: Callable[[Cue], None] = staticmethod(play_nothing)
    """Lets a sound be heard, and its caption be read; likewise."""
    pictures: SuppliedPictures = NO_PICTURES
    """The trainer's own pictures of the people in the case that is shown."""
    first_focus: str = ""
    """The key of the widget that has the focus at first; empty for the first that can have it."""

    usual_focus: tuple[str, ...] = ()
    """The keys of the widgets of which the first that is there has the focus when what had it is gone; empty for the
    first that can have it."""

    def __init__(self) -> None:
        self.has_changed = True
        """Whether the tree has to be built anew."""
        self.wanted_focus = ""
        """The key of the widget that is to have the focus from now on, once it is there."""
        self.is_away = False
        """Whether nobody looks: the window is hidden, or another one has the keys; set by the stage."""
        self.is_moving = False
        """Whether something moves, so that time has to be told often."""

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The widgets of the screen as it is now; `size` is the window's in pixels."""
        raise NotImplementedError

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # most have none
        """What lies over the screen and takes all actions; None for most."""
        return None

    def act(self, action: Action) -> bool:  # noqa: ARG002  # what it takes depends on the screen
        """Take an action that no widget took; whether it did."""
        return False

    def tick(self, now: float) -> None:  # most do not mind the time
        """Take note of the time, in seconds; told more often while something moves."""

    def hide(self) -> None:
        """Nobody looks at the window any more; most do not mind."""

    def open(self) -> None:  # most have nothing to do
        """The screen comes into sight, again perhaps."""
