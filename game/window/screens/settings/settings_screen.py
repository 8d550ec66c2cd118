"""Everything a player may set, each change seen and heard at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back
from game.window.screens.screen import Screen
from game.window.screens.settings.halves import Halves
from game.window.screens.settings.keys import keys_card
from game.window.screens.settings.preview import preview_card, sayings
from game.window.screens.settings.rows import (
    aloud_row,
    caption_row,
    filling_row,
    language_row,
    look_rows,
    pace_rows,
    timers_row,
    volume_row,
)
from game.window.settings import Settings
from game.window.sound import Cue
from game.window.sound.voice import find_speaker
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.card import Card
from game.window.widgets.label import Heading
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["SettingsScreen"]

_TWO_COLUMNS = 1000
_WIDEST = 1180
_SECONDS = {"slow": 2.6, "normal": 1.5, "fast": 0.8, "at once": 0.0}
"""Between two lines of the preview: what a line of sixty letters takes in a conversation."""


class SettingsScreen(Screen):
    """Language, look, pace, sound, help, and back to how it was at first.

    Settings are taken and changed through the stage, as on every screen; whoever keeps them is told there.

    Args:
        on_done: the player is done.
        can_speak: whether the computer has a voice; asked of the system unless said.
    """

    def __init__(self, *, on_done: Callable[[], None], can_speak: bool | None = None) -> None:
        super().__init__()
        self.title = _("Settings")
        self.on_done = on_done
        self.can_speak = find_speaker() is not None if can_speak is None else can_speak
        self._before_reset: Settings | None = None
        self._shown = len(sayings())
        self._due: float | None = None
        self._now = 0.0
        self._rows = ScrollState()
        self._preview = ScrollState()

    def open(self) -> None:
        """The language has the focus at first."""
        if not self.first_focus:
            self.wanted_focus = f"language-{self.settings.language}"

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """A bar; below it the rows, the preview beside them, or between them where the window is narrow."""
        back = MarkButton(_("Back"), "back", self.on_done, key="back")
        bar = TitleBar(self.title, _("So that it suits you."), "gear", back)
        preview = preview_card(self._shown, lambda: self.play_cue(Cue.CHOOSE), self._show_again)
        first, rest = self._look_card(), self._other_cards()
        if theme.room(size[0]) < _TWO_COLUMNS:
            page = Column(self.title, first, preview, *rest, gap=16, padding=12)
            return Page(self.title, bar, Scroll(self.title, page, self._rows))
        rows = Column(self.title, first, *rest, gap=16, padding=12)
        left = Scroll(self.title, rows, self._rows)
        right = Scroll(_("Preview"), Column(_("Preview"), preview, padding=12), self._preview)
        return Page(self.title, bar, Halves(self.title, left, right), widest=_WIDEST)

    def act(self, action: Action) -> bool:
        """Escape goes back."""
        if isinstance(action, Back):
            self.on_done()
            return True
        return False

    def tick(self, now: float) -> None:
        """Let the lines of the preview appear."""
        self._now = now
        if self._due is None or now < self._due:
            return
        self._shown += 1
        self._due = now + _SECONDS[self.settings.pace]
        if self._shown >= len(sayings()):
            self._due, self.is_moving = None, False
        self.play_cue(Cue.LINE)
        self.has_changed = True

    def _look_card(self) -> Widget:
        settings, change, look = self.settings, self._change, _("How it looks")
        rows = [language_row(settings, change), *look_rows(settings, change), filling_row(settings, change)]
        return Card(look, Heading(look), *rows, padding=20, gap=18)

    def _other_cards(self) -> list[Widget]:
        settings, change = self.settings, self._change
        pace, sound, time = _("How it moves"), _("What is heard"), _("How much time there is")
        return [
            Card(pace, Heading(pace), *pace_rows(settings, self._change_pace), padding=20, gap=18),
            Card(
                sound,
                Heading(sound),
                volume_row(settings, self._change_volume, self.play_cue),
                caption_row(settings, self._change_captions),
                aloud_row(settings, change, can_speak=self.can_speak),
                padding=20,
                gap=18,
            ),
            Card(time, Heading(time), timers_row(settings, change), padding=20, gap=18),
            keys_card(),
            self._reset_button(),
        ]

    def _reset_button(self) -> Button:
        """All as it was at first; and, once that was done, as it was before."""
        former = self._before_reset
        if former is not None and self.settings == self._fresh():
            return Button(_("Undo: as you had it before"), lambda: self._restore(former), key="reset", mark="undo")
        return Button(_("Everything as it was at first"), self._reset, key="reset", mark="undo")

    def _fresh(self) -> Settings:
        """As it was at first; in the language the player reads."""
        return Settings(language=self.settings.language)

    def _reset(self) -> None:
        self._before_reset = self.settings
        self._change(self._fresh())

    def _restore(self, former: Settings) -> None:
        self._before_reset = None
        self._change(former)

    def _change(self, settings: Settings) -> None:
        self.change_settings(settings)

    def _change_pace(self, settings: Settings) -> None:
        self._change(settings)
        self._show_again()

    def _change_volume(self, settings: Settings) -> None:
        self._change(settings)
        self.play_cue(Cue.CHOOSE)

    def _change_captions(self, settings: Settings) -> None:
        self._change(settings)
        self.play_cue(Cue.PROMISE_KEPT)

    def _show_again(self) -> None:
        """Let the lines of the preview appear once more, at their pace; at once where nothing may move."""
        self.has_changed = True
        if self.settings.is_still or self.settings.pace == "at once":
            self._shown, self._due, self.is_moving = len(sayings()), None, False
        else:
            self._shown, self._due, self.is_moving = 1, self._now + _SECONDS[self.settings.pace], True
