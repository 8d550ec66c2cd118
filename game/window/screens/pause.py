"""The pause: everything stands still, and the game can be set to suit the player."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.texts import _
from game.window.screens.settings.rows import caption_row, look_rows, pace_rows, volume_row
from game.window.widgets.button import Button
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.window.settings import Settings
    from game.window.sound import Cue
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["pause_dialog", "setting_rows", "timers_button"]

_WIDTH = 690


def pause_dialog(
    ways: Sequence[Button],
    settings: Sequence[Widget],
    state: ScrollState,
    *,
    title: str,
    keys: str,
    remark: str = "",
) -> Dialog:
    """Ways to go on, then the settings, then what the keys do.

    Args:
        ways: what else can be done here, the way back first.
        settings: what can be set here.
        state: how far the dialog is scrolled.
        title: says what this is.
        keys: says what the keys do.
        remark: what has to be known here besides; empty for nothing.
    """
    return Dialog(
        title,
        Heading(title, size=22, level=1),
        *([Label(remark)] if remark else []),
        *ways,
        Heading(_("How it looks and sounds"), size=17),
        *settings,
        Label(keys, size=14, colour="mute"),
        state=state,
        width=_WIDTH,
    )


def setting_rows(settings: Settings, change: Callable[[Settings], None], play: Callable[[Cue], None]) -> list[Widget]:
    """What may be set in the midst of a case, in the rows of the settings' screen.

    Args:
        settings: as they are.
        change: takes new ones.
        play: lets a sound be heard.
    """
    return [
        *look_rows(settings, change),
        *pace_rows(settings, change),
        volume_row(settings, change, play),
        caption_row(settings, change, has_note=False),
    ]


def timers_button(settings: Settings, change: Callable[[Settings], None]) -> Button:
    """Whether timed scenes run out, in the cases begun from now on."""
    words = _("Time limits: on") if settings.has_timers else _("Time limits: off")
    return Button(
        words,
        lambda: change(replace(settings, has_timers=not settings.has_timers)),
        key="timers",
        mark="timer",
        description=_("Holds for the cases you begin from now on; the debrief says so."),
    )
