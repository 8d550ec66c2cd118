"""The conversation as its author plays it: with what the trainee's play hides, and ways to anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.rules import NotAvailable
from game.terminal.conversation import QUIT
from game.terminal.kept import KeptConversation
from game.terminal.typed import meant
from game.texts import _
from game.trainer.preview import scene_meant
from game.trainer.preview.wording import (
    deed_words,
    facts_words,
    mood_lines,
    place_words,
    promise_lines,
    stuck_words,
    way_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Kept
    from game.session.state import Stop
    from game.session.view import View
    from game.terminal.page import Page
    from game.terminal.preview.keyboard import WaitingKeyboard
    from game.terminal.stopwatch import Stopwatch
    from game.trainer.preview import Preview

__all__ = ["Rehearsal", "Turned"]

_JUMP = "jump"


class Turned(Exception):
    """The play stands elsewhere, or in another version of the case; it is told anew."""


class Rehearsal(KeptConversation):
    """Plays the session a preview has open, until it is left, or stands elsewhere."""

    def __init__(
        self,
        preview: Preview,
        kept: Kept,
        page: Page,
        keyboard: WaitingKeyboard,
        watch: Stopwatch,
        *,
        reload: Callable[[], None],
        findings: Callable[[], None],
        debrief: Callable[[], None],
    ) -> None:
        super().__init__(kept, page, keyboard, watch)
        self._preview = preview
        self._commands.update(
            {
                "start": self._start,
                "scenes": self._scenes,
                "facts": self._facts,
                "silence": self._silence,
                "findings": findings,
                "reload": reload,
                "debrief": debrief,
            }
        )

    def stand_by(self) -> bool:
        """Ask what is next where the play goes no further; False where the author leaves.

        Raises:
            InputEnded: nothing more will be typed.
            Turned: the play goes on elsewhere.
        """
        decisions = self._session.view.decisions
        while self._session.view.decisions == decisions:
            self._page.gap()
            question = _("The play stops here. Type back, start, jump SCENE, debrief, ? for help, or quit:")
            answer = meant(self._keyboard.ask(question))
            if answer in QUIT:
                return False
            self._obey(answer, 0)
        return True

    # --- what is told -------------------------------------------------------------------------------------------------

    def _tell_taken_up(self) -> None:
        """Whoever jumps or saves knows where the play stands."""

    def _tell(self, view: View) -> None:
        """Tell what is new, and then what the trainee would not see."""
        super()._tell(view)
        behind = self._preview.backstage
        if behind.deeds:
            self._page.say(_("Trainer: {deed}", deed=deed_words(behind.deeds[-1])))
        self._page.say(_("Trainer: {place}", place=place_words(behind)))
        self._page.flush()

    def _is_freed(self, stop: Stop) -> bool:
        """Say why nothing leads on; what is next, the preview asks."""
        self._page.gap()
        self._page.say(stuck_words(stop, self._preview.backstage.scene))
        return False

    # --- what is answered ---------------------------------------------------------------------------------------------

    def _obey(self, answer: str, last: int) -> None:
        command, _space, rest = answer.partition(" ")
        if command == _JUMP:
            self._jump(rest)
        elif last or answer in self._commands:
            super()._obey(answer, last)
        else:
            self._page.say(_("Please type one of these words, or ? for help."))

    def _jump(self, word: str) -> None:
        scenes = [place.scene for place in self._preview.places()]
        meant = scene_meant(word, scenes)
        if meant.scene is None:
            self._page.say(_not_meant(word, meant.near))
            return
        if not self._preview.jump(meant.scene):
            self._page.say(_("No play reaches the scene {scene}.", scene=meant.scene))
            return
        self._page.gap()
        self._page.say(self._arrived(meant.scene))
        raise Turned

    def _arrived(self, scene: str) -> str:
        way = ", ".join(self._preview.decisions)
        if not way:
            return _("You are at the opening.")
        if self._preview.passes(scene):
            here = self._preview.backstage.scene
            return _("The scene {scene} passes on to {here}. The way there: {way}", scene=scene, here=here, way=way)
        return _("You are in the scene {scene}. The way there: {way}", scene=scene, way=way)

    def _start(self) -> None:
        self._preview.go(())
        raise Turned

    def _scenes(self) -> None:
        is_complete = self._preview.find_ways().is_complete
        for place in self._preview.places():
            line = _("{scene}: {way}", scene=place.scene, way=way_words(place, is_complete=is_complete))
            if place.is_ending:
                line = _("{line}, an ending", line=line)
            if place.is_here:
                line = _("{line}, you are here", line=line)
            self._page.say(line)

    def _facts(self) -> None:
        behind = self._preview.backstage
        promises = promise_lines(behind)
        told = [place_words(behind), _("Moods:"), *mood_lines(behind), facts_words(behind)]
        for line in (*told, _("Promises:") if promises else _("Promises: none"), *promises):
            self._page.say(line)

    def _silence(self) -> None:
        try:
            self._session.fall_silent(self._watch.ms)
        except NotAvailable:
            self._page.say(_("No time runs here that could run out."))

    def _help(self) -> None:
        say = self._page.say
        view = self._session.view
        if view.offers:
            say(_("Type the number of what you want to say or do, and press Enter."))
        if view.limit is not None:
            say(_("silence: let the time run out"))
        if view.can_take_back:
            say(_("back: take the last decision back"))
        say(_("start: play from the opening"))
        say(_("jump SCENE: go to a scene the shortest way; the beginning of its name will do"))
        say(_("scenes: list all scenes, and whether a play reaches them"))
        say(_("again: hear the last part once more"))
        say(_("promises: what is promised, and the time"))
        say(_("facts: points, moods, what is remembered, and promises"))
        say(_("findings: what is wrong with the file"))
        say(_("reload: read the file again; on a save that happens by itself"))
        say(_("debrief: what the trainee is told at the end, as far as this play went"))
        say(_("quit, or q: leave; nothing of a preview is kept"))


def _not_meant(word: str, near: tuple[str, ...]) -> str:
    if not word:
        return _("Type jump and the name of a scene; type scenes to see their names.")
    if len(near) == 1:
        return _("There is no scene {word}. Did you mean {near}?", word=word, near=near[0])
    if near:
        return _("More than one scene begins with {word}: {near}.", word=word, near=", ".join(near))
    return _("There is no scene {word}. Type scenes to see their names.", word=word)
