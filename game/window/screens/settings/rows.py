"""The rows of settings, as the settings' screen and the pause show them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from game.texts import LANGUAGES, _
from game.window.settings import TEXT_SIZES
from game.window.sound import Cue
from game.window.widgets.boxes import Row
from game.window.widgets.button import Button
from game.window.widgets.choice_row import Options, SettingRow, Slider

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.settings import Settings
    from game.window.widgets.widget import Widget

    Change = Callable[[Settings], None]
    Play = Callable[[Cue], None]

__all__ = [
    "aloud_row",
    "caption_row",
    "filling_row",
    "language_row",
    "look_rows",
    "pace_rows",
    "timers_row",
    "volume_row",
]


def language_row(settings: Settings, change: Change) -> Widget:
    """The language of the program: the computer's, or another."""
    tags = {"": _("As the computer"), **LANGUAGES}
    spoken = {tag: tag for tag in LANGUAGES}
    choose = partial(_set, settings, change, "language")
    return Options(_("Language"), "globe", tags, settings.language, choose, key="language", languages=spoken)


def look_rows(settings: Settings, change: Change) -> list[Widget]:
    """Text size and colours."""
    sizes = {size: _("{size} %", size=size) for size in TEXT_SIZES}
    palettes = {"light": _("light"), "dark": _("dark"), "contrast": _("high contrast")}
    resize, recolour = (partial(_set, settings, change, name) for name in ("text_size", "colours"))
    return [
        Options(_("Text size"), "text", sizes, settings.text_size, resize, key="text"),
        Options(_("Colours"), "colours", palettes, settings.colours, recolour, key="colours"),
    ]


def filling_row(settings: Settings, change: Change) -> Widget:
    """Whether the window takes the whole screen."""
    choose = partial(_set, settings, change, "fills_screen")
    return Options(_("Full screen"), "picture", _switch(), settings.fills_screen, choose, key="full")


def pace_rows(settings: Settings, change: Change) -> list[Widget]:
    """How lines appear, and whether anything moves."""
    paces = {"slow": _("slowly"), "normal": _("as they are read"), "fast": _("fast"), "at once": _("all at once")}
    still = {False: _("gently"), True: _("not at all")}
    pace, motion = (partial(_set, settings, change, name) for name in ("pace", "is_still"))
    return [
        Options(_("Lines appear"), "chat", paces, settings.pace, pace, key="pace"),
        Options(_("Things move"), "motion", still, settings.is_still, motion, key="still"),
    ]


def volume_row(settings: Settings, change: Change, play: Play) -> Widget:
    """How loud sounds are, and a button to hear it."""
    slider = Slider(
        _("Volume"), settings.volume, partial(_set, settings, change, "volume"), key="volume", words=_volume_words
    )
    listen = Button(
        _("Listen"), partial(play, Cue.PROMISE_KEPT), key="listen", mark="sound" if settings.volume else "silent"
    )
    return SettingRow(_("Volume"), "sound", Row(_("Volume"), slider, listen, grows=0))


def caption_row(settings: Settings, change: Change, *, has_note: bool = True) -> Widget:
    """Whether what is heard is written, too."""
    choose = partial(_set, settings, change, "has_captions")
    note = _("What can be heard is written at the edge of the window.") if has_note else ""
    return Options(_("Captions"), "captions", _switch(), settings.has_captions, choose, key="captions", note=note)


def aloud_row(settings: Settings, change: Change, *, can_speak: bool) -> Widget:
    """Whether the computer speaks; where it cannot, that is said."""
    choose = partial(_set, settings, change, "reads_aloud")
    note = _("Lines are spoken, and whatever you go to. Leave it off if you use a screen reader.")
    if not can_speak:
        note = _("This computer has no voice that the game could use.")
    return Options(_("Read aloud"), "voice", _switch(), settings.reads_aloud, choose, key="aloud", note=note)


def timers_row(settings: Settings, change: Change) -> Widget:
    """Whether timed scenes run out, in the cases begun from now on."""
    choose = partial(_set, settings, change, "has_timers")
    note = _("Off, you have all the time you want in the cases you begin from now on; the debrief says so.")
    return Options(_("Time limits"), "timer", _switch(), settings.has_timers, choose, key="timers", note=note)


def _switch() -> dict[bool, str]:
    return {True: _("on"), False: _("off")}


def _set(settings: Settings, change: Change, name: str, value: Any) -> None:
    if getattr(settings, name) != value:
        change(replace(settings, **{name: value}))


def _volume_words(volume: int) -> str:
    return _("{volume} %", volume=volume) if volume else _("off")
