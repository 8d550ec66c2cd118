"""The head of a decision's card: its grade, what it cost, and, while it is closed, what was said; pressing opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_card, paint_pill
from game.window.widgets.button import Pressable
from game.window.widgets.label import Tone, tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Fold"]

_SIDE = 34
_CHEVRON = 20


class Fold(Pressable):
    """A head that opens and closes what stands below it."""

    def __init__(
        self,
        name: str,
        on_press: Callable[[], None],
        *,
        key: str,
        badge: str,
        mark: str,
        colour: Tone,
        title: str,
        words: str = "",
        is_open: bool,
        description: str = "",
    ) -> None:
        super().__init__(name, on_press, key=key, description=description)
        self.badge = badge
        """A number or a word or two, in a disc or a pill."""
        self.mark = mark
        """Empty for none."""
        self.colour = colour
        self.title = title
        self.words = words
        """Shown while it is closed."""
        self.is_open = is_open

    def natural(self, theme: Theme) -> int:
        """All on one line each."""
        title = natural_width(self.title, self._title_face(theme))
        words = natural_width(self.words, self._face(theme))
        return self._left(theme) + max(title, words) + 1 + self._right(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """Title and words broken to the width, and room for a finger."""
        return max(self._text_height(theme, self._room(theme, width)) + 2 * theme.px(6), theme.px(44))

    def paint(self, canvas: Canvas) -> None:
        """Paint the badge, the mark, title and words, and which way it goes."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        if canvas.focus is self:
            canvas.paint_focus(rect, theme.px(10))
            paint_card(canvas.surface, rect, palette.card, theme.px(10))
        elif canvas.pointed is self:
            paint_card(canvas.surface, rect, palette.card, theme.px(10), Border(palette.focus, theme.border))
        room = self._room(theme, rect.width)
        high = self._text_height(theme, room)
        top = rect.y + (rect.height - high) // 2
        self._paint_badge(canvas, top)
        title = height_of(self.title, self._title_face(theme), room)
        if not self._has_words:
            top = rect.y + (rect.height - title) // 2
        area = Rect(rect.x + self._left(theme), top, room, title)
        paint_text(canvas.surface, area, self.title, self._title_face(theme), palette.ink)
        if self._has_words:
            area = Rect(area.x, area.bottom, room, rect.bottom - area.bottom)
            paint_text(canvas.surface, area, self.words, self._face(theme), palette.mute)
        side = theme.em(_CHEVRON)
        square = Rect(rect.right - side - theme.px(6), rect.centery - side // 2, side, side)
        paint_mark(canvas.surface, square, "up" if self.is_open else "down", palette.mute)

    def _paint_badge(self, canvas: Canvas, top: int) -> None:
        theme, palette = canvas.theme, canvas.palette
        colour, high = tone(palette, self.colour), theme.em(_SIDE)
        first = line_height(self._title_face(theme).size)
        pill = Rect(self.rect.x + theme.px(6), 0, self._badge_width(theme), high)
        pill.centery = top + first // 2 if self._has_words else self.rect.centery
        pill.top = max(pill.top, self.rect.y + theme.px(4))
        paint_pill(canvas.surface, pill, palette.card, Border(colour, max(2, theme.px(2))))
        side, x = theme.em(19), pill.x + theme.em(8)
        if self.mark:
            paint_mark(canvas.surface, Rect(x, pill.centery - side // 2, side, side), self.mark, colour)
            x += side + theme.em(4)
        area = Rect(x, pill.y, pill.right - theme.em(8) - x, pill.height)
        paint_line(canvas.surface, area, self.badge, self._badge_face(theme), palette.ink, "centre")

    @property
    def _has_words(self) -> bool:
        return bool(self.words) and not self.is_open

    def _text_height(self, theme: Theme, room: int) -> int:
        words = height_of(self.words, self._face(theme), room) if self._has_words else 0
        return max(height_of(self.title, self._title_face(theme), room) + words, theme.em(_SIDE))

    def _badge_width(self, theme: Theme) -> int:
        mark = theme.em(23) if self.mark else 0
        return max(theme.em(_SIDE), natural_width(self.badge, self._badge_face(theme)) + 1 + mark + 2 * theme.em(8))

    def _left(self, theme: Theme) -> int:
        return theme.px(6) + self._badge_width(theme) + theme.px(12)

    def _right(self, theme: Theme) -> int:
        return theme.em(_CHEVRON) + theme.px(14)

    def _room(self, theme: Theme, width: int) -> int:
        return max(1, width - self._left(theme) - self._right(theme))

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15.5))

    def _title_face(self, theme: Theme) -> Face:
        return Face(theme.em(16.5), "semi")

    def _badge_face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "bold")
