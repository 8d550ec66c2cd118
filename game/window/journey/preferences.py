"""How the game is shown: taken up from whoever plays, and kept for them when it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.records import Trouble
from game.texts import _, preferred_language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.journey.trainee import Trainee
    from game.window.settings import Settings
    from game.window.stage import Stage

__all__ = ["Preferences"]


class Preferences:
    """The settings in force; `attach` them to a stage before anything changes.

    Args:
        settings: as they were last.
        trainee: for whom they are kept.
        timers: whether timed scenes may run out in this start; that they may not is nobody's setting.
        on_language: the program speaks another language now.
    """

    def __init__(self, settings: Settings, trainee: Trainee, *, timers: bool, on_language: Callable[[], None]) -> None:
        self.settings = replace(settings, has_timers=settings.has_timers and timers)
        self._trainee = trainee
        self._runs_timers = timers
        self._own_timers = settings.has_timers
        self._on_language = on_language
        self._were_changed = False

    def attach(self, stage: Stage) -> None:
        """Say where settings are changed, and shown."""
        self._stage = stage
        stage.on_adjust = self._take

    def take_theirs(self) -> None:
        """Show the game as whoever plays wants it; what they changed before that was known holds."""
        theirs = self._trainee.settings()
        if theirs is None or self._were_changed:
            return
        self._own_timers = theirs.has_timers
        shown = replace(theirs, has_timers=theirs.has_timers and self._runs_timers)
        if shown != self.settings:
            self._stage.adjust(shown)

    def change_hands(self, *, is_other: bool) -> None:
        """Somebody else may play now: as they want it; somebody new goes on with what is in sight, and is welcome."""
        if self._trainee.settings() is None:
            self._stage.adjust(replace(self.settings, knows_the_way=self.settings.knows_the_way and not is_other))
        self._were_changed = False
        self.take_theirs()

    def know_the_way(self) -> None:
        """Whoever plays needs no welcome from now on, at the next start either."""
        if not self.settings.knows_the_way:
            self._stage.adjust(replace(self.settings, knows_the_way=True))

    def speak(self, tag: str) -> None:
        """Have the program speak a language from now on."""
        self._stage.adjust(replace(self.settings, language=tag))

    def _take(self, settings: Settings) -> None:
        """Keep settings that were changed, and speak the language they name."""
        before, self.settings = self.settings, settings
        self._were_changed = True
        self._keep()
        if settings.language != before.language:
            use_language(settings.language or preferred_language())
            self._on_language()

    def _keep(self) -> None:
        """Keep them; time limits that are off for this start alone are on again at the next."""
        kept = self.settings
        if not self._runs_timers and not kept.has_timers:
            kept = replace(kept, has_timers=self._own_timers)
        try:
            self._trainee.keep_settings(kept)
        except Trouble as trouble:
            self._stage.tell(_("This holds for now, but could not be kept. {reason}", reason=trouble))
