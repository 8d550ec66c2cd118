"""The lost points as stairs: from the best total down to one's own, a step for each decision that lost some."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from game.debrief.reckoning import reckoning, signed, stairs, sum_of
from game.debrief.wording import grade_words, total_words
from game.texts import _
from game.window.fonts import Weight, line_height
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.screens.debrief.figures import GRADE_TONES, points_words
from game.window.shapes import Border, paint_card
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label, Tone, tone
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["StairBar", "staircase_card"]

_NARROW = 380
"""Units; with less the words stand over the bar."""
_BAR = 16


class Span(NamedTuple):
    """From where to where a bar reaches, in shares of the width."""

    begin: float
    end: float


class StairBar(Widget):
    """One step: words, a bar on a lane with a line where no points are, and its figure."""

    role: Role = Role.ITEM

    def __init__(
        self, words: str, figure: str, span: Span, colour: Tone, *, name: str, zero: float, is_total: bool = False
    ) -> None:
        super().__init__(name)
        self.words = words
        self.figure = figure
        self.span = span
        self.colour = colour
        self.zero = zero
        """Where no points are, as a share of the width."""
        self.is_total = is_total

    def measure(self, theme: Theme, width: int) -> int:
        """Words broken to their room, the bar beside or below them."""
        words = height_of(self.words, self._face(theme), self._words_width(theme, width))
        if self._is_narrow(theme, width):
            return words + theme.em(_BAR) + theme.px(6)
        return max(words, theme.em(_BAR)) + theme.px(6)

    def paint(self, canvas: Canvas) -> None:
        """Paint words, bar and figure."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        face, room, figure = self._face(theme), self._words_width(theme, rect.width), self._figure_width(theme)
        height = height_of(self.words, face, room)
        is_narrow = self._is_narrow(theme, rect.width)
        top = rect.y + theme.px(3)
        if not is_narrow:
            top += (rect.height - theme.px(6) - height) // 2
        paint_text(canvas.surface, Rect(rect.x, top, room, height), self.words, face, palette.ink)
        lane = Rect(rect.x, 0, rect.width, theme.em(_BAR))
        lane.centery = rect.centery
        if is_narrow:
            lane.bottom = rect.bottom - theme.px(3)
        else:
            lane.left, lane.width = rect.x + room + theme.px(12), rect.width - room - theme.px(12)
        lane.width -= figure + theme.px(10)
        begin, end = lane.x + round(lane.width * self.span.begin), lane.x + round(lane.width * self.span.end)
        bar = Rect(begin, lane.y, max(theme.px(3), end - begin), lane.height)
        bar.right = min(bar.right, max(lane.right, begin + 1))
        colour = tone(palette, self.colour)
        if palette.track != palette.card:
            canvas.surface.fill(palette.track, (lane.x, lane.centery, lane.width, theme.border))
        paint_card(canvas.surface, bar, colour, theme.px(4), Border(colour, theme.border))
        wide = max(theme.border, theme.px(1.5))
        x = min(lane.x + round(lane.width * self.zero), lane.right - wide)
        canvas.surface.fill(
            palette.mute, (x, rect.y, wide, rect.height) if not is_narrow else (x, lane.y, wide, lane.height)
        )
        line = Rect(rect.right - figure, lane.y, figure, lane.height)
        if not is_narrow:
            line = Rect(line.x, top, figure, line_height(face.size))
        paint_line(canvas.surface, line, self.figure, Face(theme.em(16), "bold"), palette.ink, "right")

    def _face(self, theme: Theme) -> Face:
        weight: Weight = "bold" if self.is_total else "regular"
        return Face(theme.em(15.5), weight)

    def _figure_width(self, theme: Theme) -> int:
        return max(theme.em(38), natural_width(self.figure, Face(theme.em(16), "bold")) + 1)

    def _is_narrow(self, theme: Theme, width: int) -> bool:
        return theme.room(width) < _NARROW

    def _words_width(self, theme: Theme, width: int) -> int:
        return width if self._is_narrow(theme, width) else min(width * 2 // 5, theme.em(260))


def staircase_card(debrief: Debrief) -> Card | None:
    """Where the points went, and that they add up; None for a play without an ending, or a case not solved."""
    if debrief.best is None or debrief.worst is None or not debrief.is_complete:
        return None
    worst, high = debrief.worst.total, debrief.best.total
    low = min(worst, 0)
    whole = max(1, max(high, 0) - low)

    def share(total: int) -> float:
        return (total - low) / whole

    def whole_bar(words: str, total: int, colour: Tone, name: str) -> StairBar:
        span = Span(share(min(0, total)), share(max(0, total)))
        return StairBar(words, signed(total), span, colour, name=name, zero=share(0), is_total=True)

    title = _("Where the points went")
    told = _("The best play has {points}.", points=points_words(high))
    bars: list[Widget] = [whole_bar(_("The best play"), high, "good", told)]
    for step in stairs(debrief):
        grade = "" if step.grade is None else grade_words(step.grade)
        words = _("Decision {number}, {grade}", number=step.number, grade=grade)
        lost = total_words(step.loss, str(step.loss))
        colour: Tone = "warn" if step.grade is None else GRADE_TONES[step.grade]
        values = {"number": step.number, "grade": grade, "lost": lost}
        name = _("Decision {number}, {grade}, lost {lost}.", **values)
        span = Span(share(step.after), share(step.before))
        colour = "warn" if colour == "good" else colour
        bars.append(StairBar(words, signed(-step.loss), span, colour, name=name, zero=share(0)))
    own = debrief.points.total
    told = _("Yours has {points}.", points=points_words(own))
    bars.append(whole_bar(_("Your play"), own, "accent", told))
    told = _("The worst play has {points}.", points=points_words(worst))
    bars.append(whole_bar(_("The worst play"), worst, "mute", told))
    lines: list[Widget] = [Heading(title, size=18), Column(title, *bars, gap=0, role=Role.LIST)]
    lines.append(Label(_("The upright line stands at 0 points."), size=14, colour="mute"))
    found = sum_of(debrief)
    if found:
        lines.append(Label(found, size=20, weight="bold", name=reckoning(debrief)))
        lines.append(Label(_("The best play, less what each decision lost, is yours."), size=15, colour="mute"))
    else:
        lines.append(Label(_("Nothing was lost: this is as good as the case can be played."), size=15, colour="mute"))
    return Card(title, *lines, padding=18)
