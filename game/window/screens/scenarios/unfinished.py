"""Sessions to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import decision_count_words, mode_words
from game.texts import _
from game.window.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Unfinished

__all__ = ["resume_button"]


def resume_button(session: Unfinished, number: int, on_press: Callable[[], None]) -> Button:
    """A button that takes a session up again."""
    mode, decided = mode_words(session.mode), decision_count_words(session.decisions)
    words = _("Go on with {title} ({mode}, {decided})", title=session.title, mode=mode, decided=decided)
    began = session.began
    description = _("Begun {began}", began=began) if began else ""
    return Button(words, on_press, key=f"resume-{number}", mark="play", description=description)
