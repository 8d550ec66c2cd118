"""Reading aloud: what is new on the stage, and what the player is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import language
from game.window.accessibility.announcing import Announcer
from game.window.sound.voice import Voice, find_speaker

if TYPE_CHECKING:
    from game.window.sound.voice import Speaker
    from game.window.stage import Stage
    from game.window.widgets.widget import Widget

__all__ = ["Reading"]


class Reading:
    """Speaks where a player asked for it: new lines one after the other; whatever a player goes to ends them.

    It says what a screen reader would say unasked, by the same means.
    """

    def __init__(self, speaker: Speaker | None = None) -> None:
        self._speaker = speaker
        self._voice: Voice | None = None
        self._announcer = Announcer()
        self._place = ""

    def sync(self, stage: Stage) -> None:
        """Say what changed, or fall silent where the player switched it off."""
        if not stage.settings.reads_aloud:
            self.close()
            return
        is_first = self._voice is None
        if self._voice is None:
            speaker = self._speaker or find_speaker()
            if speaker is None:
                return
            self._voice = Voice(speaker)
            self._announcer.look(stage.screen, stage.tree)  # what stands there already was read
        self._say_place(self._voice, stage.attended, is_first=is_first)
        for news in self._announcer.news(stage.screen, stage.tree):
            self._voice.say(news.words, news.language or language())

    def close(self) -> None:
        """Fall silent."""
        if self._voice is not None:
            self._voice.close()
            self._voice = None
            self._place = ""

    def _say_place(self, voice: Voice, widget: Widget | None, *, is_first: bool) -> None:
        """Say what the player went to; that ends what was still to be said."""
        words = "" if widget is None else _words_of(widget)
        if words == self._place:
            return
        self._place = words
        if words and widget is not None:
            if not is_first:
                voice.hush()
            voice.say(words, widget.language or language())


def _words_of(widget: Widget) -> str:
    """A widget as it is read: its name, what it is set to, and what there is to know."""
    return ". ".join(part for part in (widget.name, widget.value_text, widget.description) if part)
