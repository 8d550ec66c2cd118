"""Small switches in a row: what is shown of the cases, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.widgets.button import Pressable
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Toggle"]

_SIZE = 15
_PAD = 12


class Toggle(Pressable):
    """A word that is on or off; a tick stands in the place of its mark while it is on.

    Args:
        words: what it stands for.
        mark: what stands before them while it is off.
        on_press: turns it round.
        is_on: whether it is on.
        is_one_of_many: of several such only one is on.
    """

    def __init__(
        self,
        words: str,
        mark: str,
        on_press: Callable[[], None],
        *,
        key: str,
        is_on: bool,
        is_one_of_many: bool = False,
    ) -> None:
        super().__init__(words, on_press, key=key)
        self.role = Role.OPTION if is_one_of_many else Role.CHECK
        self.is_chosen = is_on
        self.mark = "good" if is_on else mark

    def natural(self, theme: Theme) -> int:
        """Mark and words on one line, and room at the sides."""
        return natural_width(self.name, self._face(theme)) + 1 + self._mark_room(theme) + 2 * theme.px(_PAD)

    def measure(self, theme: Theme, width: int) -> int:
        """As high as its words need, and a finger."""
        return max(height_of(self.name, self._face(theme), self._room(theme, width)) + theme.px(12), theme.px(38))

    def paint(self, canvas: Canvas) -> None:
        """Paint the pill, filled while it is on."""
        theme, palette = canvas.theme, canvas.palette
        fill, ink = (palette.accent, palette.on_accent) if self.is_chosen else (palette.card, palette.ink)
        self.paint_ground(canvas, min(theme.px(19), self.rect.height // 2), fill)
        face, room = self._face(theme), self._room(theme, self.rect.width)
        height = height_of(self.name, face, room)
        top = self.rect.y + (self.rect.height - height) // 2
        side = theme.em(_SIZE * 1.2)
        left = self.rect.x + theme.px(_PAD)
        square = Rect(left, top + (line_height(face.size) - side) // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, ink if self.is_chosen else palette.accent)
        paint_text(canvas.surface, Rect(left + self._mark_room(theme), top, room, height), self.name, face, ink)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(_SIZE), "semi")

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(_SIZE * 1.2) + theme.px(7)

    def _room(self, theme: Theme, width: int) -> int:
        return max(1, width - self._mark_room(theme) - 2 * theme.px(_PAD))
