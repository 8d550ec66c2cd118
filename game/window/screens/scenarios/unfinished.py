"""Sessions to go on with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Unfinished

__all__ = ["resume_button"]


def resume_button(session: Unfinished, number: int, on_press: Callable[[], None]) -> Button:
    """A button that takes a session up again."""
    mode = _("practice") if session.mode == "practice" else _("graded")
    count = session.decisions
    decided = _("1 decision") if count == 1 else _("{count} decisions", count=count)
    words = _("Go on with {title} ({mode}, {decided})", title=session.title, mode=mode, decided=decided)
    began = _local(session.started)
    description = _("Begun {began}", began=began) if began else ""
    return Button(words, on_press, key=f"resume-{number}", mark="play", description=description)


def _local(started: str) -> str:
    """An ISO time in the player's own time zone, to the minute; nothing where it is none."""
    try:
        return f"{datetime.fromisoformat(started).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return ""
