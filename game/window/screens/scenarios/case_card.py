"""A case on the list: whom one meets in it, what it is about, where, how hard and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief.wording import channel_words, duration_words, level_words
from game.looks.portrait import look_from
from game.scenario.times import MINUTE
from game.texts import _
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, paint_text
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Pressable
from game.window.widgets.chip import Marked
from game.window.widgets.portrait import Portrait

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenario.model import Scenario
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["CaseCard", "facts"]

_PAD = 16
_SIDE = 92
_LEVELS = ("easy", "medium", "hard")
"""The marks of the levels."""


def facts(scenario: Scenario) -> list[Marked]:
    """Where a case plays, how hard it is and how long it takes, each with its mark."""
    told = [
        Marked(scenario.channel, channel_words(scenario.channel), colour="accent", words_colour="ink", size=14),
        Marked(_LEVELS[scenario.level - 1], level_words(scenario.level), colour="accent", words_colour="ink", size=14),
    ]
    if scenario.minutes is not None:
        minutes = _("{minutes} min", minutes=scenario.minutes)
        name = _("About {time}", time=duration_words(scenario.minutes * MINUTE))
        told.append(Marked("clock", minutes, colour="accent", words_colour="ink", size=14, name=name))
    return told


class CaseCard(Pressable):
    """A card that opens the case; the customer is drawn by the name of the original."""

    def __init__(self, key: str, scenario: Scenario, namesake: str, on_press: Callable[[], None]) -> None:
        customer = scenario.customer
        look = look_from(customer.face, namesake)
        self.portrait = Portrait(customer.name, look, customer.mood, side=_SIDE, radius=14)
        self.facts = Flow(_("Where, how hard, how long"), *facts(scenario), gap=14)
        self.summary = scenario.summary or ""
        super().__init__(
            scenario.title, on_press, self.portrait, self.facts, key=f"case-{key}", description=self.summary
        )

    def measure(self, theme: Theme, width: int) -> int:
        """The portrait or what stands beside it, and the facts below."""
        inner = self._text_width(theme, width)
        text = height_of(self.name, self._title(theme), inner)
        if self.summary:
            text += height_of(self.summary, self._words(theme), inner) + theme.px(4)
        facts = self.facts.measure(theme, width - 2 * theme.px(_PAD))
        return max(text, theme.px(_SIDE)) + theme.px(12) + facts + 2 * theme.px(_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The portrait on the left, the facts at the bottom."""
        self.rect = rect
        pad, side = theme.px(_PAD), theme.px(_SIDE)
        self.portrait.place(theme, Rect(rect.x + pad, rect.y + pad, side, side))
        width = rect.width - 2 * pad
        height = self.facts.measure(theme, width)
        self.facts.place(theme, Rect(rect.x + pad, rect.bottom - pad - height, width, height))

    def paint(self, canvas: Canvas) -> None:
        """Paint card, portrait, title, summary and facts."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(16), palette.card)
        inner = self._text_width(theme, self.rect.width)
        title = self._title(theme)
        area = Rect(self.rect.right - theme.px(_PAD) - inner, self.rect.y + theme.px(_PAD), inner, 0)
        area.height = height_of(self.name, title, inner)
        paint_text(canvas.surface, area, self.name, title, palette.ink)
        if self.summary:
            area = Rect(area.x, area.bottom + theme.px(4), inner, line_height(title.size))
            paint_text(canvas.surface, area, self.summary, self._words(theme), palette.mute)
        super().paint(canvas)

    def _title(self, theme: Theme) -> Face:
        return Face(theme.em(18), "bold")

    def _words(self, theme: Theme) -> Face:
        return Face(theme.em(15))

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.px(_SIDE) - 2 * theme.px(_PAD) - theme.px(16))
