"""What decisions are told in: a tinted box, and a line with a mark before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import Weight, line_height
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_card
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Aside", "Box", "Spread"]


class Box(Column):
    """A column in a rounded frame: tinted where it holds what the trainee did."""

    role: Role = Role.GROUP

    def __init__(self, name: str, *children: Widget, is_own: bool = False, colour: Tone | None = None) -> None:
        super().__init__(name, *children, gap=8, padding=14)
        self.is_own = is_own
        self.colour = colour
        """Of the frame; None for that of any card."""

    def paint(self, canvas: Canvas) -> None:
        """Paint the frame, then what lies in it."""
        theme, palette = canvas.theme, canvas.palette
        line = palette.line if self.colour is None else tone(palette, self.colour)
        width = theme.border if self.colour is None else max(theme.border, theme.px(1.5))
        fill = palette.own if self.is_own else palette.card
        paint_card(canvas.surface, self.rect, fill, theme.px(14), Border(line, width))
        super().paint(canvas)


class Aside(Widget):
    """A mark, and beside it words, perhaps with a title over them."""

    role: Role = Role.LABEL

    def __init__(
        self,
        mark: str,
        words: str,
        *,
        title: str = "",
        colour: Tone = "mute",
        size: float = 15.5,
        weight: Weight = "regular",
        words_colour: Tone = "ink",
    ) -> None:
        super().__init__(f"{title}: {words}" if title else words)
        self.mark = mark
        self.words = words
        self.title = title
        self.colour = colour
        """Of mark and title."""
        self.size = size
        self.weight: Weight = weight
        self.words_colour = words_colour

    def natural(self, theme: Theme) -> int:
        """On one line."""
        widest = max(natural_width(self.words, self._face(theme)), natural_width(self.title, self._title_face(theme)))
        return widest + 1 + self._mark_room(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """Title and words, broken to the width."""
        room = self._text_width(theme, width)
        return self._title_height(theme, room) + height_of(self.words, self._face(theme), room)

    def paint(self, canvas: Canvas) -> None:
        """Paint mark, title and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        side, room = theme.em(self.size * 1.2), self._text_width(theme, rect.width)
        first = line_height((self._title_face(theme) if self.title else self._face(theme)).size)
        square = Rect(rect.x, rect.y + (first - side) // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, tone(palette, self.colour))
        high = self._title_height(theme, room)
        area = Rect(rect.right - room, rect.y, room, high)
        if self.title:
            paint_text(canvas.surface, area, self.title, self._title_face(theme), tone(palette, self.colour))
        area = Rect(area.x, area.bottom, room, rect.bottom - area.bottom)
        paint_text(canvas.surface, area, self.words, self._face(theme), tone(palette, self.words_colour))

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(self.size), self.weight)

    def _title_face(self, theme: Theme) -> Face:
        return Face(theme.em(self.size - 1.5), "semi")

    def _title_height(self, theme: Theme, room: int) -> int:
        return height_of(self.title, self._title_face(theme), room) if self.title else 0

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(self.size * 1.2) + theme.em(8)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - self._mark_room(theme))


class Spread(Flow):
    """A flow whose widgets stand apart as far as the width goes."""

    def place(self, theme: Theme, rect: Rect) -> None:
        """Line by line, what is left of each shared out between its widgets."""
        super().place(theme, rect)
        lines: dict[int, list[Widget]] = {}
        for child in self.children:
            lines.setdefault(child.rect.centery, []).append(child)
        for line in lines.values():
            spare = (rect.right - line[-1].rect.right) // len(line)
            for number, child in enumerate(line):
                child.place(theme, child.rect.move(spare * number + spare // 2, 0))
