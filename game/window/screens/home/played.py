"""A play that came to its end, as a line of Home; pressed, it leads to its debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Played"]

_PAD = 10
_GAP = 10
_SIGN = 18


class Played(Pressable):
    """A sign and the case's title, what the play brought below them, and on the right that it leads on."""

    def __init__(self, title: str, words: str, mark: str, on_press: Callable[[], None], *, key: str) -> None:
        super().__init__(f"{title}: {words}", on_press, key=key, description=_("Show the debrief of this play"))
        self.title = title
        self.words = words
        self.mark = mark

    def natural(self, theme: Theme) -> int:
        """Title and words on one line each, and the signs beside them."""
        widest = max(natural_width(self.title, self._bold(theme)), natural_width(self.words, self._plain(theme)))
        return widest + 1 + self._beside(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """Both texts; at least as high as a finger needs."""
        return max(theme.px(44), self._height(theme, width) + 2 * theme.px(_PAD) * 2 // 3)

    def paint(self, canvas: Canvas) -> None:
        """Paint the ground, the signs and the texts."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        self.paint_ground(canvas, theme.px(11), palette.card)
        pad, side = theme.px(_PAD), theme.em(_SIGN)
        paint_mark(canvas.surface, Rect(rect.x + pad, rect.centery - side // 2, side, side), self.mark, palette.accent)
        sign = Rect(rect.right - pad - side, rect.centery - side // 2, side, side)
        paint_mark(canvas.surface, sign, "next", palette.mute)
        room = max(1, rect.width - self._beside(theme))
        bold, plain = self._bold(theme), self._plain(theme)
        area = Rect(rect.x + pad + side + theme.px(_GAP), 0, room, height_of(self.title, bold, room))
        area.y = rect.centery - self._height(theme, rect.width) // 2
        paint_text(canvas.surface, area, self.title, bold, palette.ink)
        area = Rect(area.x, area.bottom, room, height_of(self.words, plain, room))
        paint_text(canvas.surface, area, self.words, plain, palette.mute)

    def _height(self, theme: Theme, width: int) -> int:
        room = max(1, width - self._beside(theme))
        return height_of(self.title, self._bold(theme), room) + height_of(self.words, self._plain(theme), room)

    def _beside(self, theme: Theme) -> int:
        """All that is not text."""
        return 2 * (theme.px(_PAD) + theme.em(_SIGN) + theme.px(_GAP))

    def _bold(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")

    def _plain(self, theme: Theme) -> Face:
        return Face(theme.em(14))
