"""What the player is at: the widget that has the focus, and what is scrolled into sight for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.focus import focusable, moved
from game.window.input import Move
from game.window.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.window.input import Action, Press
    from game.window.screens.screen import Screen
    from game.window.widgets.widget import Widget

__all__ = ["Attention"]


class Attention:
    """Keeps the focus where it was from tree to tree, and takes it where the player goes.

    Args:
        screen: the screen in sight; it may want something to have the focus.
    """

    def __init__(self, screen: Screen) -> None:
        self.focus: Widget | None = None
        """None on a screen without anything that could have it."""
        self.is_shown = False
        """Whether the ring of the focus is painted: as soon as keys are used."""
        self._screen = screen
        self._scope: Widget | None = None
        self._key = ""
        self._key_below = ""
        """Of what had the focus when a dialog opened; it has it again when the dialog closes."""
        self._looks_elsewhere = False
        """Whether the player scrolled away from what has the focus; it is not brought back into sight unasked."""

    def turn_to(self, screen: Screen) -> None:
        """Another screen is in sight."""
        self._screen = screen
        self._key = self._key_below = ""

    def rise(self) -> None:
        """A dialog opens over the screen."""
        self._key_below, self._key = self._key, ""

    def sink(self) -> None:
        """The dialog closes: the focus goes back to where it was."""
        self._key, self._key_below = self._key_below, ""

    def look(self, scope: Widget) -> None:
        """Find what has the focus in a tree that was built anew, or what the screen wants to have it."""
        self._scope = scope
        screen, found = self._screen, {widget.key: widget for widget in focusable(scope)}
        if screen.wanted_focus in found:
            self._key, screen.wanted_focus = screen.wanted_focus, ""
        if self._key not in found:
            self._key = next((key for key in screen.usual_focus if key in found), next(iter(found), ""))
        former, self.focus = self.focus, found.get(self._key)
        if self.focus is None:
            return
        if former is not None and former.key == self._key:
            self.focus.carry_on(former)
        else:
            self._looks_elsewhere = False
        self.is_shown = self.is_shown or self.focus.takes_text
        if self.is_shown and not self._looks_elsewhere:
            self.reveal(self.focus)

    def give(self, widget: Widget) -> None:
        """Give a widget the focus."""
        self.focus, self._key = widget, widget.key
        self._screen.wanted_focus = ""
        self.reveal(widget)

    def show(self) -> bool:
        """Show where the focus is; whether it is anywhere."""
        if self.focus is None:
            return False
        self.is_shown = True
        self.reveal(self.focus)
        return True

    def reveal(self, widget: Widget) -> None:
        """Bring a widget into sight."""
        self._looks_elsewhere = False
        for page in self._pages_under(widget):
            page.reveal(widget)

    def scroll(self, action: Action, pages: Iterable[Widget] | None = None) -> bool:
        """Scroll the first page that can be; unless said, the one with the focus on it, then others from the top."""
        if pages is None:
            pages = sorted(self._pages(), key=lambda page: self.focus is None or self.focus not in page.walk())
        has_moved = any(page.act(action) for page in pages)
        self._looks_elsewhere = self._looks_elsewhere or has_moved
        return has_moved

    def move(self, move: Move) -> bool:
        """Move the focus; the first key only shows where it is.

        What lies far away on a page is scrolled to first, so that nothing in between goes unread.
        """
        if self.focus is None:
            return self.scroll(move)
        if not self.is_shown:
            return self.show()
        if self.focus.act(move):
            return True
        target = moved(focusable(self._scope), self.focus, move, self._pages()) if self._scope else self.focus
        if move in (Move.UP, Move.DOWN) and self._leap(target, 1 if move is Move.DOWN else -1):
            return True
        if target is self.focus:
            return self.scroll(move)
        self.give(target)
        return True

    def press(self, press: Press) -> bool:
        """Press what has the focus; where it is out of sight, only show it."""
        if self.focus is None:
            return False
        if self._looks_elsewhere and not self._is_in_sight(self.focus):
            return self.show()
        return self.focus.act(press)

    def _leap(self, target: Widget, direction: int) -> bool:
        """Scroll on towards what lies far away on the same page, or to its end before the focus leaves it."""
        under = [] if self.focus is None else self._pages_under(self.focus)
        if not under:
            return False
        page = under[-1]
        is_leaving = target is self.focus or target not in page.page.walk()
        has_moved = (is_leaving or page.is_far(target)) and page.leap(direction)
        self._looks_elsewhere = self._looks_elsewhere or has_moved
        return has_moved

    def _is_in_sight(self, widget: Widget) -> bool:
        """Whether anything of it can be seen."""
        return all(page.rect.colliderect(widget.rect) for page in self._pages_under(widget))

    def _pages(self) -> list[Scroll]:
        return [widget for widget in self._scope.walk() if isinstance(widget, Scroll)] if self._scope else []

    def _pages_under(self, widget: Widget) -> list[Scroll]:
        """What scrolls with a widget on it, the outermost first."""
        return [page for page in self._pages() if page is not widget and widget in page.page.walk()]
