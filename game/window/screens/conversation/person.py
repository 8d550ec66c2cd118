"""Whom the trainee faces: portrait, name and mood; as a card, or as a strip where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.looks.portrait import expression_of
from game.texts import _
from game.texts.moods import mood_words
from game.window.motion import STILL, Motion
from game.window.supplied import NO_PICTURES, SuppliedPictures
from game.window.widgets.boxes import Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip
from game.window.widgets.label import Heading
from game.window.widgets.portrait import Portrait
from game.window.widgets.widget import Live

if TYPE_CHECKING:
    from game.session.view import Figure
    from game.window.theme import Theme
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["PersonCard", "PersonStrip", "mood_chip", "strip_side"]

_TONES: dict[str, Tone] = {
    "furious": "bad",
    "annoyed": "bad",
    "worried": "warn",
    "neutral": "mute",
    "pleased": "good",
    "delighted": "good",
}
_PAD = 20
_STRIP_PAD = 10
_STRIP_SIDE = 72
_TALL = 900
_TALL_SIDE = 168


def mood_chip(mood: int, size: float = 15) -> Chip:
    """The mood as a face and a word."""
    key = expression_of(mood).key
    words = mood_words(mood)
    name = _("Mood: {mood}", mood=words)
    return Chip(key, words, colour=_TONES[key], words_colour="ink", name=name, live=Live.POLITE, size=size)


def strip_side(theme: Theme, size: tuple[int, int]) -> float:
    """How large a strip's portrait is: larger in a window that is high, though narrow."""
    return _TALL_SIDE if theme.room(size[1]) >= _TALL else _STRIP_SIDE


class PersonCard(Card):
    """Portrait, name and mood, one under the other; the portrait takes the height there is."""

    def __init__(
        self,
        person: Figure,
        mood: int,
        *,
        title: str = "",
        pictures: SuppliedPictures = NO_PICTURES,
        former: int | None = None,
        motion: Motion = STILL,
    ) -> None:
        likeness = pictures.figure(person)
        self.portrait = Portrait(person.name, likeness, mood, side=360, former=former, motion=motion)
        self.heading = Heading(person.name, size=20, align="centre", level=2)
        self.chip = mood_chip(mood)
        super().__init__(title or _("You are facing"), self.portrait, self.heading, self.chip, padding=_PAD)

    def measure(self, theme: Theme, width: int) -> int:
        """Portrait as wide as the card, name and mood."""
        inner = width - 2 * theme.px(_PAD)
        return inner + self._below(theme, inner) + 2 * theme.px(_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """From the top; the portrait gives way where height is short."""
        self.rect = rect
        pad = theme.px(_PAD)
        inner = rect.width - 2 * pad
        side = max(1, min(inner, rect.height - 2 * pad - self._below(theme, inner)))
        self.portrait.place(theme, Rect(rect.centerx - side // 2, rect.y + pad, side, side))
        height = self.heading.measure(theme, inner)
        self.heading.place(theme, Rect(rect.x + pad, self.portrait.rect.bottom + theme.px(14), inner, height))
        width = min(inner, self.chip.natural(theme))
        chip = Rect(0, self.heading.rect.bottom + theme.px(8), width, self.chip.measure(theme, width))
        chip.centerx = rect.centerx
        self.chip.place(theme, chip)

    def _below(self, theme: Theme, inner: int) -> int:
        """Height of what stands below the portrait."""
        return theme.px(14) + self.heading.measure(theme, inner) + theme.px(8) + self.chip.measure(theme, inner)


class PersonStrip(Card):
    """A small portrait on the left; name, mood and what the caller adds flow beside it, line by line."""

    def __init__(
        self,
        person: Figure,
        mood: int,
        *extra: Widget,
        title: str = "",
        pictures: SuppliedPictures = NO_PICTURES,
        former: int | None = None,
        motion: Motion = STILL,
        side: float = _STRIP_SIDE,
    ) -> None:
        likeness = pictures.figure(person)
        self.side = side
        self.portrait = Portrait(person.name, likeness, mood, side=side, radius=12, former=former, motion=motion)
        heading = Heading(person.name, size=18, level=2, one_line=True)
        self.flow = Flow(_("Who and how"), heading, mood_chip(mood, size=14), *extra)
        super().__init__(title or _("You are facing"), self.portrait, self.flow, padding=_STRIP_PAD)

    def measure(self, theme: Theme, width: int) -> int:
        """What stands beside the portrait, and the rim."""
        beside = self.flow.measure(theme, self._flow_width(theme, width))
        return max(beside, theme.px(self.side)) + 2 * theme.px(_STRIP_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The portrait on the left, the rest in the middle of the height."""
        self.rect = rect
        pad, side = theme.px(_STRIP_PAD), theme.px(self.side)
        self.portrait.place(theme, Rect(rect.x + pad, rect.y + (rect.height - side) // 2, side, side))
        width = self._flow_width(theme, rect.width)
        height = self.flow.measure(theme, width)
        self.flow.place(theme, Rect(rect.right - pad - width, rect.y + (rect.height - height) // 2, width, height))

    def _flow_width(self, theme: Theme, width: int) -> int:
        return width - theme.px(self.side) - 3 * theme.px(_STRIP_PAD)
