"""Devices a player may have, one at a time: each finds what has a key, and presses it, through events alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pygame

from game.window.input import Move
from tests.window.devices.ways import arrows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.window.widgets.widget import Widget
    from tests.window.devices.table import Table

__all__ = ["HANDS", "Finger", "Gamepad", "Hands", "Keyboard", "Mouse"]

_LONGEST = 400
"""Steps after which a way is taken for endless."""


class Hands(Protocol):
    """One device."""

    def go_to(self, table: Table, key: str) -> None:
        """Have it in sight, ready to be pressed."""

    def press(self, table: Table, key: str) -> None:
        """Go there, and press it."""

    def back(self, table: Table) -> None:
        """One step back."""


def _pushed(which: int) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=which, mod=0, unicode="")


class _Focused:
    """A device that takes the focus to what it presses."""

    def step(self, table: Table, key: str) -> Sequence[pygame.Event]:
        """What leads a step nearer."""
        raise NotImplementedError

    def go_to(self, table: Table, key: str) -> None:
        """Step by step; on the way the focus can always be seen."""
        table.widget(key)
        for _step in range(_LONGEST):
            if table.stage.shows_focus and table.focus == key and table.is_wholly_seen(table.widget(key)):
                return
            table.take(*self.step(table, key))
        raise AssertionError(f"{key} is not reached from {table.focus} on {table.screen}")


class Keyboard(_Focused):
    """Keys: Tab or arrows, and Enter; numbers, where they do something."""

    def __init__(self, way: str) -> None:
        self.way = way

    def step(self, table: Table, key: str) -> Sequence[pygame.Event]:
        """Tab, or the arrow that leads there."""
        moves = {Move.UP: pygame.K_UP, Move.DOWN: pygame.K_DOWN, Move.LEFT: pygame.K_LEFT, Move.RIGHT: pygame.K_RIGHT}
        return [_pushed(moves[_arrow(table, key)] if self.way == "arrows" else pygame.K_TAB)]

    def press(self, table: Table, key: str) -> None:
        """By its number, where it has one and numbers are used; else by Enter."""
        if self.way == "numbers" and key.startswith("choice-"):
            table.take(_pushed(pygame.K_0 + int(key.removeprefix("choice-"))))
        else:
            self.go_to(table, key)
            table.take(_pushed(pygame.K_RETURN))
        table.wait()

    def back(self, table: Table) -> None:
        """Escape."""
        table.take(_pushed(pygame.K_ESCAPE))
        table.wait()


class Gamepad(_Focused):
    """A stick, a hat, or a cross that tells of itself as buttons; A and B."""

    def __init__(self, way: str) -> None:
        self.way = way

    def step(self, table: Table, key: str) -> Sequence[pygame.Event]:
        """The push that leads there."""
        move = _arrow(table, key)
        if self.way == "hat":
            hats = {Move.UP: (0, 1), Move.DOWN: (0, -1), Move.LEFT: (-1, 0), Move.RIGHT: (1, 0)}
            return [pygame.Event(pygame.JOYHATMOTION, value=value) for value in (hats[move], (0, 0))]
        if self.way == "cross":
            button = {Move.UP: 11, Move.DOWN: 12, Move.LEFT: 13, Move.RIGHT: 14}[move]
            return [pygame.Event(pygame.JOYBUTTONDOWN, button=button)]
        axis, push = {Move.UP: (1, -1.0), Move.DOWN: (1, 1.0), Move.LEFT: (0, -1.0), Move.RIGHT: (0, 1.0)}[move]
        return [pygame.Event(pygame.JOYAXISMOTION, axis=axis, value=value) for value in (push, 0.0)]

    def press(self, table: Table, key: str) -> None:
        """A."""
        self.go_to(table, key)
        table.take(pygame.Event(pygame.JOYBUTTONDOWN, button=0))
        table.wait()

    def back(self, table: Table) -> None:
        """B."""
        table.take(pygame.Event(pygame.JOYBUTTONDOWN, button=1))
        table.wait()


class _Pointing:
    """A device that presses what it sees."""

    def scroll(self, table: Table, place: tuple[int, int], pixels: int) -> None:
        """Scroll what lies at a place, down for pixels above 0."""
        raise NotImplementedError

    def tap(self, table: Table, place: tuple[int, int]) -> None:
        """Press a place."""
        raise NotImplementedError

    def go_to(self, table: Table, key: str) -> None:
        """Scroll until it can be seen."""
        for _step in range(_LONGEST):
            widget = table.widget(key)
            page = next((each for each in table.pages_under(widget) if not _is_open(table, widget)), None)
            if page is None:
                return
            before = page.state.offset
            self.scroll(table, page.rect.center, 80 if widget.rect.centery > page.rect.centery else -80)
            page = table.pages_under(table.widget(key))[-1]
            assert page.state.offset != before, f"{key} is not scrolled to on {table.screen}"
        raise AssertionError(f"{key} is not reached on {table.screen}")

    def press(self, table: Table, key: str) -> None:
        """In its middle."""
        self.go_to(table, key)
        self.tap(table, table.widget(key).rect.center)
        assert not table.stage.shows_focus or table.app.keyboard.is_writing
        table.wait()

    def back(self, table: Table) -> None:
        """By what the screen has for it."""
        self.press(table, next(key for key in ("hint-skip", "back", "close", "pause") if key in table.keys))


class Mouse(_Pointing):
    """A pointer, its left button, and a wheel."""

    def scroll(self, table: Table, place: tuple[int, int], pixels: int) -> None:
        """Turn the wheel by a step."""
        table.take(
            pygame.Event(pygame.MOUSEMOTION, pos=place, touch=False),
            pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1 if pixels > 0 else 1, touch=False),
        )

    def tap(self, table: Table, place: tuple[int, int]) -> None:
        """Click."""
        table.take(
            pygame.Event(pygame.MOUSEMOTION, pos=place, touch=False),
            pygame.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1, touch=False),
            pygame.Event(pygame.MOUSEBUTTONUP, pos=place, button=1, touch=False),
        )


class Finger(_Pointing):
    """One finger."""

    def scroll(self, table: Table, place: tuple[int, int], pixels: int) -> None:
        """Drag the page; wherever the finger comes down, nothing is pressed."""
        steps = 4
        height = table.stage.size[1]
        events = [self._event(table, pygame.FINGERDOWN, place, 0.0)]
        for step in range(1, steps + 1):
            at = (place[0], place[1] - step * pixels // steps)
            events.append(self._event(table, pygame.FINGERMOTION, at, -pixels / steps / height))
        events.append(self._event(table, pygame.FINGERUP, (place[0], place[1] - pixels), 0.0))
        table.take(*events)

    def tap(self, table: Table, place: tuple[int, int]) -> None:
        """Touch and leave; SDL makes a click of it, too."""
        click = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1, touch=True)
        table.take(
            self._event(table, pygame.FINGERDOWN, place, 0.0), click, self._event(table, pygame.FINGERUP, place, 0.0)
        )

    def _event(self, table: Table, kind: int, place: tuple[int, int], dy: float) -> pygame.Event:
        width, height = table.stage.size
        return pygame.Event(kind, x=place[0] / width, y=place[1] / height, dx=0.0, dy=dy)


def _arrow(table: Table, key: str) -> Move:
    """The next arrow on the way to what has a key; where it leads anywhere at all."""
    if not table.stage.shows_focus:
        return Move.DOWN
    ways = arrows(table.stage, key)
    assert key in ways, f"arrows lead to no {key} from {table.focus} on {table.screen}"
    return ways[key][0] if ways[key] else Move.DOWN


def _is_open(table: Table, widget: Widget) -> bool:
    """Whether a press in its middle is its own."""
    return table.stage._pressable_at(widget.rect.center) is widget


HANDS: dict[str, Hands] = {
    "tab": Keyboard("tab"),
    "arrows": Keyboard("arrows"),
    "numbers": Keyboard("numbers"),
    "stick": Gamepad("stick"),
    "hat": Gamepad("hat"),
    "cross": Gamepad("cross"),
    "finger": Finger(),
    "mouse": Mouse(),
}
