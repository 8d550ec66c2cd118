"""A case on the list: whom one meets in it, what it is about, where, how hard and how long, and what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief.wording import channel_words, duration_words, level_words
from game.scenario.times import MINUTE
from game.texts import _
from game.window.lettering import Face, height_of, paint_text
from game.window.progress import progress_marks
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Pressable
from game.window.widgets.chip import Marked
from game.window.widgets.portrait import Portrait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.scenario.model import Scenario
    from game.window.canvas import Canvas
    from game.window.cases import Told
    from game.window.progress import Progress
    from game.window.theme import Theme

__all__ = ["LEVEL_MARKS", "CaseCard", "case_portrait", "facts"]

_PAD = 16
_GAP = 12
_SIDE = 104
LEVEL_MARKS = ("easy", "medium", "hard")
"""The marks of the levels, from 1."""


def facts(scenario: Scenario, *, size: float = 14) -> list[Marked]:
    """Where a case plays, how hard it is and how long it takes, each with its mark."""
    level = LEVEL_MARKS[scenario.level - 1]
    told = [
        Marked(scenario.channel, channel_words(scenario.channel), colour="accent", words_colour="ink", size=size),
        Marked(level, level_words(scenario.level), colour="accent", words_colour="ink", size=size),
    ]
    if scenario.minutes is not None:
        minutes = _("{minutes} min", minutes=scenario.minutes)
        name = _("About {time}", time=duration_words(scenario.minutes * MINUTE))
        told.append(Marked("clock", minutes, colour="accent", words_colour="ink", size=size, name=name))
    return told


def case_portrait(told: Told, *, side: float, radius: float = 14) -> Portrait:
    """Whom one serves in a case, as they are when it begins; they are drawn by the name of the original."""
    customer = told.scenario.customer
    return Portrait(customer.name, told.customer, customer.mood, side=side, radius=radius)


def _first(after: Sequence[str]) -> Iterator[Marked]:
    """What is best played before, if anything."""
    if after:
        words = _("best after: {cases}", cases=", ".join(after))
        yield Marked("next", words, colour="accent", words_colour="mute", size=14)


class CaseCard(Pressable):
    """A card that opens the case.

    `after` are the titles of what is best played before. It may stand in one tree after the other: what was measured
    is kept, and where only its place changes, everything on it moves along; so hundreds of them scroll quickly.
    """

    def __init__(
        self, told: Told, progress: Progress, on_press: Callable[[], None], *, after: Sequence[str] = ()
    ) -> None:
        self.after = after
        self.portrait = case_portrait(told, side=_SIDE)
        self.facts = Flow(_("Where, how hard, how long"), *facts(told.scenario), gap=14)
        self.reached = Flow(_("What you reached"), *progress_marks(progress, told.id), *_first(after), gap=14)
        self.summary = told.scenario.summary or ""
        super().__init__(
            told.scenario.title,
            on_press,
            self.portrait,
            self.facts,
            self.reached,
            key=f"case-{told.id}",
            description=self.summary,
        )
        self.language = told.scenario.language
        self._measured: dict[int, int] = {}
        self._theme: Theme | None = None
        self._placed: tuple[int, int] | None = None

    def measure(self, theme: Theme, width: int) -> int:
        """The portrait or what stands beside it, then the facts and what was reached."""
        self._use(theme)
        if width not in self._measured:
            inner = self._text_width(theme, width)
            text = height_of(self.name, self._title(theme), inner)
            if self.summary:
                text += height_of(self.summary, self._words(theme), inner) + theme.px(4)
            rows = (self._below(theme, width, flow) for flow in (self.facts, self.reached))
            self._measured[width] = max(text, theme.px(_SIDE)) + sum(rows) + 2 * theme.px(_PAD)
        return self._measured[width]

    def place(self, theme: Theme, rect: Rect) -> None:
        """The portrait on the left, facts and what was reached at the bottom."""
        self._use(theme)
        if self._placed == rect.size:
            across, down = rect.x - self.rect.x, rect.y - self.rect.y
            for widget in self.walk():
                widget.rect = widget.rect.move(across, down)
            return
        self.rect, self._placed = rect, rect.size
        pad, side = theme.px(_PAD), theme.px(_SIDE)
        self.portrait.place(theme, Rect(rect.x + pad, rect.y + pad, side, side))
        bottom, width = rect.bottom - pad, rect.width - 2 * pad
        for flow in (self.reached, self.facts):
            height = flow.measure(theme, width)
            flow.place(theme, Rect(rect.x + pad, bottom - height, width, height))
            bottom -= height + theme.px(_GAP)

    def paint(self, canvas: Canvas) -> None:
        """Paint card, portrait, title, summary, facts and what was reached."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(16), palette.card)
        inner = self._text_width(theme, self.rect.width)
        title, words = self._title(theme), self._words(theme)
        area = Rect(self.rect.right - theme.px(_PAD) - inner, self.rect.y + theme.px(_PAD), inner, 0)
        area.height = height_of(self.name, title, inner)
        paint_text(canvas.surface, area, self.name, title, palette.ink)
        if self.summary:
            area = Rect(area.x, area.bottom + theme.px(4), inner, height_of(self.summary, words, inner))
            paint_text(canvas.surface, area, self.summary, words, palette.mute)
        super().paint(canvas)

    def _use(self, theme: Theme) -> None:
        """Forget what was measured for another theme."""
        if theme != self._theme:
            self._theme, self._placed = theme, None
            self._measured.clear()

    def _below(self, theme: Theme, width: int, flow: Flow) -> int:
        return theme.px(_GAP) + flow.measure(theme, width - 2 * theme.px(_PAD))

    def _title(self, theme: Theme) -> Face:
        return Face(theme.em(18), "bold")

    def _words(self, theme: Theme) -> Face:
        return Face(theme.em(15))

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - theme.px(_SIDE) - 2 * theme.px(_PAD) - theme.px(16))
