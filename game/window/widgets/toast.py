"""Sentences that are shown for a while over the screen: what happened, and what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import paint_card, paint_pill
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Caption", "Toast"]


class Toast(Widget):
    """Words on a dark card (a light one in dark themes), over nothing that can be pressed; read aloud.

    Args:
        words: the words.
        below: what it lies over, placed before it.
    """

    role: Role = Role.STATUS

    def __init__(self, words: str, below: Iterable[Widget] = ()) -> None:
        super().__init__(words)
        self.below = tuple(below)
        self.live = Live.POLITE

    def place(self, theme: Theme, rect: Rect) -> None:
        """In the middle, at the bottom, or as near to the top as there is room."""
        pad = theme.px(16)
        face = self._face(theme)
        width = min(natural_width(self.name, face) + 1 + 2 * pad, rect.width - 2 * pad)
        height = height_of(self.name, face, width - 2 * pad) + pad
        bottom = Rect(0, rect.bottom - height - pad, width, height)
        bottom.centerx = rect.centerx
        taken = _pressable(self.below, pad)
        places = (bottom, *_places(bottom, rect.inflate(-2 * pad, -2 * pad), theme.px(24)))
        self.rect = next((each for each in places if each.collidelist(taken) < 0), bottom)

    def paint(self, canvas: Canvas) -> None:
        """Paint the card and the words, in the theme's colours turned round."""
        theme, palette = canvas.theme, canvas.palette
        paint_card(canvas.surface, self.rect, palette.ink, theme.px(12))
        pad = theme.px(16)
        area = self.rect.inflate(-2 * pad, -pad)
        paint_text(canvas.surface, area, self.name, self._face(theme), palette.ground)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")


class Caption(Widget):
    """The words for a sound, with the mark of a loudspeaker; over nothing that can be pressed.

    Args:
        words: the words.
        below: what it lies over, placed before it.
        is_spoken: whether a screen reader says the words unasked.
    """

    role: Role = Role.STATUS

    def __init__(self, words: str, below: Iterable[Widget], *, is_spoken: bool) -> None:
        super().__init__(words)
        self.below = tuple(below)
        self.live = Live.POLITE if is_spoken else Live.OFF

    def place(self, theme: Theme, rect: Rect) -> None:
        """The topmost place in the middle of the window, then beside it, under which nothing can be pressed."""
        face, pad = self._face(theme), theme.px(8)
        width = min(natural_width(self.name, face) + 1 + self._mark_room(theme) + 4 * pad, rect.width - 2 * pad)
        height = height_of(self.name, face, width - self._mark_room(theme) - 4 * pad) + pad
        taken = _pressable(self.below, pad)
        places = _places(Rect(0, 0, width, height), rect.inflate(-2 * pad, -2 * pad), theme.px(24))
        first = next(places)
        self.rect = next((each for each in (first, *places) if each.collidelist(taken) < 0), first)

    def paint(self, canvas: Canvas) -> None:
        """Paint a pill, the mark and the words, in the theme's colours turned round."""
        theme, palette, face = canvas.theme, canvas.palette, self._face(canvas.theme)
        paint_pill(canvas.surface, self.rect, palette.ink)
        pad, side = theme.px(8), theme.em(17)
        area = self.rect.inflate(-4 * pad, -pad)
        square = Rect(area.x, area.y + (line_height(face.size) - side) // 2, side, side)
        paint_mark(canvas.surface, square, "sound", palette.ground)
        room = self._mark_room(theme)
        words = Rect(area.x + room, area.y, area.width - room, area.height)
        paint_text(canvas.surface, words, self.name, face, palette.ground)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(14), "semi")

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(17) + theme.px(8)


def _pressable(layers: Iterable[Widget], room: int) -> list[Rect]:
    """Where something can be pressed, and other words stand, with some room around it."""
    return [
        widget.rect.inflate(room, room)
        for layer in layers
        for widget in layer.walk()
        if isinstance(widget, Toast) or (widget.is_focusable and not isinstance(widget, Scroll))
    ]


def _places(size: Rect, within: Rect, step: int) -> Iterator[Rect]:
    """Places for something of a size, from below the bar downwards: in the middle, at the right, at the left."""
    first = within.top + step * 2
    for top in range(first, max(first + 1, within.bottom - size.height), step):
        for left in (within.centerx - size.width // 2, within.right - size.width, within.left):
            yield Rect(left, top, size.width, size.height)
