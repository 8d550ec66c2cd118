"""The mood over the case: a curve from the opening through every decision, each of which can be chosen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pygame
from pygame import Rect

from game.debrief.wording import grade_words
from game.looks.colour import Colour, mix, to_hex
from game.looks.curve import smooth_path
from game.looks.portrait import expression_of
from game.session.view import Heading
from game.texts import _
from game.texts.moods import mood_words
from game.window.fonts import line_height
from game.window.lettering import Face, natural_width, paint_line
from game.window.pictures import drawn, paint_mark
from game.window.screens.debrief.figures import GRADE_TONES, cost_words
from game.window.widgets.button import Pressable
from game.window.widgets.label import tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.debrief import Debrief
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["CurvePoint", "MoodCurve"]

_HIGH, _LOW = 210, 140
"""Of a curve in one row, and of each row where there are several."""
_STEP = 44
"""Room for a decision: as wide as a finger."""
_LOWEST, _HIGHEST = -3, 3
_LEVELS = (2, 0, -3)
"""The moods whose faces stand on the left."""
_DISC = 30
_NAMES = 3
"""Lines for the names of chapters: a name that reaches over the next chapter's beginning has that one below it."""


class Flag(NamedTuple):
    """Where a chapter begins in a row, and on which line its name stands."""

    x: int
    """From the left of the row."""
    title: str
    """Empty where it has no room."""
    line: int


