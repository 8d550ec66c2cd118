"""The course of the first steps: the case, its debrief, its mirror; each as a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import paths
from game.loader.first_steps import FIRST_STEPS, read_first_steps
from game.loader.words import Words
from game.records import unkept
from game.session.compiler import compile_scenario
from game.texts import _
from game.window.screens.conversation import Conversation
from game.window.screens.pause import pause_dialog, setting_rows
from game.window.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.portrait import Look
    from game.records import Kept
    from game.window.screens.screen import Screen
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["GuidedConversation", "begin", "debriefing", "mirroring", "try_again"]

_SEED = 7
"""Shuffles the choices so that the best is not always in the same place."""


def begin() -> Kept:
    """Begin the case, told in the language the program speaks; nothing of it is kept."""
    scenario = read_first_steps()
    told = Words({FIRST_STEPS: paths.first_steps()}).told(FIRST_STEPS, scenario)
    return unkept(compile_scenario(scenario, told), FIRST_STEPS, "practice", _SEED)


def try_again(kept: Kept, number: int) -> Kept:
    """Go on before a decision of a play, counted from 1; nothing of it is kept."""
    from game.records import trying  # late: few do

    return trying.try_again(kept.book, kept.session.journal, number, is_kept=False)


class GuidedConversation(Conversation):
    """The conversation; its pause leads out of the first steps."""

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:
        """The pause of the first steps; else what the conversation has."""
        if self.open_dialog != "pause":
            return super().dialog(theme, size)
        ways = [
            Button(_("Go on"), self._close_dialog, key="close", mark="play", style="primary"),
            Button(_("Skip the first steps"), self.on_leave, key="leave", mark="lost"),
        ]
        keys = _("Keys: 1 to 9 choose, Tab and arrows move, Enter presses, Page Up scrolls back, F11 fills the screen.")
        settings = setting_rows(self.settings, self.change_settings, self.play_cue)
        return pause_dialog(ways, settings, self._dialog, title=_("Pause"), keys=keys)


def debriefing(
    kept: Kept,
    *,
    on_again: Callable[[], None],
    on_again_from: Callable[[int], None],
    on_done: Callable[[], None],
    on_mirror: Callable[[], None],
) -> Screen:
    """The debrief of a play that came to its end."""
    from game.debrief import review  # late: what solves and explains a case is not needed before it has ended
    from game.solver import solve
    from game.window.screens.debrief import Debriefing

    debrief = review(kept.book, solve(kept.book), kept.session.journal)
    return Debriefing(debrief, {}, on_again=on_again, on_again_from=on_again_from, on_done=on_done, on_mirror=on_mirror)


def mirroring(kept: Kept, avatar: Look | None, *, on_done: Callable[[], None]) -> Screen:
    """The same play from the other side."""
    from game.debrief import mirror
    from game.window.screens.mirror import Mirroring

    mirrored = mirror(kept.book, kept.session.journal)
    return Mirroring(mirrored, avatar=avatar, on_done=on_done, on_keep=lambda _closeness: None)
