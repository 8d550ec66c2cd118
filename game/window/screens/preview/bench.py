"""How a preview is laid out: the conversation, a panel beside it or in the place of what was said, a bar below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.toast import Toast
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.screens.conversation.desk import Desk
    from game.window.theme import Theme

__all__ = ["Bench", "Notice", "has_room_beside", "panel_width"]

_BESIDE = 900
"""Units of text a window has room for from which on a panel stands beside the conversation."""
_PANEL = 400
_PAD = 14
_GAP = 10
_PANEL_SHARE = 0.5
"""What an open panel keeps of the height it shares with the answers, at least."""


def has_room_beside(theme: Theme, size: tuple[int, int]) -> bool:
    """Whether a panel finds room beside the conversation."""
    return theme.room(size[0]) >= _BESIDE


def panel_width(theme: Theme, size: tuple[int, int]) -> int:
    """How much of the window's width a panel takes."""
    return min(theme.em(_PANEL), round(size[0] * 0.36)) + theme.px(_PAD)


class Bench(Widget):
    """The conversation and the bar; and a panel, which never stands over the answers.

    Where there is no room beside the conversation, the panel takes the place of the person and of what was said.
    """

    role: Role = Role.LAYOUT

    def __init__(
        self, name: str, desk: Desk, bar: Widget, panel: Widget | None, notice: Notice | None, *, is_beside: bool
    ) -> None:
        talk = [desk] if panel is None or is_beside else [desk.header, desk.answers]
        # The panel first, where the answers stand below it: that is the order of reading.
        panels = [] if panel is None else [panel]
        parts = [*talk, *panels] if is_beside else [*talk[:-1], *panels, talk[-1]]
        super().__init__(name, *parts, bar, *(() if notice is None else (notice,)))
        self.desk = desk
        self.bar = bar
        self.panel = panel
        self.notice = notice
        self.is_beside = is_beside

    def place(self, theme: Theme, rect: Rect) -> None:
        """The bar at the bottom, as high as it needs; all else above it."""
        self.rect = rect
        height = self.bar.measure(theme, rect.width)
        self.bar.place(theme, Rect(rect.x, rect.bottom - height, rect.width, height))
        above = Rect(rect.x, rect.y, rect.width, rect.height - height)
        if self.panel is None:
            self.desk.place(theme, above)
        elif self.is_beside:
            self._place_beside(theme, above, self.panel)
        else:
            self._place_above_answers(theme, above, self.panel)
        if self.notice is not None:
            self._place_notice(theme, self.notice)

    def _place_beside(self, theme: Theme, area: Rect, panel: Widget) -> None:
        width = panel_width(theme, self.rect.size)
        self.desk.place(theme, Rect(area.x, area.y, area.width - width, area.height))
        pad = theme.px(_PAD)
        panel.place(theme, Rect(area.right - width, area.y + pad, width - pad, area.height - 2 * pad))

    def _place_above_answers(self, theme: Theme, area: Rect, panel: Widget) -> None:
        header, answers = self.desk.header, self.desk.answers
        height = header.measure(theme, area.width)
        header.place(theme, Rect(area.x, area.y, area.width, height))
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        below = Rect(area.x + pad, area.y + height + gap, area.width - 2 * pad, area.height - height - gap - pad)
        most = round((below.height - gap) * (1 - _PANEL_SHARE))
        needed = min(answers.measure(theme, below.width), most)
        answers.place(theme, Rect(below.x, below.bottom - needed, below.width, needed))
        panel.place(theme, Rect(below.x, below.y, below.width, below.height - needed - gap))

    def _place_notice(self, theme: Theme, notice: Notice) -> None:
        """Over what was said longest ago, or over the end of the panel that stands in its place."""
        if self.panel is None or self.is_beside:
            notice.place(theme, self.desk.log.rect)
        else:
            notice.place(theme, self.panel.rect)
            notice.rect.bottom = self.panel.rect.bottom - theme.px(8)


class Notice(Toast):
    """What a save did, shown for a while over what was said longest ago, where nobody decides."""

    def place(self, theme: Theme, rect: Rect) -> None:
        """In the middle, near the top."""
        super().place(theme, rect)
        self.rect.top = rect.top + theme.px(8)
