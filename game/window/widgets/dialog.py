"""Dialogs: a card over the screen that takes all actions until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.texts import _
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Dialog", "notice"]

_VEIL = 150
"""Opacity of what dims the screen, 0..255."""
_RIM = 16


class Dialog(Widget):
    """Widgets on a card in the middle of the window; scrolls where they need more room."""

    role: Role = Role.DIALOG

    def __init__(self, name: str, *children: Widget, state: ScrollState, width: float = 440, gap: float = 12) -> None:
        self._card = Card(name, *children, gap=gap, padding=24)
        super().__init__(name, Scroll(name, self._card, state))
        self.width = width

    def place(self, theme: Theme, rect: Rect) -> None:
        """Take the whole window; the card stands in its middle."""
        self.rect = rect
        rim = theme.px(_RIM)
        width = min(theme.em(self.width), rect.width - 2 * rim)
        height = min(self._card.measure(theme, width), rect.height - 2 * rim)
        area = Rect(0, 0, width, height)
        area.center = rect.center
        self.children[0].place(theme, area)

    def paint(self, canvas: Canvas) -> None:
        """Dim the screen, then paint the card."""
        veil = pygame.Surface(self.rect.size)
        veil.fill((0, 0, 0))
        veil.set_alpha(_VEIL)
        canvas.surface.blit(veil, self.rect)
        super().paint(canvas)


def notice(title: str, words: str, on_close: Callable[[], None], state: ScrollState) -> Dialog:
    """Something to be told, and a button to go on."""
    close = Button(_("Go on"), on_close, key="close", mark="play", style="primary")
    return Dialog(title, Heading(title, size=20, level=1), Label(words), close, state=state, width=520)
