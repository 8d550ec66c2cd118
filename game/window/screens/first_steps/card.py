"""A hint on a card that points at what it explains."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

import pygame
from pygame import Rect

from game.looks.colour import to_hex
from game.texts import _
from game.window.pictures import drawn
from game.window.screens.conversation.answers import Answers
from game.window.screens.first_steps.spot import Spot, close_to, free_beside
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Label
from game.window.widgets.note import Note
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.looks.colour import Colour
    from game.window.canvas import Canvas
    from game.window.screens.first_steps.hints import Hint
    from game.window.theme import Theme

__all__ = ["Beside", "HintCard", "Over", "Ways", "choices_in", "free_spot", "in_sight", "scrolls_over", "target_of"]

_LEAST, _MOST, _OVER = 230, 330, 460
"""Widths, in units of text."""
_GAP = 16
_CLOSE = 8
"""The same, for a hint that everything waits for: where that is needed, room is short."""
_BEAK = 12
_VEIL = 120
"""Opacity of what dims all but the target, 0..255."""
_RIM = 6
_RADIUS = 20
_SAMPLES = 4
"""Each pixel of a corner is the mean of four by four."""


def target_of(tree: Widget, hint: Hint) -> Widget | None:
    """What a hint explains; None where it is not in the tree."""
    found = [widget for widget in tree.walk() if hint.is_target(widget)]
    if not found:
        return None
    return found[-1] if isinstance(found[-1], Note) else found[0]


def scrolls_over(tree: Widget, target: Widget) -> list[Scroll]:
    """What the target can be scrolled out of sight by."""
    return [each for each in tree.walk() if isinstance(each, Scroll) and target in each.page.walk()]


def in_sight(tree: Widget, target: Widget) -> Rect:
    """What can be seen of the target."""
    seen = target.rect.clip(tree.rect)
    for scroll in scrolls_over(tree, target):
        seen = seen.clip(scroll.rect)
    return seen


def choices_in(tree: Widget) -> list[Rect]:
    """Where what can be chosen lies in a conversation."""
    return [widget.rect for widget in tree.walk() if isinstance(widget, Answers)]


class Ways(NamedTuple):
    """What the buttons of hints do."""

    on_next: Callable[[], None]
    on_skip: Callable[[], None]
    on_mirror: Callable[[], None]
    on_done: Callable[[], None]


def _buttons(hint: Hint, ways: Ways) -> list[Button]:
    """The way on first; the way out of the first steps, as long as there is more of them."""
    later = Button(_("Read on first"), ways.on_next, key="hint-close", is_slim=True)
    if hint.leads_to == "end":
        return [_way_on(_("To the desk"), "next", ways.on_done), later]
    if hint.leads_to == "mirror":
        return [_way_on(_("Look in the mirror"), "mirror", ways.on_mirror), later]
    skip = Button(_("Skip the first steps"), ways.on_skip, key="hint-skip", is_slim=True)
    return [_way_on(_("Understood"), "kept", ways.on_next), skip]


def _way_on(words: str, mark: str, on_press: Callable[[], None]) -> Button:
    return Button(words, on_press, key="hint-next", mark=mark, style="primary", is_slim=True)


class HintCard(Card):
    """Title, sentences, and two ways: on, and out."""

    def __init__(self, hint: Hint, ways: Ways) -> None:
        words = Label(hint.words, size=15.5, live=Live.POLITE)
        buttons = Flow(_("What now?"), *_buttons(hint, ways), gap=8)
        title = Marked("flag", hint.title, colour="accent", words_colour="ink", size=17)
        super().__init__(_("Hint: {title}", title=hint.title), title, words, buttons, gap=10, padding=16)
        self.side = ""
        """The side on which lies what it explains; empty before it has a place."""
        self.aim = Rect(0, 0, 0, 0)

    def stand(self, theme: Theme, spot: Spot, target: Rect) -> None:
        """Take a place, and point at the target."""
        self.side, self.aim = spot.side, target
        self.place(theme, spot.rect)

    def paint(self, canvas: Canvas) -> None:
        """Paint the card, and its beak."""
        super().paint(canvas)
        if self.side:
            self.paint_beak(canvas)

    def paint_beak(self, canvas: Canvas) -> None:
        """Paint a small arrow from the card's edge towards the target."""
        side, rect, aim = canvas.theme.px(_BEAK), self.rect, self.aim
        square = Rect(0, 0, side, side)
        margin = canvas.theme.px(20)
        if self.side in ("top", "bottom"):
            square.centerx = max(rect.left + margin, min(aim.centerx, rect.right - margin))
            square.bottom = rect.top + canvas.theme.border if self.side == "top" else rect.bottom + side
            square.top -= canvas.theme.border if self.side == "bottom" else 0
        else:
            square.centery = max(rect.top + margin, min(aim.centery, rect.bottom - margin))
            square.right = rect.left if self.side == "left" else rect.right + side
        canvas.surface.blit(_beak(self.side, side, canvas.palette.accent), square)


