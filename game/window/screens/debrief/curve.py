"""The mood over the case: a line from the opening through every decision, each with its face and grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.looks.portrait import expression_of, words_of
from game.texts import _
from game.window.fonts import line_height
from game.window.lettering import Face, paint_line
from game.window.pictures import paint_mark
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.debrief import Debrief
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["MoodCurve"]

_HEIGHT = 150
_LOWEST, _HIGHEST = -3, 3


class MoodCurve(Widget):
    """The customer's mood at the opening and after each decision."""

    role: Role = Role.IMAGE

    def __init__(self, debrief: Debrief) -> None:
        told = [_("at the opening {mood}", mood=words_of(debrief.mood))]
        for number, decided in enumerate(debrief.decisions, 1):
            told.append(_("after decision {number} {mood}", number=number, mood=words_of(decided.mood)))
        super().__init__(_("The mood of the customer: {moods}", moods=", ".join(told)))
        self.moods = (debrief.mood, *(decided.mood for decided in debrief.decisions))
        self.grades = tuple(decided.grade for decided in debrief.decisions)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # as high at any width
        """A fixed height, and the numbers below."""
        return theme.px(_HEIGHT) + line_height(theme.em(13))

    def paint(self, canvas: Canvas) -> None:
        """Paint the middle line, the curve, a face at each turn, and the numbers of the decisions."""
        theme, palette = canvas.theme, canvas.palette
        side = min(theme.px(26), max(8, self.rect.width // (len(self.moods) + 1)))
        area = Rect(self.rect.x, self.rect.y, self.rect.width, theme.px(_HEIGHT)).inflate(-side, -side - theme.px(4))
        places = self._places(area)
        middle = area.y + area.height // 2
        canvas.surface.fill(palette.line, (area.x, middle, area.width, theme.border))
        if len(places) > 1:
            pygame.draw.lines(canvas.surface, palette.accent, False, places, max(2, theme.px(2.5)))
        numbers = Face(theme.em(13), "semi")
        for number, (mood, place) in enumerate(zip(self.moods, places, strict=True)):
            square = Rect(0, 0, side, side)
            square.center = place
            pygame.draw.circle(canvas.surface, palette.card, place, side // 2)
            paint_mark(canvas.surface, square, expression_of(mood).key, palette.ink)
            if number:
                label = Rect(0, self.rect.bottom - line_height(numbers.size), side * 2, line_height(numbers.size))
                label.centerx = place[0]
                paint_line(canvas.surface, label, str(number), numbers, palette.mute, "centre")

    def _places(self, area: Rect) -> Sequence[tuple[int, int]]:
        steps = max(1, len(self.moods) - 1)
        span = _HIGHEST - _LOWEST
        return [
            (area.x + area.width * place // steps, area.y + area.height * (_HIGHEST - mood) // span)
            for place, mood in enumerate(self.moods)
        ]
