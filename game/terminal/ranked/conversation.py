"""A conversation that a server leads: its clock counts, nothing is taken back, and the connection may be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.faults import Fault, Refusal
from game.online.session import is_settled
from game.online.wording import gone_words
from game.terminal.conversation import QUIT, Conversation
from game.terminal.keyboard import InputEnded
from game.terminal.typed import meant
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.session import OnlineSession
    from game.terminal.conversation import Left
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page
    from game.terminal.stopwatch import Stopwatch

__all__ = ["RankedConversation", "asked_until_answered"]

_LATE = "time-ran-out"
_MS = 1000


class _Away(Exception):
    """The player leaves while the connection is gone, or the server plays no longer with them."""


class RankedConversation(Conversation):
    """One sitting at a ranked session."""

    def __init__(self, session: OnlineSession, page: Page, keyboard: Keyboard, watch: Stopwatch) -> None:
        super().__init__(session, page, keyboard, watch, has_timers=session.played.has_timers)
        self._online = session
        self._commands["timers off"] = self._switch_timers_off

    def hold(self) -> Left:
        """Play until the case ends, or the player leaves."""
        try:
            return super().hold()
        except _Away:
            return "quit"

    def _most_seconds(self) -> int | None:
        left = self._online.played.time_left_ms
        return None if left is None else left // _MS

    def _carry_out(self, decide: Callable[[], None]) -> None:
        """Decide; where no answer comes, wait until one does: the decision is sent again, and counts once."""
        before = self._online.view.decisions
        try:
            decide()
        except Refusal as refusal:
            self._settle(refusal)
        except Fault as fault:
            self._go_on_when_it_is_back(fault)
        if self._online.view.decisions == before:
            return
        self._has_timers = self._online.played.has_timers

    def _go_on_when_it_is_back(self, fault: Fault) -> None:
        try:
            asked_until_answered(self._online.send_again, fault, self._page, self._keyboard)
        except Refusal as refusal:
            self._settle(refusal)
        except InputEnded:
            raise _Away from None

    def _settle(self, refusal: Refusal) -> None:
        """The server knows otherwise: see how the session stands, and go on from there."""
        self._page.say(str(refusal))
        if not is_settled(refusal):
            raise _Away
        try:
            self._online.look()
            if refusal.code == _LATE and self._online.view.limit is not None:
                self._online.fall_silent(self._watch.ms)
        except Refusal as other:
            self._page.say(str(other))
            raise _Away from None
        except Fault as fault:
            asked_until_answered(self._online.look, fault, self._page, self._keyboard)

    def _pause(self) -> None:
        if self._limit is None:
            super()._pause()
        else:
            self._page.say(_("The server's clock counts in a ranked play, and cannot be stopped."))

    def _way_to_no_timers(self) -> str:
        return _("timers off: play on without time limits; the debrief will say so")

    def _switch_timers_off(self) -> None:
        if not self._has_timers:
            self._page.say(_("No clock runs here. Take all the time you want."))
            return
        self._carry_out(lambda: self._online.switch_timers_off(self._watch.ms))
        self._has_timers = self._online.played.has_timers
        if not self._has_timers:
            self._limit = None
            self._page.say(_("The timers are off; the debrief will say so."))


def asked_until_answered(ask: Callable[[], None], fault: Fault, page: Page, keyboard: Keyboard) -> None:
    """Ask a server once more each time the player says so, after it gave no answer.

    Raises:
        Refusal: it answered, and refused.
        InputEnded: the player leaves, or nothing more will be typed.
    """
    page.gap()
    page.say(gone_words())
    while True:
        page.say(str(fault))
        if meant(keyboard.ask(_("Press Enter to try again, or type quit:"))) in QUIT:
            raise InputEnded
        try:
            ask()
        except Refusal:
            raise
        except Fault as another:
            fault = another
        else:
            page.say(_("The connection is back."))
            page.gap()
            return