class Beside(Widget):
    """A screen, and a hint where nothing else of it stands."""

    role: Role = Role.LAYOUT

    def __init__(self, page: Widget, card: HintCard, spot: Spot, target: Rect) -> None:
        super().__init__(page.name, page, card)
        self._card, self._spot, self._target = card, spot, target

    def place(self, theme: Theme, rect: Rect) -> None:
        """The screen everywhere, the card in its spot."""
        self.rect = rect
        self.children[0].place(theme, rect)
        self._card.stand(theme, self._spot, self._target)


class Over(Widget):
    """A hint close to what it explains, where everything else has to wait; the target is left as bright as it is."""

    role: Role = Role.DIALOG

    def __init__(self, card: HintCard, target: Rect, spared: Sequence[Rect], state: ScrollState) -> None:
        super().__init__(card.name, Scroll(card.name, card, state))
        self._card = card
        self._target = target
        self._spared = spared

    def place(self, theme: Theme, rect: Rect) -> None:
        """Take the whole window; the card stands above or below the target."""
        self.rect = rect
        measure, gap = partial(self._card.measure, theme), theme.px(_CLOSE)
        area = rect.inflate(-2 * gap, -2 * gap)
        width = min(theme.em(_OVER), area.width)
        spot = close_to(self._target, area, width, gap, measure, self._spared)
        self.children[0].place(theme, spot.rect)

    def paint(self, canvas: Canvas) -> None:
        """Dim all but the target, then paint the card."""
        rim = canvas.theme.px(_RIM)
        bright = self._target.inflate(2 * rim, 2 * rim).clip(self.rect)
        for part in _around(self.rect, bright):
            veil = pygame.Surface(part.size)
            veil.set_alpha(_VEIL)
            canvas.surface.blit(veil, part)
        radius = min(canvas.theme.px(_RADIUS), bright.width // 2, bright.height // 2)
        corners = _corners(radius)
        for x, from_x in ((bright.left, 0), (bright.right - radius, radius)):
            for y, from_y in ((bright.top, 0), (bright.bottom - radius, radius)):
                canvas.surface.blit(corners, (x, y), (from_x, from_y, radius, radius))
        super().paint(canvas)


def free_spot(theme: Theme, page: Widget, target: Rect, card: HintCard) -> Spot | None:
    """Where a hint stands beside its target without covering anything of a page that was placed."""
    sight = page.rect
    taken = [
        widget.rect.clip(sight)
        for widget in page.walk()
        if widget.role not in (Role.LAYOUT, Role.WINDOW) and widget.rect.clip(sight).size > (0, 0)
    ]
    gap = theme.px(_GAP)
    area = sight.inflate(-2 * gap, -2 * gap)
    widths = (theme.em(_LEAST), theme.em(_MOST))
    return free_beside(target, taken, area, widths, gap, lambda width: card.measure(theme, width))


def _around(whole: Rect, hole: Rect) -> list[Rect]:
    """What is left of a rectangle round a hole in it."""
    parts = [
        Rect(whole.left, whole.top, whole.width, hole.top - whole.top),
        Rect(whole.left, hole.bottom, whole.width, whole.bottom - hole.bottom),
        Rect(whole.left, hole.top, hole.left - whole.left, hole.height),
        Rect(hole.right, hole.top, whole.right - hole.right, hole.height),
    ]
    # A window of a few pixels may show nothing of the hole; then it lies outside, and parts come out turned round.
    return [part for part in parts if part.width > 0 and part.height > 0]


@lru_cache(8)
def _corners(radius: int) -> pygame.Surface:
    """What of the veil lies in the corners of a round hole: a dim square with a clear disc in it."""
    large = radius * _SAMPLES
    veil = pygame.Surface((2 * large, 2 * large), pygame.SRCALPHA)
    veil.fill((0, 0, 0, _VEIL))
    pygame.draw.circle(veil, (0, 0, 0, 0), (large, large), large)
    return pygame.transform.smoothscale(veil, (2 * radius, 2 * radius))


_PATHS = {
    "top": "M0 12 L6 3 L12 12 Z",
    "bottom": "M0 0 L6 9 L12 0 Z",
    "left": "M12 0 L3 6 L12 12 Z",
    "right": "M0 0 L9 6 L0 12 Z",
}


@lru_cache(16)
def _beak(side: str, size: int, colour: Colour) -> pygame.Surface:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" width="12" height="12">'
        f'<path d="{_PATHS[side]}" fill="{to_hex(colour)}"/></svg>'
    )
    return drawn(svg, (size, size))
