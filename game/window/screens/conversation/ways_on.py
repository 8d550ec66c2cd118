"""What comes after the last line: the ending, who speaks next, or why the case goes no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import outcome_words
from game.scenario.names import NARRATOR, YOU
from game.session.state import Stop
from game.session.view import Said
from game.texts import _
from game.window.widgets.button import Button
from game.window.widgets.note import Chapter, Note
from game.window.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenario.model import Ending
    from game.session.view import View
    from game.window.widgets.widget import Widget

__all__ = ["ending_widgets", "next_speaker", "stuck_widgets"]

_MARKS = {"lost": "lost", "kept": "kept", "delighted": "charmed"}


def ending_widgets(ending: Ending, language: str) -> list[Widget]:
    """How the case ended: its title, what is told of it, and what the customer does."""
    told: list[Widget] = [Chapter(_("The end: {title}", title=ending.title)).told_in(language)]
    if ending.text is not None:
        told.append(Note("", ending.text, is_italic=True, is_new=True).told_in(language))
    told.append(Note(_MARKS[ending.outcome], outcome_words(ending.outcome), colour="ink", is_new=True))
    return told


def next_speaker(view: View, shown: int, *, is_still: bool) -> list[Widget]:
    """Three dots, where somebody is about to say something."""
    entry = view.said[shown] if shown < len(view.said) else None
    if isinstance(entry, Said) and entry.who not in (YOU, NARRATOR):
        return [Speaking(entry.name, is_still=is_still)]
    return []


def stuck_widgets(stop: Stop, on_leave: Callable[[], None]) -> list[Widget]:
    """Why the case goes no further, and the way out."""
    told = Note("alert", _stuck_words(stop), colour="warn", is_boxed=True, is_new=True)
    return [told, Button(_("Back to the desk"), on_leave, key="choice-1", mark="back")]


def _stuck_words(stop: Stop) -> str:
    if stop is Stop.RING:
        return _("The case runs in a circle here and cannot go on. Please tell whoever wrote it. Your play is kept.")
    return _("The case ends here without an ending. Please tell whoever wrote it. Your play is kept.")
