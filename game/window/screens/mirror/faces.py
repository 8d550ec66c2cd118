"""The six faces to choose from: how does it feel, now that this was said?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief import FEELINGS
from game.looks.portrait import expression_of
from game.texts import _
from game.texts.moods import mood_words
from game.window.fonts import line_height
from game.window.lettering import Face, natural_width, paint_line
from game.window.shapes import Border, paint_card
from game.window.widgets.boxes import Grid
from game.window.widgets.button import Button, Pressable
from game.window.widgets.label import Heading
from game.window.widgets.portrait import Portrait
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.supplied import Likeness
    from game.window.theme import Theme
    from game.window.widgets.scroll import ScrollState

__all__ = ["FaceButton", "Question"]

_PAD = 10
_WIDE = 70
_NARROW = 56
_ROOMY = 600
"""Room from which on the faces are shown wide."""
_LARGE = 1.4
"""Text size from which on words and marks stand for them."""
_BADGE = 26


class Question(Widget):
    """How does it feel? Below it the six faces, in as many columns as there is room for; they scroll if they must."""

    def __init__(
        self, name: str, look: Likeness, on_guess: Callable[[int], None], state: ScrollState, theme: Theme, width: int
    ) -> None:
        question = _("How does {name} feel now?", name=name)
        buttons: list[Widget] = [
            _marked(number, mood, partial(on_guess, mood))
            if theme.text > _LARGE  # no room for pictures then
            else FaceButton(number, name, look, mood, partial(on_guess, mood), side=_side(theme, width))
            for number, mood in enumerate(FEELINGS, 1)
        ]
        least = max(button.natural(theme) for button in buttons) + theme.px(_PAD)
        columns = next(count for count in (6, 3, 2, 1) if count * least <= width or count == 1)
        self.heading = Heading(question, size=18)
        self.scroll = Scroll(question, Grid(question, *buttons, columns=columns), state)
        super().__init__(question, self.heading, self.scroll)

    def measure(self, theme: Theme, width: int) -> int:
        """Question and faces."""
        return self._above(theme, width) + self.scroll.measure(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The faces below the question."""
        self.rect = rect
        above = self._above(theme, rect.width)
        self.heading.place(theme, Rect(rect.x, rect.y, rect.width, above - theme.px(_PAD)))
        self.scroll.place(theme, Rect(rect.x, rect.y + above, rect.width, max(1, rect.height - above)))

    def _above(self, theme: Theme, width: int) -> int:
        return self.heading.measure(theme, width) + theme.px(_PAD)


def _side(theme: Theme, width: int) -> float:
    return _WIDE if theme.room(width) >= _ROOMY else _NARROW


def _marked(number: int, mood: int, on_press: Callable[[], None]) -> Widget:
    words = _("{number} · {mood}", number=number, mood=mood_words(mood))
    return Button(words, on_press, key=f"choice-{number}", mark=expression_of(mood).key, mark_colour="ink")


class FaceButton(Pressable):
    """A face with its number and its word."""

    def __init__(
        self, number: int, name: str, look: Likeness, mood: int, on_press: Callable[[], None], *, side: float
    ) -> None:
        words = mood_words(mood)
        self.portrait = Portrait(name, look, mood, side=side, radius=12)
        super().__init__(words, on_press, key=f"choice-{number}", description=_("Key {number}", number=number))
        self.number = number
        self.words = words

    def natural(self, theme: Theme) -> int:
        """The face or its word, whichever is wider."""
        inner = max(theme.px(self.portrait.side), natural_width(self.words, self._face(theme)) + 1)
        return inner + 2 * theme.px(_PAD)

    def measure(self, theme: Theme, width: int) -> int:
        """The face, and the word below it."""
        side = min(width - 2 * theme.px(_PAD), theme.px(self.portrait.side))
        return side + theme.px(4) + line_height(self._face(theme).size) + 2 * theme.px(_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The face in the middle."""
        self.rect = rect
        side = min(rect.width - 2 * theme.px(_PAD), theme.px(self.portrait.side))
        square = Rect(0, rect.y + theme.px(_PAD), side, side)
        square.centerx = rect.centerx
        self.portrait.place(theme, square)

    def paint(self, canvas: Canvas) -> None:
        """Paint the card, the face, the number in its corner, and the word."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(14), palette.card)
        self.portrait.paint(canvas)
        is_lit = canvas.focus is self or canvas.pointed is self
        side = theme.px(_BADGE)
        badge = Rect(self.rect.x + theme.px(6), self.rect.y + theme.px(6), side, side)
        border = None if is_lit else Border(palette.line, theme.border)
        paint_card(canvas.surface, badge, palette.accent if is_lit else palette.ground, theme.px(8), border)
        ink = palette.on_accent if is_lit else palette.ink
        paint_line(canvas.surface, badge, str(self.number), Face(round(side * 0.6), "bold"), ink, "centre")
        face = self._face(theme)
        height = line_height(face.size)
        area = Rect(self.rect.x + theme.px(4), 0, self.rect.width - 2 * theme.px(4), height)
        area.bottom = self.rect.bottom - theme.px(_PAD) + theme.px(2)
        paint_line(canvas.surface, area, self.words, face, palette.ink, "centre")

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")
