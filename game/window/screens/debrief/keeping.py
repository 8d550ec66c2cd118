"""What can be done after the debrief was read: go on, try again, look from the other side, keep it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pygame

from game.looks.palette import PALETTES
from game.records import Trouble
from game.records.keepsake import keep_picture, keep_text
from game.texts import _
from game.window.screens.debrief.saving import as_text, picture
from game.window.screens.debrief.score import next_medal_words, own_best_words
from game.window.sound import Cue
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.label import Heading
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from game.window.screens.debrief.debriefing import Debriefing
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Keeping"]


class Keeping:
    """The last card of the page, and what its buttons do."""

    def __init__(self, screen: Debriefing) -> None:
        self.screen = screen
        self._told: tuple[str, bool] | None = None
        """What is said of what was saved, and whether it went well."""

    def card(self) -> Card:
        """The ways on."""
        screen = self.screen
        title = _("How do you want to go on?")
        ways: list[Widget] = [
            Button(screen.done_words, screen.on_done, key="done", mark="back", style="primary"),
            Button(_("Play it once more"), screen.on_again, key="again", mark="undo"),
        ]
        if screen.on_mirror is not None:
            ways.append(Button(_("Look in the mirror"), screen.on_mirror, key="mirror", mark="mirror"))
        keep: list[Widget] = [
            Button(_("Save as a picture"), self.save_picture, key="save-picture", mark="picture"),
            Button(_("Save as text"), self.save_text, key="save-text", mark="page"),
        ]
        lines: list[Widget] = [Heading(title, size=18), Flow(title, *ways), Flow(_("Keep this debrief"), *keep)]
        if self._told is not None:
            words, is_good = self._told
            note = Note(
                "kept" if is_good else "alert", words, colour="good" if is_good else "bad", is_boxed=True, is_new=True
            )
            lines.append(note)
        card = Card(title, *lines, padding=18)
        card.key = "part-ways"
        return card

    def save_picture(self) -> None:
        """Keep a picture of the whole page."""
        try:
            content = picture(self._page, PALETTES[self.screen.settings.colours])
            path = keep_picture(content, self._name, datetime.now().astimezone())
        except (Trouble, pygame.error, MemoryError) as trouble:
            self._tell(_("The picture could not be saved: {reason}", reason=trouble), is_good=False)
        else:
            self._tell(_("Saved as {path}", path=path), is_good=True)

    def save_text(self) -> None:
        """Keep the debrief as text."""
        screen = self.screen
        remarks = [
            each for each in (next_medal_words(screen.debrief), own_best_words(screen.debrief, screen.own_best)) if each
        ]
        try:
            path = keep_text(as_text(screen.debrief, screen.habits, remarks), self._name, datetime.now().astimezone())
        except Trouble as trouble:
            self._tell(_("The text could not be saved: {reason}", reason=trouble), is_good=False)
        else:
            self._tell(_("Saved as {path}", path=path), is_good=True)

    def _page(self, theme: Theme, width: int) -> Column:
        screen = self.screen
        title = Heading(screen.title, size=28, level=1)
        return Column(screen.title, title, *screen.content.parts(theme.room(width), is_saved=True), gap=16)

    @property
    def _name(self) -> str:
        return self.screen.debrief.head.scenario

    def _tell(self, words: str, *, is_good: bool) -> None:
        if not is_good:
            self.screen.play_cue(Cue.ERROR)
        self._told = (words, is_good)
        self.screen.changed()
