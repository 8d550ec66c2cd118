"""The reception desk: the greeting, and behind the desk who plays and who waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.window.screens.home.guests import Queue
from game.window.screens.home.when import greeting_words
from game.window.shapes import paint_card, paint_pill
from game.window.widgets.boxes import Column
from game.window.widgets.card import border_of
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from game.window.canvas import Canvas
    from game.window.cases import Told
    from game.window.screens.home.reception import Reception
    from game.window.theme import Theme

__all__ = ["hero"]

_SIDE = 116
_PAD = 22
_GAP = 24
_DESK = 12
"""Height of the edge of the desk."""
_OVERHANG = 6
_PLEASED = 1
_ROOM = 780
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
    if reception.look is not None and not reception.is_first:
        avatar = Portrait(name, reception.look, _PLEASED, side=_SIDE, radius=_SIDE / 2)
    return Hero(avatar, words, Queue(cases, side=_SIDE) if cases else None)


class Hero(Widget):
    """A band with avatar, words and guests; its lower edge is the desk. What does not fit is left out."""

    role: Role = Role.LAYOUT

    def __init__(self, avatar: Portrait | None, words: Widget, queue: Queue | None) -> None:
        super().__init__(words.name, *(each for each in (avatar, words, queue) if each is not None))
        self.avatar = avatar
        self.words = words
        self.queue = queue

    def measure(self, theme: Theme, width: int) -> int:
        """The words, or the faces; and the desk."""
        left, right = self._sides(theme, width)
        words = self.words.measure(theme, self._room(theme, width)) + theme.px(_PAD)
        faces = theme.px(_SIDE) if left or right else 0
        return theme.px(_PAD) + max(words, faces) + theme.px(_DESK)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Avatar and guests stand behind the desk, the words between them."""
        self.rect = rect
        left, right = self._sides(theme, rect.width)
        pad, side = theme.px(_PAD), theme.px(_SIDE)
        desk = rect.bottom - theme.px(_DESK)
        if self.avatar is not None:
            own = side if left else 0
            self.avatar.place(theme, Rect(rect.x + pad, desk - own, own, own))
        if self.queue is not None:
            width = max(0, right - theme.px(_GAP))
            self.queue.place(theme, Rect(rect.right - pad - width, desk - side, width, side if right else 0))
        room = self._room(theme, rect.width)
        height = self.words.measure(theme, room)
        top = rect.y + (desk - rect.y - height) // 2
        self.words.place(theme, Rect(rect.x + pad + left, top, room, height))

    def paint(self, canvas: Canvas) -> None:
        """Paint the band, everybody on it, and the desk in front of them."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        paint_card(canvas.surface, rect, palette.own, theme.px(22), border_of(theme))
        super().paint(canvas)
        over = theme.px(_OVERHANG)
        thick = theme.px(_DESK)
        desk = Rect(rect.x - over, rect.bottom - thick, rect.width + 2 * over, thick)
        paint_pill(canvas.surface, desk, palette.accent)

    def _room(self, theme: Theme, width: int) -> int:
        """What the words have."""
        return max(1, width - sum(self._sides(theme, width)) - 2 * theme.px(_PAD))

    def _sides(self, theme: Theme, width: int) -> tuple[int, int]:
        """What avatar and guests take, with their gaps."""
        left = 0 if self.avatar is None or theme.text > _LARGE else theme.px(_SIDE + _GAP)
        if self.queue is None or theme.room(width) < _ROOM:
            return left, 0
        return left, min(self.queue.natural(theme) + theme.px(_GAP), width * 2 // 5)


def _sentence(reception: Reception) -> str:
    if reception.is_first:
        return _(
            "Somebody comes to you with a worry. You listen, you promise, you keep your word – and see how it ends."
        )
    if not reception.is_ready:
        return _("One moment, the desk is being set.")
    if reception.unfinished:
        return _("Somebody is still waiting for your answer.")
    served = len({each.scenario for each in reception.history if each.mode != "mirror"})
    if not served:
        return _("Your first guest is waiting.")
    if served == 1:
        return _("You have served one guest. Who is next?")
    return _("You have served {count} guests. Who is next?", count=served)
