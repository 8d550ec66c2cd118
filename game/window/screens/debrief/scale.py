"""The scale a score stands on: from the worst play there is to the best, with the medals on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.records import MEDALS
from game.records.medals import medal_words
from game.texts import _
from game.window.fonts import line_height
from game.window.lettering import Face, natural_width, paint_line
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_pill
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Scale"]

_FULL = 1000
_BAR = 14


class Scale(Widget):
    """A bar up to the score; below it where each medal begins, above it one's own best."""

    role: Role = Role.METER

    def __init__(self, score: int, own_best: int | None) -> None:
        told = [_("{medal} from {least}", medal=medal_words(medal), least=least) for medal, least in MEDALS.items()]
        super().__init__(_("From 0, the worst play, to 1000, the best: {medals}", medals=", ".join(reversed(told))))
        self.score = score
        self.own_best = own_best

    @property
    def value(self) -> tuple[float, float]:
        """The score, of a thousand."""
        return self.score, _FULL

    def natural(self, theme: Theme) -> int:
        """Enough for the medals to stand apart."""
        return theme.em(320)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # as high at any width
        """The bar, and a line for the medals."""
        return theme.px(6) + theme.em(_BAR) + theme.px(4) + max(line_height(self._face(theme).size), theme.em(18))

    def paint(self, canvas: Canvas) -> None:
        """Paint the bar, one's own best, and the medals."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        bar = Rect(rect.x, rect.y + theme.px(6), rect.width, theme.em(_BAR))
        paint_pill(canvas.surface, bar, palette.track, Border(palette.line, theme.border))
        if self.score:
            full = bar.copy()
            full.width = max(bar.height, round(bar.width * self.score / _FULL))
            paint_pill(canvas.surface, full, palette.accent)
        if self.own_best is not None:
            x = bar.x + round(bar.width * self.own_best / _FULL)
            tick = Rect(0, rect.y, theme.px(3), bar.bottom - rect.y)
            tick.centerx = min(max(x, bar.x + 1), bar.right - 2)
            canvas.surface.fill(palette.ink, tick)
        free, ends = rect.right, [*list(MEDALS.values())[1:], 0]
        for (medal, least), end in zip(MEDALS.items(), ends, strict=True):
            # the highest first: where two do not fit, it is the lower that gives way
            floor = bar.x + round(bar.width * end / _FULL) + (theme.em(17) if end else 0)
            free = self._paint_medal(canvas, bar, medal_words(medal), least, (floor, free))

    def _paint_medal(self, canvas: Canvas, bar: Rect, words: str, least: int, room: tuple[int, int]) -> int:
        """Paint where a medal begins, named on the right or else on the left; what is left of the width before it."""
        floor, free = room
        theme, palette = canvas.theme, canvas.palette
        face, side = self._face(theme), theme.em(17)
        is_reached = self.score >= least
        x = bar.x + round(bar.width * least / _FULL)
        canvas.surface.fill(palette.on_accent if is_reached else palette.ink, (x, bar.y, theme.border, bar.height))
        colour = palette.accent if is_reached else palette.mute
        width = side + natural_width(words, face) + 1 + theme.px(2)
        if x + side // 2 > free:
            return free
        square = Rect(x - side // 2, bar.bottom + theme.px(4), side, side)
        paint_mark(canvas.surface, square, "medal", colour, is_filled=is_reached)
        area = Rect(square.right + theme.px(2), square.y, natural_width(words, face) + 1, side)
        if x - side // 2 + width > free:
            area.right = square.left - theme.px(2)
        if area.right > free or area.left < floor:
            return square.left - theme.px(6)
        paint_line(canvas.surface, area, words, face, colour)
        return min(square.left, area.left) - theme.px(6)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(13.5), "semi")
