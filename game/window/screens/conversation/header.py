"""The head of the conversation: what case this is, how late it is in it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief.wording import channel_words, moment_words
from game.looks.marks import MARKS
from game.texts import _
from game.window.pictures import paint_mark
from game.window.widgets.button import MarkButton
from game.window.widgets.chip import Chip
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session.view import Case, View
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Header"]

_PAD = 20
_GAP = 10


class Clock(Chip):
    """The case's clock."""

    role: Role = Role.STATUS


class Header(Widget):
    """Channel, title, clock and buttons in a bar across the window."""

    def __init__(
        self, case: Case, view: View, *, on_pause: Callable[[], None], on_take_back: Callable[[], None] | None
    ) -> None:
        channel = channel_words(view.channel)
        self.title = Heading(case.title, size=21, level=1, one_line=True)
        who = case.you.name if case.you.role is None else f"{case.you.name}, {case.you.role}"
        self.subtitle = Label(
            _("{channel} · you are {who}", channel=channel[:1].upper() + channel[1:], who=who),
            size=14,
            colour="mute",
            one_line=True,
        )
        now = moment_words(view.now)
        self.clock = Clock(
            "clock", now, colour="mute", words_colour="ink", name=_("Clock of the case: {now}", now=now), size=16
        )
        pause = MarkButton(_("Pause and settings"), "pause", on_pause, key="pause")
        self.buttons = [pause]
        if on_take_back is not None:
            undo = MarkButton(_("Take the last decision back"), "undo", on_take_back, key="take-back")
            self.buttons.insert(0, undo)
        super().__init__(_("The case"), self.title, self.subtitle, self.clock, *self.buttons)
        self.mark = view.channel if view.channel in MARKS else "chat"

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # one line at any width
        """Title and subtitle."""
        return self._title_height(theme) + theme.px(16)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Buttons and clock on the right, the title takes the rest."""
        self.rect = rect
        right = rect.right - theme.px(_PAD)
        for button in reversed(self.buttons):
            side = min(button.natural(theme), rect.height - theme.px(6))
            right -= side
            button.place(theme, Rect(right, rect.centery - side // 2, side, side))
            right -= theme.px(_GAP)
        left = rect.x + theme.px(_PAD) + theme.title(26) + theme.px(14)
        # The clock takes at most half of what the title would have.
        width = min(self.clock.natural(theme), (right - left) // 2)
        height = min(self.clock.measure(theme, width), rect.height)
        right -= width
        self.clock.place(theme, Rect(right, rect.centery - height // 2, width, height))
        room = right - theme.px(_GAP) - left
        high, low = self.title.measure(theme, room), self.subtitle.measure(theme, room)
        if not self._has_subtitle(theme):
            low = 0
        top = rect.y + (rect.height - high - low) // 2
        self.title.place(theme, Rect(left, top, room, high))
        self.subtitle.place(theme, Rect(left, top + high, room, low))

    def paint(self, canvas: Canvas) -> None:
        """Paint the bar, the channel's mark, and the rest."""
        theme, palette = canvas.theme, canvas.palette
        canvas.surface.fill(palette.card, self.rect)
        canvas.surface.fill(palette.line, (self.rect.x, self.rect.bottom - theme.border, self.rect.width, theme.border))
        side = theme.title(26)
        square = Rect(self.rect.x + theme.px(_PAD), self.rect.centery - side // 2, side, side)
        paint_mark(canvas.surface, square, self.mark, palette.accent)
        super().paint(canvas)

    def _has_subtitle(self, theme: Theme) -> bool:
        """Large text leaves no room for it; a screen reader reads it all the same."""
        return theme.text < 1.5

    def _title_height(self, theme: Theme) -> int:
        title = self.title.measure(theme, 1)
        return max(title + (self.subtitle.measure(theme, 1) if self._has_subtitle(theme) else 0), theme.title(42))
