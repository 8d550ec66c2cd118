"""The head of the conversation: what case this is, how late it is in it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import channel_words, clock_words, moment_words
from game.texts import _
from game.window.clock import paint_clock, passing
from game.window.widgets.bar import TitleBar
from game.window.widgets.button import MarkButton
from game.window.widgets.chip import Chip
from game.window.widgets.label import tone
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygame import Rect

    from game.scenario.times import Moment
    from game.session.view import Case, View
    from game.window.canvas import Canvas
    from game.window.motion import Motion
    from game.window.widgets.widget import Widget

__all__ = ["Clock", "header"]


class Clock(Chip):
    """The case's clock; while it runs it shows the moments on the way."""

    role: Role = Role.STATUS

    def __init__(self, now: Moment, seconds: int, motion: Motion) -> None:
        name = _("Clock of the case: {now}", now=moment_words(now))
        super().__init__("clock", clock_words(now), colour="accent", words_colour="ink", name=name, size=16)
        self.now = now
        self.seconds = seconds
        """That pass while it runs."""
        self.motion = motion
        self.shown = now
        """The moment painted last."""

    def paint(self, canvas: Canvas) -> None:
        """Paint the words of the moment it shows, and its hands."""
        self.shown = passing(self.now, self.seconds, self.motion.eased(canvas.now))
        self.words = clock_words(self.shown)
        super().paint(canvas)

    def paint_mark(self, canvas: Canvas, square: Rect) -> None:
        """Paint the clock's face."""
        paint_clock(canvas.surface, square, self.shown, tone(canvas.palette, self.colour))


def header(
    case: Case,
    view: View,
    clock: Clock,
    *,
    on_pause: Callable[[], None],
    on_take_back: Callable[[], None] | None,
    on_ledger: Callable[[], None] | None,
) -> TitleBar:
    """Channel, title, clock and buttons.

    Without `on_take_back` nothing can be taken back; with `on_ledger` a button to the promises stands in the place of
    the clock, which is told there too.
    """
    channel = channel_words(view.channel)
    who = case.you.name if case.you.role is None else f"{case.you.name}, {case.you.role}"
    subtitle = _("{channel} · you are {who}", channel=channel[:1].upper() + channel[1:], who=who)
    right: list[Widget] = [clock]
    if on_ledger is not None:
        right = [MarkButton(_("Clock and promises"), "clock", on_ledger, key="ledger")]
    if on_take_back is not None:
        right.append(MarkButton(_("Take the last decision back"), "undo", on_take_back, key="take-back"))
    right.append(MarkButton(_("Pause and settings"), "pause", on_pause, key="pause"))
    return TitleBar(case.title, subtitle, view.channel, *right)
