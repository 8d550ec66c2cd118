"""The pause: everything stands still, and the game can be set to suit the player."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.texts import _
from game.window.settings import TEXT_SIZES
from game.window.widgets.boxes import Row
from game.window.widgets.button import Button
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.window.settings import Settings
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["pause_dialog", "settings_buttons", "timers_button"]


def pause_dialog(
    ways: Sequence[Button], settings: Sequence[Widget], state: ScrollState, *, title: str, keys: str
) -> Dialog:
    """Ways to go on, then the settings, then what the keys do.

    Args:
        ways: what else can be done here, the way back first.
        settings: what can be set here.
        state: how far the dialog is scrolled.
        title: says what this is.
        keys: says what the keys do.
    """
    return Dialog(
        title,
        Heading(title, size=22, level=1),
        *ways,
        Heading(_("How it looks"), size=17),
        *settings,
        Label(keys, size=14, colour="mute"),
        state=state,
    )


def settings_buttons(settings: Settings, change: Callable[[Settings], None]) -> list[Widget]:
    """Text size, colours and motion; `change` takes the new settings."""
    smaller, larger = settings.with_text(-1), settings.with_text(1)
    size = _("Text {size} %", size=settings.text_size)
    palettes = {"light": _("light"), "dark": _("dark"), "contrast": _("high contrast")}
    motion = _("Lines appear: at once") if settings.is_still else _("Lines appear: one by one")
    return [
        Row(
            _("Text size"),
            Button(
                _("Smaller"),
                lambda: change(smaller),
                key="smaller",
                description=_("{now}, the smallest is {least} %", now=size, least=TEXT_SIZES[0]),
            ),
            Label(size, weight="semi", align="centre"),
            Button(
                _("Larger"),
                lambda: change(larger),
                key="larger",
                description=_("{now}, the largest is {most} %", now=size, most=TEXT_SIZES[-1]),
            ),
            grows=1,
        ),
        Button(
            _("Colours: {palette}", palette=palettes[settings.colours]),
            lambda: change(settings.with_next_colours()),
            key="colours",
            mark="colours",
        ),
        Button(motion, lambda: change(replace(settings, is_still=not settings.is_still)), key="motion", mark="motion"),
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
