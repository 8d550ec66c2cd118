"""Buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pygame import Rect

from game.window.fonts import line_height
from game.window.input import Press
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_card
from game.window.widgets.card import shadow_of
from game.window.widgets.label import Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.colour import Colour
    from game.window.canvas import Canvas
    from game.window.input import Action
    from game.window.theme import Theme

__all__ = ["Button", "MarkButton", "Pressable"]


class Pressable(Widget):
    """Something that can have the focus and be pressed."""

    role: Role = Role.BUTTON
    is_focusable: ClassVar[bool] = True

    def __init__(
        self, name: str, on_press: Callable[[], None], *children: Widget, key: str, description: str = ""
    ) -> None:
        super().__init__(name, *children, key=key, description=description)
        self.on_press = on_press

    def act(self, action: Action) -> bool:
        """Take a press."""
        if isinstance(action, Press):
            self.on_press()
            return True
        return False

    def paint_ground(self, canvas: Canvas, radius: int, fill: Colour) -> None:
        """Paint the card a button stands on, with the ring of the focus and the tint of the pointer."""
        theme, palette = canvas.theme, canvas.palette
        has_focus, is_pointed = canvas.focus is self, canvas.pointed is self
        if has_focus:
            canvas.paint_focus(self.rect, radius)
        line = palette.focus if has_focus or is_pointed else palette.line
        width = theme.border * (2 if is_pointed and not has_focus else 1)
        shadow = None if has_focus else shadow_of(theme)
        paint_card(canvas.surface, self.rect, fill, radius, Border(line, width), shadow)


class Button(Pressable):
    """A button with words, and a mark before them."""

    def __init__(
        self,
        words: str,
        on_press: Callable[[], None],
        *,
        key: str,
        mark: str = "",
        mark_colour: Tone = "accent",
        style: Literal["plain", "primary"] = "plain",
        description: str = "",
        is_slim: bool = False,
    ) -> None:
        super().__init__(words, on_press, key=key, description=description)
        self.words = words
        self.mark = mark
        self.mark_colour = mark_colour
        """On a plain button."""
        self.style = style
        self.is_slim = is_slim
        """Lower than others, for a place beside text."""

    def natural(self, theme: Theme) -> int:
        """Words on one line, the mark, and room at the sides."""
        return natural_width(self.words, self._face(theme)) + 1 + self._mark_room(theme) + 2 * self._pad(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """At least as high as a finger needs."""
        text = height_of(self.words, self._face(theme), self._text_width(theme, width))
        return text + 2 * theme.px(4) if self.is_slim else max(text + 2 * theme.px(10), theme.px(44))

    def paint(self, canvas: Canvas) -> None:
        """Paint the button."""
        theme, palette = canvas.theme, canvas.palette
        fill, ink = (palette.accent, palette.on_accent) if self.style == "primary" else (palette.card, palette.ink)
        self.paint_ground(canvas, theme.px(12), fill)
        face, room = self._face(theme), self._mark_room(theme)
        limit = self._text_width(theme, self.rect.width)
        width = min(natural_width(self.words, face) + 1, limit)
        height = height_of(self.words, face, limit)
        x = self.rect.x + (self.rect.width - width - room) // 2
        y = self.rect.y + (self.rect.height - height) // 2
        if self.mark:
            side = theme.em(20)
            paint_mark(
                canvas.surface,
                Rect(x, y + (line_height(face.size) - side) // 2, side, side),
                self.mark,
                ink if self.style == "primary" else tone(palette, self.mark_colour),
            )
        paint_text(canvas.surface, Rect(x + room, y, width, height), self.words, face, ink)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15 if self.is_slim else 16), "semi")

    def _pad(self, theme: Theme) -> int:
        return theme.px(12 if self.is_slim else 18)

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(20) + theme.px(8) if self.mark else 0

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - self._mark_room(theme) - 2 * self._pad(theme))


class MarkButton(Pressable):
    """A small square button that shows a mark only; its name is read aloud."""

    def __init__(self, name: str, mark: str, on_press: Callable[[], None], *, key: str, description: str = "") -> None:
        super().__init__(name, on_press, key=key, description=description)
        self.mark = mark

    def natural(self, theme: Theme) -> int:
        """As wide as a finger needs."""
        return theme.title(42)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # a square at any width
        """As high as wide."""
        return theme.title(42)

    def paint(self, canvas: Canvas) -> None:
        """Paint the button."""
        self.paint_ground(canvas, canvas.theme.px(11), canvas.palette.card)
        side = canvas.theme.title(22)
        square = Rect(0, 0, side, side)
        square.center = self.rect.center
        paint_mark(canvas.surface, square, self.mark, canvas.palette.ink)
