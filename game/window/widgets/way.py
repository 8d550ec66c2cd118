"""A way that leads on: a card that is pressed as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark, paint_portrait
from game.window.shapes import paint_pill
from game.window.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.supplied import Likeness
    from game.window.theme import Theme

__all__ = ["Way"]

_PAD = 14
_GAP = 12


class Way(Pressable):
    """A sign or a face, a title, and a line below it.

    Args:
        title: where it leads.
        words: what there is; empty for nothing.
        mark: the sign; where there is a face, it stands on the right.
        face: whom it is about, and their mood.
        is_primary: it is the one most people take.
    """

    def __init__(
        self,
        title: str,
        words: str,
        mark: str,
        on_press: Callable[[], None],
        *,
        key: str,
        face: tuple[Likeness, int] | None = None,
        name: str = "",
        is_primary: bool = False,
    ) -> None:
        super().__init__(name or title, on_press, key=key, description=words)
        self.title = title
        self.words = words
        self.mark = mark
        self.face = face
        self.is_primary = is_primary

    def natural(self, theme: Theme) -> int:
        """Title and words on one line each, and what stands beside them."""
        widest = natural_width(self.title, self._bold(theme))
        if self.words:
            widest = max(widest, natural_width(self.words, self._plain(theme)))
        return widest + 1 + self._beside(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """The text, or the picture."""
        return max(self._text_height(theme, width), self._side(theme)) + 2 * theme.px(_PAD)

    def paint(self, canvas: Canvas) -> None:
        """Paint the card, the picture, the text, and the sign of a face's way."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        fill, ink, mute, sign = palette.card, palette.ink, palette.mute, palette.accent
        if self.is_primary:
            fill, ink, mute = palette.accent, palette.on_accent, palette.on_accent
        self.paint_ground(canvas, theme.px(14), fill)
        pad, side = theme.px(_PAD), self._side(theme)
        square = Rect(rect.x + pad, rect.centery - side // 2, side, side)
        if self.face is None:
            paint_pill(canvas.surface, square, palette.on_accent if self.is_primary else palette.own)
            inner = square.inflate(-side * 2 // 5, -side * 2 // 5)
            paint_mark(canvas.surface, inner, self.mark, sign)
        else:
            paint_portrait(canvas.surface, square, *self.face, theme.px(12))
            size = theme.em(22)
            place = Rect(rect.right - pad - size, rect.centery - size // 2, size, size)
            paint_mark(canvas.surface, place, self.mark, sign)
        room = max(1, rect.width - self._beside(theme))
        bold = self._bold(theme)
        height = height_of(self.title, bold, room)
        top = rect.centery - self._text_height(theme, rect.width) // 2
        area = Rect(square.right + theme.px(_GAP), top, room, height)
        paint_text(canvas.surface, area, self.title, bold, ink)
        if self.words:
            plain = self._plain(theme)
            area = Rect(area.x, area.bottom, room, height_of(self.words, plain, room))
            paint_text(canvas.surface, area, self.words, plain, mute)

    def _text_height(self, theme: Theme, width: int) -> int:
        room = max(1, width - self._beside(theme))
        text = height_of(self.title, self._bold(theme), room)
        return text + height_of(self.words, self._plain(theme), room) if self.words else text

    def _beside(self, theme: Theme) -> int:
        """All that is not text."""
        sign = 0 if self.face is None else theme.em(22) + theme.px(_GAP)
        return 2 * theme.px(_PAD) + self._side(theme) + theme.px(_GAP) + sign

    def _side(self, theme: Theme) -> int:
        return theme.title(40) if self.face is None else theme.title(60)

    def _bold(self, theme: Theme) -> Face:
        return Face(theme.em(16), "bold")

    def _plain(self, theme: Theme) -> Face:
        return Face(theme.em(14))
