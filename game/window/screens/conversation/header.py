"""The head of the conversation: what case this is, how late it is in it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import channel_words, moment_words
from game.texts import _
from game.window.widgets.bar import TitleBar
from game.window.widgets.button import MarkButton
from game.window.widgets.chip import Chip
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session.view import Case, View

__all__ = ["header"]


class Clock(Chip):
    """The case's clock."""

    role: Role = Role.STATUS


def header(
    case: Case, view: View, *, on_pause: Callable[[], None], on_take_back: Callable[[], None] | None
) -> TitleBar:
    """Channel, title, clock and buttons; without `on_take_back` nothing can be taken back."""
    channel = channel_words(view.channel)
    who = case.you.name if case.you.role is None else f"{case.you.name}, {case.you.role}"
    subtitle = _("{channel} · you are {who}", channel=channel[:1].upper() + channel[1:], who=who)
    now = moment_words(view.now)
    name = _("Clock of the case: {now}", now=now)
    clock = Clock("clock", now, colour="mute", words_colour="ink", name=name, size=16)
    pause = MarkButton(_("Pause and settings"), "pause", on_pause, key="pause")
    if on_take_back is None:
        return TitleBar(case.title, subtitle, view.channel, clock, pause)
    undo = MarkButton(_("Take the last decision back"), "undo", on_take_back, key="take-back")
    return TitleBar(case.title, subtitle, view.channel, clock, undo, pause)
