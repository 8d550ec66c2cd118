"""All keys, and what they do: one short list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.window.widgets.widget import Widget

__all__ = ["keys_card"]


def keys_card() -> Widget:
    """A line for each."""
    title = _("Keys")
    lines = [
        _("1 to 9: choose an answer"),
        _("Arrows and Tab: go from one thing to the next"),
        _("Enter: press what has the frame"),
        _("Space: press it, or show all lines at once"),
        _("Escape: back, or pause"),
        _("Page Up and Page Down: scroll"),
        _("Ctrl and +, Ctrl and −: larger and smaller text"),
        _("F11: full screen, and back"),
        _("F12: keep a picture of the window"),
        _("Gamepad: the cross or the left stick goes on, A presses, B goes back"),
    ]
    entries = [Label(line, size=15.5) for line in lines]
    return Card(title, Heading(title), Column(title, *entries, gap=6, role=Role.LIST), padding=20, gap=14)
