"""Scrolling: a piece of a long page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pygame import Rect

from game.looks.colour import mix
from game.window.input import Drag, Move, Page, Wheel
from game.window.shapes import paint_pill
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.window.canvas import Canvas
    from game.window.input import Action
    from game.window.theme import Theme

__all__ = ["Scroll", "ScrollState", "Sheet"]

_WHEEL = 56
"""Units a step of the wheel scrolls."""
_LEAP = 0.4
"""What part of what is seen an arrow may pass over on its way to what can have the focus; more is scrolled first."""
_BAR = 6
_MARGIN = 8
"""Room round the page, in which shadows and the ring of the focus are painted."""


@dataclass(slots=True)
class ScrollState:
    """How far a page is scrolled; outlives the tree it is shown in."""

    offset: int = 0
    """Pixels of the page above what is seen."""
    page: int = 0
    """Height of the page."""
    seen: int = 0
    """Height of what is seen of it."""
    stays_at_end: bool = False
    """What is added at the end is followed, as long as nobody scrolled back."""

    @property
    def furthest(self) -> int:
        """The offset at the end of the page."""
        return max(0, self.page - self.seen)

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the page is in sight."""
        return self.offset >= self.furthest

    def by(self, pixels: int) -> bool:
        """Scroll down (or, below 0, up); whether anything moved."""
        before = self.offset
        self.offset = max(0, min(self.offset + pixels, self.furthest))
        return self.offset != before

    def resize(self, page: int, seen: int) -> None:
        """Take new heights; the end stays in sight where it is followed."""
        follows = self.stays_at_end and self.is_at_end
        self.page, self.seen = page, seen
        self.offset = self.furthest if follows else min(self.offset, self.furthest)


class Scroll(Widget):
    """One child, as high as it likes, seen through a window of its own."""

    role: Role = Role.SCROLL

    def __init__(self, name: str, child: Widget, state: ScrollState, *, at_bottom: bool = False) -> None:
        super().__init__(name, child)
        self.state = state
        self.stands_at_bottom = at_bottom
        """A page shorter than the window stands at its bottom."""
        self._theme: Theme | None = None

    @property
    def page(self) -> Widget:
        """What is scrolled."""
        return self.children[0]

    @property
    def sight(self) -> Rect:
        """What can be seen, shadows and rings of the focus included."""
        margin = self._theme.px(_MARGIN) if self._theme else 0
        return self.rect.inflate(2 * margin, margin)

    def measure(self, theme: Theme, width: int) -> int:
        """The whole page; whoever places it may give less."""
        return self.page.measure(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Place the page, moved up by the offset."""
        self._theme = theme
        self.rect = rect
        height = self.page.measure(theme, rect.width)
        if height > rect.height:  # beside its bar it is higher; the lower height would take its end out of sight
            height = self.page.measure(theme, self._page_width(theme))
        self.state.resize(height, rect.height)
        self._move()

    def paint(self, canvas: Canvas) -> None:
        """Paint what is in sight, and the bar where there is more."""
        with canvas.clipped(self.sight):
            super().paint(canvas)
        if self.state.furthest:
            self._paint_bar(canvas)

    def act(self, action: Action) -> bool:
        """Take wheel, drag, pages and arrows."""
        if self._theme is None:
            return False
        match action:
            case Wheel():
                moved = self.state.by(-round(action.steps * self._theme.px(_WHEEL)))
            case Drag():
                moved = self.state.by(-action.pixels)
            case Page(direction, is_end):
                moved = self.state.by(direction * (self.state.page if is_end else round(self.state.seen * 0.85)))
            case Move.UP | Move.DOWN:
                moved = self.state.by(self._theme.px(_WHEEL) * (1 if action is Move.DOWN else -1))
            case _:
                return False
        if moved:
            self._move()
        return moved

    def reveal(self, widget: Widget) -> None:
        """Scroll as little as brings a widget of the page into sight."""
        margin = self._theme.px(_MARGIN) if self._theme else 0
        above = widget.rect.top - margin - self.rect.top
        below = widget.rect.bottom + margin - self.rect.bottom
        if above < 0 or widget.rect.height + 2 * margin > self.rect.height:
            self.state.by(above)
        elif below > 0:
            self.state.by(below)
        self._move()

    def leap(self, direction: int) -> bool:
        """Scroll up (-1) or down (1), less than what is seen; whether anything moved."""
        moved = self.state.by(direction * round(self.state.seen * _LEAP))
        if moved:
            self._move()
        return moved

    def is_far(self, widget: Widget) -> bool:
        """Whether so much lies between what is seen and a widget of the page that going there would pass over it."""
        above, below = self.rect.top - widget.rect.bottom, widget.rect.top - self.rect.bottom
        return max(above, below) > self.rect.height * _LEAP

    def at(self, place: tuple[int, int]) -> Iterator[Widget]:
        """What lies under a place; nothing that is scrolled out of sight."""
        if self.rect.collidepoint(place):
            yield from super().at(place)

    def _page_width(self, theme: Theme) -> int:
        return self.rect.width - theme.px(_BAR + 4)

    def _move(self) -> None:
        """Place the page where the offset says."""
        if self._theme is None:
            return
        has_bar = self.state.furthest > 0
        width = self._page_width(self._theme) if has_bar else self.rect.width
        top = self.rect.y - self.state.offset
        if self.stands_at_bottom and not has_bar:
            top = self.rect.bottom - self.state.page
        self.page.place(self._theme, Rect(self.rect.x, top, width, self.state.page))

    def _paint_bar(self, canvas: Canvas) -> None:
        theme, state = canvas.theme, self.state
        width = theme.px(_BAR)
        length = max(theme.px(28), round(self.rect.height * state.seen / state.page))
        spare = self.rect.height - length
        y = self.rect.y + round(spare * state.offset / state.furthest)
        tone = mix(canvas.palette.mute, canvas.palette.ground, 0.3)
        paint_pill(canvas.surface, Rect(self.rect.right - width, y, width, length), tone)


class Sheet(Scroll):
    """A page to read that can have the focus, so that the arrow keys scroll it."""

    is_focusable: ClassVar[bool] = True

    def __init__(self, name: str, child: Widget, state: ScrollState, *, key: str, at_bottom: bool = False) -> None:
        super().__init__(name, child, state, at_bottom=at_bottom)
        self.key = key

    def paint(self, canvas: Canvas) -> None:
        """Paint what is in sight, and the ring of the focus round it."""
        if canvas.focus is self:
            canvas.paint_focus(self.rect, canvas.theme.px(8))
        super().paint(canvas)