class CurvePoint(Pressable):
    """A decision on the curve: its grade in a disc at the height of the mood after it, its number below."""

    def __init__(self, debrief: Debrief, number: int, on_choose: Callable[[int], None]) -> None:
        decided = debrief.decisions[number - 1]
        mood = mood_words(decided.mood)
        name = _("Decision {number}, mood {mood}", number=number, mood=mood)
        if decided.grade is not None:
            values = {"number": number, "grade": grade_words(decided.grade), "mood": mood, "cost": cost_words(decided)}
            name = _("Decision {number}, {grade}, {cost}, mood {mood}", **values)
        super().__init__(name, lambda: on_choose(number), key=f"curve-{number}", description=_("Show this decision"))
        self.number = number
        self.grade = decided.grade
        self.mood = decided.mood
        self.words = "" if decided.grade is None else grade_words(decided.grade)
        self.centre = (0, 0)
        self.has_words = False
        """Whether the grade's word is shown: where all of them have room."""

    def paint(self, canvas: Canvas) -> None:
        """Paint the disc and the number; the grade's word where it has room."""
        theme, palette = canvas.theme, canvas.palette
        colour = palette.accent if self.grade is None else tone(palette, GRADE_TONES[self.grade])
        side = min(theme.px(_DISC), self.rect.width - 2)
        disc = Rect(0, 0, side, side)
        disc.center = self.centre
        if canvas.focus is self:
            pygame.draw.circle(canvas.surface, palette.focus, self.centre, side // 2 + theme.px(5), theme.px(2.5))
        canvas.surface.blit(_disc(side, palette.card, colour, max(2, theme.px(2.5))), disc)
        inner = disc.inflate(-side * 2 // 5, -side * 2 // 5)
        if self.grade is None:
            paint_mark(canvas.surface, inner, expression_of(self.mood).key, colour)
        else:
            paint_mark(canvas.surface, inner, self.grade, colour, is_filled=self.grade == "best")
        face = _number_face(theme)
        high = line_height(face.size)
        lines = 2 if self.has_words else 1
        area = Rect(self.rect.x, self.rect.bottom - lines * high, self.rect.width, high)
        paint_line(canvas.surface, area, str(self.number), face, palette.ink, "centre")
        if self.has_words:
            paint_line(canvas.surface, area.move(0, high), self.words, face, colour, "centre")


class MoodCurve(Widget):
    """The customer's mood at the opening and after each decision; goes on in another row where the width ends."""

    role: Role = Role.GROUP

    def __init__(self, debrief: Debrief, on_choose: Callable[[int], None]) -> None:
        told = [_("at the opening {mood}", mood=mood_words(debrief.mood))]
        for number, decided in enumerate(debrief.decisions, 1):
            told.append(_("after decision {number} {mood}", number=number, mood=mood_words(decided.mood)))
        points = [CurvePoint(debrief, number, on_choose) for number in range(1, len(debrief.decisions) + 1)]
        super().__init__(_("The mood of the customer: {moods}", moods=", ".join(told)), *points)
        self.points = points
        self.mood = debrief.mood
        self.chapters = _chapters(debrief)
        """By how many decisions stand before each."""

    def measure(self, theme: Theme, width: int) -> int:
        """As many rows as it takes."""
        return len(self._rows(theme, width)) * self._row_height(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Give each decision its part of a row, from the left."""
        self.rect = rect
        high = self._row_height(theme, rect.width)
        has_words = self._has_words(theme, rect.width)
        for place, row in enumerate(self._rows(theme, rect.width)):
            area = Rect(rect.x, rect.y + place * high, rect.width, high)
            for number, point in enumerate(row, 1):
                left, right = self._across(theme, area, number, len(row))
                point.has_words = has_words
                point.place(theme, Rect(left, area.y, right - left, high))
                point.centre = ((left + right) // 2, self._height(theme, area, point.mood))

    def paint(self, canvas: Canvas) -> None:
        """Paint the levels, the curve, then the decisions on it."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        high, mood = self._row_height(theme, rect.width), self.mood
        for place, row in enumerate(self._rows(theme, rect.width)):
            area = Rect(rect.x, rect.y + place * high, rect.width, high)
            self._paint_levels(canvas, area)
            self._paint_chapters(canvas, area, row)
            lit = next((point for point in row if canvas.pointed is point or canvas.focus is point), None)
            if lit is not None:
                canvas.surface.fill(palette.ground, lit.rect)
            start = (area.x + theme.px(_STEP) * 3 // 4, self._height(theme, area, mood))
            path = [start, *(point.centre for point in row)]
            self._paint_line(canvas, area, path)
            dot = Rect(0, 0, theme.px(9), theme.px(9))
            dot.center = start
            canvas.surface.blit(_disc(dot.width, palette.accent, palette.accent, 1), dot)
            mood = row[-1].mood
        super().paint(canvas)

    def _paint_levels(self, canvas: Canvas, area: Rect) -> None:
        """Paint a faint line at some moods, with its face."""
        theme, palette = canvas.theme, canvas.palette
        side = theme.px(20)
        for mood in _LEVELS:
            y = self._height(theme, area, mood)
            canvas.surface.fill(palette.line, (area.x + side, y, area.width - side, theme.border))
            square = Rect(area.x, y - side // 2, side, side)
            canvas.surface.fill(palette.card, square)
            paint_mark(canvas.surface, square, expression_of(mood).key, palette.mute)

    def _paint_chapters(self, canvas: Canvas, area: Rect, row: Sequence[CurvePoint]) -> None:
        """Paint where chapters begin, and their names."""
        theme, palette = canvas.theme, canvas.palette
        face = _chapter_face(theme)
        high, head = line_height(face.size), self._head(theme, area.width)
        bottom = area.bottom - self._foot(theme, area.width)
        for flag in self._flags(theme, area.width, row):
            x, top = area.x + flag.x, area.y + min(flag.line * high, head)
            canvas.surface.fill(palette.line, (x, top, max(theme.border, theme.px(1.5)), bottom - top))
            if flag.title:
                room = Rect(x + theme.px(6), top, natural_width(flag.title, face) + 1, high)
                paint_line(canvas.surface, room, flag.title, face, palette.mute)

    def _flags(self, theme: Theme, width: int, row: Sequence[CurvePoint]) -> list[Flag]:
        """Where the chapters of a row begin: no name lies on another, and none is crossed by a line."""
        face, area = _chapter_face(theme), Rect(0, 0, width, 0)
        edges = {row[0].number - 1: theme.px(_STEP) * 3 // 4}
        for place, point in enumerate(row[:-1], 1):
            edges[point.number] = self._across(theme, area, place, len(row))[1]
        ends = [0] * _NAMES
        found = []
        for x, title in ((edges[number], title) for number, title in self.chapters if number in edges):
            line = next((each for each in range(_NAMES) if max(ends[each:]) <= x), _NAMES)
            end = x + theme.px(6) + natural_width(title, face) + 1
            has_room = line < _NAMES and end <= width
            if has_room:
                ends[line] = end + theme.px(8)
            found.append(Flag(x, title if has_room else "", line))
        return found

    def _paint_line(self, canvas: Canvas, area: Rect, path: Sequence[tuple[int, int]]) -> None:
        palette, theme = canvas.palette, canvas.theme
        drawing = Rect(area.x, area.y, area.width, area.height - self._foot(theme, area.width))
        shape = smooth_path([(x - drawing.x, y - drawing.y) for x, y in path])
        ends = (path[0][0] - drawing.x, path[-1][0] - drawing.x)
        tint = mix(palette.accent, palette.card, 0.9) if palette.track != palette.card else None
        canvas.surface.blit(_line(shape, drawing.size, ends, palette.accent, theme.px(3), tint), drawing)

    def _rows(self, theme: Theme, width: int) -> list[list[CurvePoint]]:
        """The decisions in rows, as evenly as they go."""
        most = max(1, width // theme.px(_STEP) - 1)
        count = max(1, -(-len(self.points) // most))
        each = max(1, -(-len(self.points) // count))
        return [self.points[start : start + each] for start in range(0, len(self.points), each)]

    def _row_height(self, theme: Theme, width: int) -> int:
        high = theme.px(_HIGH if len(self._rows(theme, width)) == 1 else _LOW)
        return self._head(theme, width) + high + self._foot(theme, width)

    def _head(self, theme: Theme, width: int) -> int:
        """Height of the chapters' names above the curve."""
        flags = [flag for row in self._rows(theme, width) for flag in self._flags(theme, width, row)]
        lines = max((flag.line + 1 for flag in flags if flag.title), default=0)
        return lines * line_height(_chapter_face(theme).size)

    def _foot(self, theme: Theme, width: int) -> int:
        """Height of the numbers and words below the curve."""
        return (2 if self._has_words(theme, width) else 1) * line_height(_number_face(theme).size)

    def _has_words(self, theme: Theme, width: int) -> bool:
        """Whether every grade's word fits below its decision."""
        rows = self._rows(theme, width)
        step = (width - theme.px(_STEP)) // max(map(len, rows), default=1)
        face = _number_face(theme)
        words = {point.words for point in self.points}
        return all(words) and max(natural_width(each, face) for each in words) <= step - theme.px(4)

    def _across(self, theme: Theme, area: Rect, number: int, of: int) -> tuple[int, int]:
        """From where to where a decision of a row stands."""
        begin = area.x + theme.px(_STEP)
        room = area.right - begin
        return begin + room * (number - 1) // of, begin + room * number // of

    def _height(self, theme: Theme, area: Rect, mood: int) -> int:
        rim, head = theme.px(_DISC) // 2 + theme.px(8), self._head(theme, area.width)
        room = area.height - head - self._foot(theme, area.width) - 2 * rim
        return area.y + head + rim + room * (_HIGHEST - mood) // (_HIGHEST - _LOWEST)


def _chapters(debrief: Debrief) -> list[tuple[int, str]]:
    """The chapters' names, each with how many decisions stand before it; the last of those that begin together."""
    found = {part.number: entry.text for part in debrief.parts for entry in part.entries if isinstance(entry, Heading)}
    return list(found.items())


def _chapter_face(theme: Theme) -> Face:
    return Face(theme.em(13.5), "semi")


def _number_face(theme: Theme) -> Face:
    return Face(theme.em(14), "semi")


@lru_cache(64)
def _disc(side: int, fill: Colour, line: Colour, width: int) -> pygame.Surface:
    """A disc with a smooth rim."""
    radius = 50 - 50 * width / side
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'
        f'<circle cx="50" cy="50" r="{radius:.2f}" fill="{to_hex(fill)}" stroke="{to_hex(line)}"'
        f' stroke-width="{100 * width / side:.2f}"/></svg>'
    )
    return drawn(svg, (side, side))


@lru_cache(6)
def _line(
    path: str, size: tuple[int, int], ends: tuple[int, int], colour: Colour, width: int, tint: Colour | None
) -> pygame.Surface:
    """A smooth line, and a tint down to the foot below it."""
    below = f'<path d="{path} L{ends[1]} {size[1]} L{ends[0]} {size[1]} Z" fill="{to_hex(tint)}"/>' if tint else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}">{below}'
        f'<path d="{path}" fill="none" stroke="{to_hex(colour)}" stroke-width="{width}"'
        ' stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
    return drawn(svg, size)
