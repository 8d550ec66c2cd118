"""What stands between the bubbles: chapters, time that passed, promises, the narrator, the coach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import Weight, line_height
from game.window.lettering import Face, height_of, lines_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_card
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Chapter", "Note"]


class Chapter(Widget):
    """The title of a chapter, between two rules."""

    role: Role = Role.HEADING
    level = 3

    def __init__(self, title: str) -> None:
        super().__init__(title)

    def measure(self, theme: Theme, width: int) -> int:
        """The title broken to its width, and room above and below."""
        return height_of(self.name, self._face(theme), self._text_width(theme, width)) + theme.px(14)

    def paint(self, canvas: Canvas) -> None:
        """Paint the title in the middle, and a rule on each side."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        face, limit = self._face(theme), self._text_width(theme, rect.width)
        area = Rect(0, rect.y + theme.px(7), limit, rect.height - theme.px(14))
        area.centerx = rect.centerx
        paint_text(canvas.surface, area, self.name, face, palette.ink, "centre")
        longest = max(natural_width(line, face) for line in lines_of(self.name, face, limit))
        rule = (rect.width - longest) // 2 - theme.px(14)
        if rule > theme.px(12):
            thick = max(theme.border, theme.px(1.5))
            canvas.surface.fill(palette.line, (rect.x, rect.centery, rule, thick))
            canvas.surface.fill(palette.line, (rect.right - rule, rect.centery, rule, thick))

    def _face(self, theme: Theme) -> Face:
        return Face(theme.title(18), "bold", self.language)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.px(80))


class Note(Widget):
    """A sentence with a mark before it: in the middle, or boxed with a title where it is to be read closely."""

    role: Role = Role.LABEL

    def __init__(
        self,
        mark: str,
        words: str,
        *,
        title: str = "",
        colour: Tone = "mute",
        is_italic: bool = False,
        is_boxed: bool = False,
        is_new: bool = False,
    ) -> None:
        super().__init__(f"{title}: {words}" if title else words)
        self.mark = mark
        """Empty for none."""
        self.words = words
        self.title = title
        self.colour = colour
        self.is_italic = is_italic
        self.is_boxed = is_boxed
        self.live = Live.POLITE if is_new else Live.OFF

    def natural(self, theme: Theme) -> int:
        """On one line."""
        return natural_width(self.words, self._face(theme)) + 1 + self._mark_room(theme) + 2 * self._pad(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """The words broken to the width, the title, and a box's room."""
        text = height_of(self.words, self._face(theme), self._text_width(theme, width))
        return text + self._title_height(theme, width) + 2 * (self._pad(theme) * 3 // 4)

    def paint(self, canvas: Canvas) -> None:
        """Paint box, mark, title and words."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        face, limit = self._face(theme), self._text_width(theme, rect.width)
        lines = lines_of(self.words, face, limit)
        width = min(limit, max(natural_width(line, face) for line in lines) + 1)
        x, y = rect.x + self._pad(theme), rect.y + self._pad(theme) * 3 // 4
        if self.is_boxed:
            paint_card(canvas.surface, rect, palette.card, theme.px(14), Border(palette.line, theme.border))
        else:
            x = rect.x + (rect.width - width - self._mark_room(theme)) // 2
        if self.mark:
            side = theme.em(19)
            square = Rect(x, y + (line_height(face.size) - side) // 2, side, side)
            paint_mark(canvas.surface, square, self.mark, tone(palette, self.colour))
        title = self._title_height(theme, rect.width)
        area = Rect(x + self._mark_room(theme), y, limit if self.is_boxed else width, title)
        if self.title:
            paint_text(canvas.surface, area, self.title, self._title_face(theme), tone(palette, self.colour))
        area = Rect(area.x, area.bottom, area.width, rect.bottom - area.bottom)
        ink = palette.ink if self.is_boxed or self.is_italic else tone(palette, self.colour)
        paint_text(canvas.surface, area, self.words, face, ink, "left" if self.is_boxed or self.mark else "centre")

    def _face(self, theme: Theme) -> Face:
        weight: Weight = "italic" if self.is_italic else "regular" if self.is_boxed else "semi"
        return Face(theme.em(16 if self.is_boxed or self.is_italic else 14.5), weight, self.language)

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(19) + theme.px(9) if self.mark else 0

    def _title_face(self, theme: Theme) -> Face:
        return Face(theme.em(14), "bold")

    def _title_height(self, theme: Theme, width: int) -> int:
        if not self.title:
            return 0
        return height_of(self.title, self._title_face(theme), self._text_width(theme, width))

    def _pad(self, theme: Theme) -> int:
        return theme.px(14) if self.is_boxed else 0

    def _text_width(self, theme: Theme, width: int) -> int:
        room = width if self.is_boxed else min(width - theme.px(40), theme.em(560))
        return max(1, room - self._mark_room(theme) - 2 * self._pad(theme))
