"""The card between two lines: a chapter opens, or time goes by and the clock runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.debrief.wording import jump_words, moment_words
from game.session.view import Later
from game.window.clock import paint_clock, passing
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, paint_text
from game.window.shapes import Border, paint_card
from game.window.widgets.card import shadow_of
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.screens.conversation.reactions import Interlude
    from game.window.theme import Theme

__all__ = ["InterludeCard"]

_GENTLY = 0.18
"""Share of its time in which it comes, and goes."""
_FULL = 255
_VEIL = 205
"""How much of what lies round the card it hides, of 255."""
_PAD = 32
_CLOCK = 64


class InterludeCard(Widget):
    """Lies over the conversation for a moment; what it says stands in the log, so that readers pass over it."""

    role: Role = Role.LAYOUT

    def __init__(self, interlude: Interlude) -> None:
        entry = interlude.entry
        if isinstance(entry, Later):
            title = jump_words(entry.seconds, entry.now)
            title = title[:1].upper() + title[1:]
        else:
            title = entry.text
        super().__init__(title)
        self.entry = entry
        self.motion = interlude.motion

    def paint(self, canvas: Canvas) -> None:
        """Paint a veil, and on it the clock or the chapter's title."""
        strength = self._strength(canvas.now)
        if strength <= 0 or self.rect.height <= 0:
            return
        theme, palette = canvas.theme, canvas.palette
        veil = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        veil.fill((*palette.ground, _VEIL))
        local = Rect((0, 0), self.rect.size)
        card = local.inflate(-theme.px(40), 0)
        card.height = min(local.height, self._height(theme, card.width))
        card.center = local.center
        shadow = shadow_of(theme, is_raised=True)
        paint_card(veil, card, palette.card, theme.px(16), Border(palette.line, theme.border), shadow)
        self._paint_words(veil, card, canvas)
        veil.set_alpha(round(_FULL * strength))
        with canvas.clipped(self.rect):
            canvas.surface.blit(veil, self.rect)

    def _strength(self, now: float) -> float:
        share = self.motion.share(now)
        if share >= 1:
            return 0.0
        return min(1.0, share / _GENTLY, (1 - share) / _GENTLY)

    def _paint_words(self, veil: pygame.Surface, area: Rect, canvas: Canvas) -> None:
        theme, palette = canvas.theme, canvas.palette
        face, width = self._face(theme), area.width - 2 * theme.px(_PAD)
        height = height_of(self.name, face, width)
        if not isinstance(self.entry, Later):
            text = Rect(0, 0, width, height)
            text.center = area.center
            paint_text(veil, text, self.name, face, palette.ink, "centre")
            return
        moment = passing(self.entry.now, self.entry.seconds, self.motion.eased(canvas.now))
        small, side = Face(theme.em(16), "semi"), theme.em(_CLOCK)
        top = area.centery - (side + theme.px(12) + height + line_height(small.size)) // 2
        clock = Rect(0, top, side, side)
        clock.centerx = area.centerx
        paint_clock(veil, clock, moment, palette.accent)
        text = Rect(0, clock.bottom + theme.px(12), width, height)
        text.centerx = area.centerx
        paint_text(veil, text, self.name, face, palette.ink, "centre")
        text = Rect(text.x, text.bottom, width, line_height(small.size))
        paint_text(veil, text, moment_words(moment), small, palette.mute, "centre")

    def _height(self, theme: Theme, width: int) -> int:
        """Of the card: its title, the clock and the moment."""
        height = height_of(self.name, self._face(theme), width - 2 * theme.px(_PAD)) + 2 * theme.px(_PAD)
        if isinstance(self.entry, Later):
            height += theme.em(_CLOCK) + theme.px(12) + line_height(theme.em(16))
        return height

    def _face(self, theme: Theme) -> Face:
        return Face(theme.title(26), "bold", language=self.language)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # it takes the room it is given
        """It takes the room it is given."""
        return 0
