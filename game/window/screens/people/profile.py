"""Somebody to play as: a large face, and the name below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.lettering import Face, height_of, paint_text
from game.window.pictures import paint_mark, paint_portrait
from game.window.shapes import Border, paint_card, paint_pill
from game.window.widgets.button import Pressable
from game.window.widgets.card import shadow_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.portrait import Look
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Profile"]

_PAD = 14
_SIDE = 190


class Profile(Pressable):
    """A card that is pressed as a whole.

    Args:
        title: the name, or what comes of pressing it.
        words: what is to be said below it.
        mark: stands in place of a face where there is none; on the face of who is chosen.
        face: the look, and the mood; None for nobody yet.
        is_current: a frame and the mark show that this one is chosen.
    """

    def __init__(
        self,
        title: str,
        words: str,
        mark: str,
        on_press: Callable[[], None],
        *,
        key: str,
        face: tuple[Look, int] | None = None,
        is_current: bool = False,
    ) -> None:
        super().__init__(title, on_press, key=key, description=words)
        self.words = words
        self.mark = mark
        self.face = face
        self.is_current = is_current

    def natural(self, theme: Theme) -> int:
        """Room for the face, and for a name."""
        return theme.px(_SIDE) + 2 * theme.px(_PAD)

    def measure(self, theme: Theme, width: int) -> int:
        """The face, the name and the words."""
        room = width - 2 * theme.px(_PAD)
        text = height_of(self.name, self._bold(theme), room) + height_of(self.words, self._plain(theme), room)
        return self._side(theme, width) + text + theme.px(10) + 2 * theme.px(_PAD)

    def paint(self, canvas: Canvas) -> None:
        """Paint the card, the face, the name and the words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        radius, pad = theme.px(18), theme.px(_PAD)
        if self.is_current and canvas.focus is not self:
            frame = Border(palette.accent, theme.px(3))
            paint_card(canvas.surface, rect, palette.card, radius, frame, shadow_of(theme))
        else:
            self.paint_ground(canvas, radius, palette.card)
        side = self._side(theme, rect.width)
        square = Rect(rect.centerx - side // 2, rect.y + pad, side, side)
        self._paint_face(canvas, square)
        room = rect.width - 2 * pad
        area = Rect(rect.x + pad, square.bottom + theme.px(10), room, height_of(self.name, self._bold(theme), room))
        paint_text(canvas.surface, area, self.name, self._bold(theme), palette.ink, "centre")
        area = Rect(area.x, area.bottom, room, height_of(self.words, self._plain(theme), room))
        paint_text(canvas.surface, area, self.words, self._plain(theme), palette.mute, "centre")

    def _paint_face(self, canvas: Canvas, square: Rect) -> None:
        """The face, with a badge where it is the one; or a sign."""
        theme, palette, radius = canvas.theme, canvas.palette, canvas.theme.px(14)
        if self.face is None:
            paint_card(canvas.surface, square, palette.own, radius, Border(palette.line, theme.border))
            sign = square.inflate(-square.width * 3 // 5, -square.width * 3 // 5)
            paint_mark(canvas.surface, sign, self.mark, palette.accent)
            return
        paint_portrait(canvas.surface, square, *self.face, radius)
        if self.is_current:
            size, gap = theme.px(34), theme.px(6)
            badge = Rect(square.right - size - gap, square.bottom - size - gap, size, size)
            paint_pill(canvas.surface, badge, palette.accent, Border(palette.card, theme.px(2)))
            inner = badge.inflate(-size * 2 // 5, -size * 2 // 5)
            paint_mark(canvas.surface, inner, self.mark, palette.on_accent)

    def _side(self, theme: Theme, width: int) -> int:
        return min(width - 2 * theme.px(_PAD), theme.px(_SIDE))

    def _bold(self, theme: Theme) -> Face:
        return Face(theme.em(18), "bold")

    def _plain(self, theme: Theme) -> Face:
        return Face(theme.em(14.5))
