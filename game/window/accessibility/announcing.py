"""What a screen reader says unasked: new lines, moods, notices; each once, in the order of reading."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.window.screens.screen import Screen
    from game.window.widgets.widget import Widget

__all__ = ["Announcement", "Announcer"]


class Announcement(NamedTuple):
    """A sentence to be said."""

    words: str
    live: Live
    language: str
    """Empty where it is the program's."""


class Announcer:
    """Finds out what is new on the stage.

    Trees are built anew all the time, so that a widget is new says nothing. What counts is whether words stand there
    more often than before: a line that somebody says a second time is news, one that moved to another place is not.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Screen, Counter[str]] = WeakKeyDictionary()
        """By screen, how often which words stood there when it was last looked at."""

    def look(self, screen: Screen, tree: Widget) -> None:
        """Take note of what is there, without saying any of it: somebody begins to listen only now."""
        self._known[screen] = Counter(widget.name for widget in tree.walk())

    def news(self, screen: Screen, tree: Widget) -> list[Announcement]:
        """What is to be said of what is new since last time; of a screen that was not there before, its title too."""
        before = self._known.get(screen)
        title = [] if before is not None else [Announcement(screen.title, Live.POLITE, "")]
        seen: Counter[str] = Counter()
        found = list(title)
        for widget, language in _told(tree, ""):
            seen[widget.name] += 1
            is_new = before is None or seen[widget.name] > before[widget.name]
            if widget.live is not Live.OFF and is_new:
                found.append(Announcement(widget.name, widget.live, language))
        self._known[screen] = seen
        return found


def _told(widget: Widget, language: str) -> Iterator[tuple[Widget, str]]:
    """All widgets in the order of reading, each with the language of its words."""
    language = widget.language or language
    if widget.role is not Role.WRITTEN:
        yield widget, language
    for child in widget.children:
        yield from _told(child, language)
