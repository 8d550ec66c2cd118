"""How the conversation is laid out: in three columns, or one above the other where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme
    from game.window.widgets.log import Log

__all__ = ["Desk", "is_wide"]

_WIDE = 1040
_PAD = 20
_GAP = 16
_NARROW_PAD = 14
_NARROW_GAP = 10
_LOG_SHARE = 0.34
"""What the conversation so far keeps of its column's height, at least."""


def is_wide(theme: Theme, size: tuple[int, int]) -> bool:
    """Whether the window has room for three columns."""
    return theme.room(size[0]) >= _WIDE


class Desk(Widget):
    """Header, person, conversation, answers and, where there is room, the ledger."""

    role: Role = Role.LAYOUT

    def __init__(
        self,
        name: str,
        header: Widget,
        person: Widget,
        log: Log,
        answers: Widget,
        ledger: Widget | None,
        interlude: Widget | None = None,
    ) -> None:
        others = [each for each in (ledger, interlude) if each is not None]
        super().__init__(name, header, person, log, answers, *others)
        self.header = header
        self.person = person
        self.log = log
        self.answers = answers
        self.ledger = ledger
        self.interlude = interlude
        """Lies over the conversation for a moment."""

    def place(self, theme: Theme, rect: Rect) -> None:
        """The header on top, below it as there is room."""
        self.rect = rect
        height = self.header.measure(theme, rect.width)
        self.header.place(theme, Rect(rect.x, rect.y, rect.width, height))
        pad = theme.px(_PAD if self.ledger else _NARROW_PAD)
        below = Rect(rect.x + pad, rect.y + height, rect.width - 2 * pad, rect.height - height)
        gap = theme.px(_GAP if self.ledger else _NARROW_GAP)
        below.top += gap
        below.height -= gap + pad
        if self.ledger is None:
            self._place_stacked(theme, below, gap)
        else:
            self._place_columns(theme, below, self.ledger, gap)

    def _place_columns(self, theme: Theme, area: Rect, ledger: Widget, gap: int) -> None:
        left = min(round(theme.px(306) * theme.text**0.5), round(area.width * 0.25))
        right = min(round(theme.px(280) * theme.text**0.5), round(area.width * 0.23))
        person = min(area.height, self.person.measure(theme, left))
        self.person.place(theme, Rect(area.x, area.y, left, person))
        ledger.place(theme, Rect(area.right - right, area.y, right, min(area.height, ledger.measure(theme, right))))
        self._place_talk(
            theme, Rect(area.x + left + gap, area.y, area.width - left - right - 2 * gap, area.height), gap
        )

    def _place_stacked(self, theme: Theme, area: Rect, gap: int) -> None:
        height = min(self.person.measure(theme, area.width), area.height // 3)
        self.person.place(theme, Rect(area.x, area.y, area.width, height))
        self._place_talk(theme, Rect(area.x, area.y + height + gap, area.width, area.height - height - gap), gap)

    def _place_talk(self, theme: Theme, area: Rect, gap: int) -> None:
        """Answers at the bottom, as high as they need; the conversation keeps its share."""
        answers = min(self.answers.measure(theme, area.width), round((area.height - gap) * (1 - _LOG_SHARE)))
        self.answers.place(theme, Rect(area.x, area.bottom - answers, area.width, answers))
        self.log.place(theme, Rect(area.x, area.y, area.width, area.height - answers - gap))
        if self.interlude is not None:
            self.interlude.place(theme, self.log.rect)
