"""A conversation whose every decision is kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records import Trouble
from game.terminal.conversation import Conversation
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Kept
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page
    from game.terminal.stopwatch import Stopwatch

__all__ = ["KeptConversation"]


class KeptConversation(Conversation):
    """One sitting at a session with a journal."""

    def __init__(self, kept: Kept, page: Page, keyboard: Keyboard, watch: Stopwatch) -> None:
        super().__init__(kept.session, page, keyboard, watch, has_timers=kept.session.journal.has_timers)
        self._kept = kept

    def _carry_out(self, decide: Callable[[], None]) -> None:
        """Decide; where that cannot be kept any more, say so and go on without keeping."""
        try:
            decide()
        except Trouble as trouble:
            self._page.say(str(trouble))
            self._keep_anew()
            decide()

    def _keep_anew(self) -> None:
        """Keep all of the play in a new file; or, where that cannot be, nothing more."""
        try:
            path = self._kept.keep_anew()
        except Trouble:
            self._kept.stop_keeping()
            self._page.say(_("From here on nothing is kept; what you decided before is."))
        else:
            self._page.say(_("The whole play is kept in a new file: {path}.", path=path))
