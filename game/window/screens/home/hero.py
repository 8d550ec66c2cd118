"""The greeting: who plays, a word to them, and the guests at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.looks.portrait import look_from
from game.texts import _
from game.window.screens.home.guests import Queue
from game.window.screens.home.when import greeting_words
from game.window.widgets.boxes import Column
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from game.window.cases import Told
    from game.window.screens.home.reception import Reception
    from game.window.theme import Theme

__all__ = ["hero"]

_SIDE = 104
_GAP = 20
_PLEASED = 1
_ROOM = 860
"""Room from which the guests stand beside the greeting."""
_LARGE = 1.5
"""From this text size on the words need the room of the faces."""


def hero(reception: Reception, cases: Sequence[Told], now: datetime) -> Widget:
    """The avatar, the greeting and a sentence; the guests where there is room for them."""
    name = reception.name
    greeting = _("Welcome to Gastgeber") if reception.is_first else greeting_words(name, now.hour)
    words = Column(
        greeting,
        Heading(greeting, size=30, level=1),
        Label(_sentence(reception), size=17, colour="mute"),
        gap=4,
    )
    avatar = None
    if reception.is_ready and not reception.is_first:
        look = reception.look or look_from(None, name)
        avatar = Portrait(name or _("you"), look, _PLEASED, side=_SIDE, radius=_SIDE / 2)
    return Hero(avatar, words, Queue(cases) if cases else None)


class Hero(Widget):
    """Avatar, words and guests in a row; what does not fit is left out, the guests first."""

    role: Role = Role.LAYOUT

    def __init__(self, avatar: Portrait | None, words: Widget, queue: Queue | None) -> None:
        super().__init__(words.name, *(each for each in (avatar, words, queue) if each is not None))
        self.avatar = avatar
        self.words = words
        self.queue = queue

    def measure(self, theme: Theme, width: int) -> int:
        """The highest of them."""
        left, right = self._sides(theme, width)
        heights = [self.words.measure(theme, width - left - right)]
        if left:
            heights.append(theme.px(_SIDE))
        if right and self.queue is not None:
            heights.append(self.queue.measure(theme, right))
        return max(heights)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Avatar, words, guests, from left to right, each in the middle of the height."""
        self.rect = rect
        left, right = self._sides(theme, rect.width)
        if self.avatar is not None:
            side = theme.px(_SIDE) if left else 0
            self.avatar.place(theme, Rect(rect.x, rect.centery - side // 2, side, side))
        if self.queue is not None:
            width = right - theme.px(_GAP) if right else 0
            height = self.queue.measure(theme, width) if right else 0
            self.queue.place(theme, Rect(rect.right - width, rect.bottom - height, width, height))
        room = rect.width - left - right
        height = self.words.measure(theme, room)
        self.words.place(theme, Rect(rect.x + left, rect.centery - height // 2, room, height))

    def _sides(self, theme: Theme, width: int) -> tuple[int, int]:
        """What avatar and guests take, with their gaps."""
        left = 0 if self.avatar is None or theme.text > _LARGE else theme.px(_SIDE + _GAP)
        if self.queue is None or theme.room(width) < _ROOM:
            return left, 0
        return left, min(self.queue.natural(theme) + theme.px(_GAP), width // 2)


def _sentence(reception: Reception) -> str:
    if reception.is_first:
        return _(
            "Somebody comes to you with a worry. You listen, you promise, you keep your word – and see how it ends."
        )
    if not reception.is_ready:
        return _("One moment, the desk is being set.")
    if reception.unfinished:
        return _("Somebody is still waiting for your answer.")
    served = len([each for each in reception.history if each.mode != "mirror"])
    if not served:
        return _("Your first guest is waiting.")
    if served == 1:
        return _("You have served one guest. Who is next?")
    return _("You have served {count} guests. Who is next?", count=served)
