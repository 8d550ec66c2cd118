"""What can be done after the debrief was read: go on, try again, look from the other side, keep it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.debrief.account import as_text
from game.records import Trouble
from game.records.keepsake import keep_picture, keep_text
from game.texts import _
from game.window.screens.debrief.saving import picture
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.label import Heading
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.debrief import Debrief
    from game.looks.palette import Palette
    from game.scenario.model import Habit
    from game.window.theme import Theme
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["TOLD", "Keeping", "Ways"]

TOLD = "saved"
"""The key of what is told of what was saved."""

_TOLD: dict[bool, tuple[str, Tone]] = {True: ("kept", "good"), False: ("alert", "bad")}


class Ways(NamedTuple):
    """Where one can go on from a debrief."""

    done_words: str
    on_done: Callable[[], None]
    on_again: Callable[[], None]
    on_mirror: Callable[[], None] | None


class Keeping:
    """Saves a debrief, and tells how that went.

    Args:
        debrief: of the play.
        habits: the known habits, by key.
        remarks: what is said beside the score.
        page: builds the whole page for a theme and a width.
        on_told: something is to be told of what was saved; whether it went well.
    """

    def __init__(
        self,
        debrief: Debrief,
        habits: Mapping[str, Habit],
        remarks: Callable[[], tuple[str, ...]],
        *,
        page: Callable[[Theme, int], Widget],
        on_told: Callable[[bool], None],
    ) -> None:
        self._debrief = debrief
        self._habits = habits
        self._remarks = remarks
        self._page = page
        self._on_told = on_told
        self._told: tuple[str, bool] | None = None
        """What is said of what was saved, and whether it went well."""

    def card(self, ways: Ways, palette: Palette) -> Card:
        """The ways on, and what can be saved."""
        title = _("How do you want to go on?")
        buttons: list[Widget] = [
            Button(ways.done_words, ways.on_done, key="done", mark="back", style="primary"),
            Button(_("Play it once more"), ways.on_again, key="again", mark="undo"),
        ]
        if ways.on_mirror is not None:
            buttons.append(Button(_("Look in the mirror"), ways.on_mirror, key="mirror", mark="mirror"))
        keep: list[Widget] = [
            Button(_("Save as a picture"), lambda: self.save_picture(palette), key="save-picture", mark="picture"),
            Button(_("Save as text"), self.save_text, key="save-text", mark="page"),
        ]
        lines: list[Widget] = [Heading(title, size=18), Flow(title, *buttons), Flow(_("Keep this debrief"), *keep)]
        if self._told is not None:
            words, is_good = self._told
            mark, colour = _TOLD[is_good]
            note = Note(mark, words, colour=colour, is_boxed=True, is_new=True)
            note.key = TOLD
            lines.append(note)
        card = Card(title, *lines, padding=18)
        card.key = "part-ways"
        return card

    def save_picture(self, palette: Palette) -> None:
        """Keep a picture of the whole page."""
        try:
            path = keep_picture(picture(self._page, palette), self._name, datetime.now().astimezone())
        except (Trouble, pygame.error, MemoryError) as trouble:
            self._tell(_("The picture could not be saved: {reason}", reason=trouble), is_good=False)
        else:
            self._tell(_("Saved as {path}", path=path), is_good=True)

    def save_text(self) -> None:
        """Keep the debrief as text."""
        text = as_text(self._debrief, self._habits, self._remarks())
        try:
            path = keep_text(text, self._name, datetime.now().astimezone())
        except Trouble as trouble:
            self._tell(_("The text could not be saved: {reason}", reason=trouble), is_good=False)
        else:
            self._tell(_("Saved as {path}", path=path), is_good=True)

    @property
    def _name(self) -> str:
        return self._debrief.head.scenario

    def _tell(self, words: str, *, is_good: bool) -> None:
        self._told = (words, is_good)
        self._on_told(is_good)
