"""A choice on offer: its number, and what the trainee would say or do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pygame import Rect

from game.texts import _
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.shapes import Border, paint_card
from game.window.widgets.button import Pressable
from game.window.wrapping import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["ChoiceButton"]


class ChoiceButton(Pressable):
    """One of the choices, pressed by its number too."""

    weighs: ClassVar[bool] = True

    def __init__(self, number: int, words: str, on_press: Callable[[], None], *, of: int, is_spoken: bool) -> None:
        kind = _("Say") if is_spoken else _("Do")
        super().__init__(spoken(words), on_press, key=f"choice-{number}", description=kind)
        self.number = number
        self.words = words
        self.of = of
        """How many choices are on offer."""
        self.place_in_set, self.shortcut = (number, of), str(number)
        self.kind = kind

    def natural(self, theme: Theme) -> int:
        """On one line."""
        return natural_width(self.words, self._face(theme)) + self._text_left(theme) + theme.px(14)

    def measure(self, theme: Theme, width: int) -> int:
        """The kind, the words, and room for a finger."""
        text = height_of(self.words, self._face(theme), self._text_width(theme, width))
        return max(text + line_height(self._kind_face(theme).size) + 2 * theme.px(10), theme.px(52))

    def paint(self, canvas: Canvas) -> None:
        """Paint the number in its square, what kind of choice it is, and the words."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(14), palette.card)
        is_lit = canvas.focus is self or canvas.pointed is self
        badge = Rect(self.rect.x + theme.px(14), self.rect.y + theme.px(13), theme.em(28), theme.em(28))
        paint_card(
            canvas.surface,
            badge,
            palette.accent if is_lit else palette.ground,
            theme.px(8),
            None if is_lit else Border(palette.line, theme.border),
        )
        number = Face(theme.em(16), "bold")
        paint_line(
            canvas.surface, badge, str(self.number), number, palette.on_accent if is_lit else palette.ink, "centre"
        )
        left, width = self._text_left(theme), self._text_width(theme, self.rect.width)
        kind = self._kind_face(theme)
        area = Rect(self.rect.x + left, self.rect.y + theme.px(9), width, line_height(kind.size))
        paint_line(canvas.surface, area, self.kind, kind, palette.mute)
        area = Rect(area.x, area.bottom, width, self.rect.bottom - area.bottom)
        paint_text(canvas.surface, area, self.words, self._face(theme), palette.ink)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(16.5), language=self.language)

    def _kind_face(self, theme: Theme) -> Face:
        return Face(theme.em(13), "semi")

    def _text_left(self, theme: Theme) -> int:
        return theme.px(14) + theme.em(28) + theme.px(12)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - self._text_left(theme) - theme.px(14))
