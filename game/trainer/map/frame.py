"""What stands where on a card.

Lengths are in the map's unit, a pixel of a page that is not zoomed; a card's own origin is its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.texts import _
from game.trainer.map.lettering import fitted, width, wrapped
from game.trainer.map.wording import channel_word, condition_words, outcome_word, pledge_words, signed, way_words

if TYPE_CHECKING:
    from game.trainer.map.chart import Arrow, Card, Way

__all__ = ["WIDTH", "Badge", "Frame", "Icon", "Row", "Text", "frame"]

WIDTH = 316.0
"""Of a card."""

_PAD = 14.0
_TITLE, _NAME, _META, _WORDS = 15.0, 11.0, 12.0, 12.5
_LEADING = 1.3
_BADGE, _BADGE_HEIGHT = 36.0, 19.0
_ICON = 14.0
_OUTCOME_ICONS = {"lost": "lost", "kept": "kept", "delighted": "charmed"}


class Text(NamedTuple):
    """A line of text, by the left end of its base line."""

    x: float
    y: float
    words: str
    style: str
    """The name of its class in the style sheet."""


class Icon(NamedTuple):
    """A mark of game.looks, by its upper left corner."""

    x: float
    y: float
    name: str
    size: float
    title: str
    style: str


class Badge(NamedTuple):
    """The points of a way, by the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    words: str


@dataclass(slots=True)
class Row:
    """A way out of the scene, as it stands on the card."""

    way: Way
    top: float
    bottom: float = 0.0
    texts: list[Text] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)
    badge: Badge | None = None
    pins: list[float] = field(default_factory=list)
    """Where each of its arrows leaves the card, from its top."""


@dataclass(slots=True)
class Frame:
    """A card with everything on it."""

    card: Card
    height: float = 0.0
    rule: float = 0.0
    """Where the ways begin; 0 without any."""
    texts: list[Text] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def frame(card: Card) -> Frame:
    """Put a scene on a card."""
    return _Framer(card).frame


class _Framer:
    def __init__(self, card: Card) -> None:
        self.frame = Frame(card)
        self._y = _PAD - 3
        self._head(card)
        self._meta(card)
        self._block(self.frame.texts, card.opening, "says", _WORDS, WIDTH - 2 * _PAD, most=2)
        if card.ways:
            self._y += 7
            self.frame.rule = self._y
            for way in card.ways:
                self._row(way)
        self.frame.height = round(self._y + (4 if card.ways else _PAD - 3))

    def _block(
        self,
        texts: list[Text],
        words: str,
        style: str,
        size: float,
        room: float,
        most: int,
        x: float = _PAD,
        *,
        is_bold: bool = False,
    ) -> None:
        for line in wrapped(words, size, room, most, is_bold=is_bold):
            self._y += size * _LEADING
            texts.append(Text(x, self._y - size * 0.28, line, style))

    def _head(self, card: Card) -> None:
        room = WIDTH - 2 * _PAD - (26 if card.is_best or card.outcome else 0)
        self._block(self.frame.texts, card.heading or card.name, "title", _TITLE, room, most=2, is_bold=True)
        if card.is_best:
            words = _("on the best play's way")
            self.frame.icons.append(Icon(WIDTH - _PAD - 18, _PAD - 3, "best", 18, words, "star"))
        if card.heading:
            self._block(self.frame.texts, card.name, "name", _NAME, WIDTH - 2 * _PAD, most=1)

    def _meta(self, card: Card) -> None:
        """Who, where, when, how long: each a word with its mark."""
        parts: list[tuple[str, str]] = []
        if card.is_start:
            parts.append(("play", _("Start")))
        if card.outcome:
            parts.append((_OUTCOME_ICONS[card.outcome], outcome_word(card.outcome)))
        if card.facing:
            parts.append(("neutral", card.facing))
        if card.channel:
            parts.append((card.channel, channel_word(card.channel)))
        if card.moment:
            parts.append(("clock", card.moment))
        if card.limit:
            parts.append(("timer", card.limit))
        if not card.is_reachable:
            parts.append(("alert", _("no play comes here")))
        self._line_of_marks(parts)

    def _line_of_marks(self, parts: list[tuple[str, str]]) -> None:
        x, right = _PAD, WIDTH - _PAD
        self._y += 4
        for number, (icon, words) in enumerate(parts):
            words = fitted(words, _META, right - _PAD - _ICON - 4)
            needed = _ICON + 4 + width(words, _META)
            if number and x + needed > right:
                x = _PAD
                self._y += _META * _LEADING + 2
            self.frame.icons.append(Icon(x, self._y, icon, _ICON, "", "dim"))
            self.frame.texts.append(Text(x + _ICON + 4, self._y + _META * 0.95, words, "meta"))
            x += needed + 12
        if parts:
            self._y += _META * _LEADING + 2

    def _row(self, way: Way) -> None:
        row = Row(way, self._y)
        self._y += 5
        first = self._y
        single = len(way.arrows) == 1
        marks = len(way.pledges) + (way.kind == "silence")
        x = _PAD + (19 if way.is_best else 0)
        room = WIDTH - _PAD - _BADGE - 8 - marks * (_ICON + 3) - x
        if way.is_best:
            row.icons.append(Icon(_PAD, first + 1.5, "best", 14, _("the best play goes this way"), "star"))
        self._block(row.texts, way_words(way), "words", _WORDS, room, most=2, x=x)
        middle = first + _WORDS * _LEADING / 2 + 1
        self._marks(row, way, middle)
        if way.kind != "pass":
            top = middle - _BADGE_HEIGHT / 2
            row.badge = Badge(WIDTH - 8 - _BADGE, top, _BADGE, _BADGE_HEIGHT, signed(way.points.total))
        for words in self._conditions(way):
            self._block(row.texts, words, "when", _NAME, room, most=2, x=x)
        if single:
            row.pins.append(middle)
        else:
            for arrow in way.arrows:
                self._branch(row, arrow)
        self._y += 5
        row.bottom = self._y
        self.frame.rows.append(row)

    def _conditions(self, way: Way) -> list[str]:
        words = []
        if way.when:
            words.append(_("only if {condition}", condition=way.when))
        if not way.is_reachable and self.frame.card.is_reachable:
            words.append(_("no play can take this"))
        return words

    def _marks(self, row: Row, way: Way, middle: float) -> None:
        x = WIDTH - 8 - _BADGE - 6 - _ICON
        if way.kind == "silence":
            row.icons.append(Icon(x, middle - _ICON / 2, "timer", _ICON, _("silence"), "dim"))
            x -= _ICON + 3
        for pledged in reversed(way.pledges):
            row.icons.append(Icon(x, middle - _ICON / 2, pledged.standing, _ICON, pledge_words(pledged), "pledge"))
            x -= _ICON + 3

    def _branch(self, row: Row, arrow: Arrow) -> None:
        """One of several places a way may lead to, with the condition that decides."""
        first = self._y
        self._block(row.texts, condition_words(arrow), "branch", _NAME, WIDTH - 2 * _PAD - 24 - 12, most=2, x=_PAD + 24)
        row.pins.append((first + self._y) / 2 + 1)
        self._y += 3
