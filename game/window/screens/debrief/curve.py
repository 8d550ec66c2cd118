"""The mood over the case: a line from the opening through every decision, each with its face and grade."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.looks.colour import Colour, to_hex
from game.looks.portrait import expression_of
from game.texts import _
from game.texts.moods import mood_words
from game.window.fonts import line_height
from game.window.lettering import Face, paint_line
from game.window.pictures import drawn, paint_mark
from game.window.screens.debrief.decisions import GRADE_TONES
from game.window.widgets.label import tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["MoodCurve"]

_HEIGHT = 120
_LOWEST, _HIGHEST = -3, 3
_FACE = 26
_GRADE = 18


class MoodCurve(Widget):
    """The customer's mood at the opening and after each decision, with the decisions' grades below."""

    role: Role = Role.IMAGE

    def __init__(self, debrief: Debrief) -> None:
        told = [_("at the opening {mood}", mood=mood_words(debrief.mood))]
        for number, decided in enumerate(debrief.decisions, 1):
            told.append(_("after decision {number} {mood}", number=number, mood=mood_words(decided.mood)))
        super().__init__(_("The mood of the customer: {moods}", moods=", ".join(told)))
        self.moods = (debrief.mood, *(decided.mood for decided in debrief.decisions))
        self.grades = (None, *(decided.grade for decided in debrief.decisions))

    def measure(self, theme: Theme, width: int) -> int:
        """The curve, and below it numbers and grades."""
        return theme.px(_HEIGHT) + line_height(self._numbers(theme, width).size) + theme.px(_GRADE)

    def paint(self, canvas: Canvas) -> None:
        """Paint the middle line, the curve, a face at each turn, numbers and grades."""
        theme, palette = canvas.theme, canvas.palette
        area = Rect(self.rect.x, self.rect.y, self.rect.width, theme.px(_HEIGHT))
        side = self._side(theme, self.rect.width)
        places = self._places(area.inflate(-side, -side))
        canvas.surface.fill(palette.line, (area.x, area.centery, area.width, theme.border))
        path = " ".join(f"{x - area.x:g},{y - area.y:g}" for x, y in places)
        canvas.surface.blit(_line(path, area.size, palette.accent, theme.px(2.5)), area)
        for number, place in enumerate(places):
            square = Rect(0, 0, side, side)
            square.center = place
            pygame.draw.circle(canvas.surface, palette.card, place, side // 2)
            paint_mark(canvas.surface, square, expression_of(self.moods[number]).key, palette.ink)
            if number:
                self._paint_decision(canvas, number, place[0], area.bottom)

    def _paint_decision(self, canvas: Canvas, number: int, middle: int, top: int) -> None:
        """Paint a decision's number and grade."""
        face = self._numbers(canvas.theme, self.rect.width)
        label = Rect(0, top, self._step(self.rect.width), line_height(face.size))
        label.centerx = middle
        paint_line(canvas.surface, label, str(number), face, canvas.palette.mute, "centre")
        grade = self.grades[number]
        if grade is not None:
            side = min(canvas.theme.px(_GRADE), label.width)
            square = Rect(0, label.bottom, side, side)
            square.centerx = middle
            paint_mark(canvas.surface, square, grade, tone(canvas.palette, GRADE_TONES[grade]))

    def _numbers(self, theme: Theme, width: int) -> Face:
        return Face(min(theme.em(13), max(6, self._step(width))), "semi")

    def _side(self, theme: Theme, width: int) -> int:
        return min(theme.px(_FACE), self._step(width))

    def _step(self, width: int) -> int:
        """Room for each mood."""
        return max(8, width // (len(self.moods) + 1))

    def _places(self, area: Rect) -> list[tuple[int, int]]:
        steps = max(1, len(self.moods) - 1)
        span = _HIGHEST - _LOWEST
        return [
            (area.x + area.width * place // steps, area.y + area.height * (_HIGHEST - mood) // span)
            for place, mood in enumerate(self.moods)
        ]


@lru_cache(16)
def _line(points: str, size: tuple[int, int], colour: Colour, width: int) -> pygame.Surface:
    """A smooth line through points."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}">'
        f'<polyline points="{points}" fill="none" stroke="{to_hex(colour)}" stroke-width="{width}"'
        ' stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
    return drawn(svg, size)
