"""A conversation that a server leads: the window goes on while it is asked, and waits for a connection that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.errand import PAUSES, Errand
from game.online.faults import Refusal
from game.online.session import is_settled
from game.records import Trouble
from game.session.state import Stop
from game.texts import _
from game.window.screens.conversation.conversation import Conversation
from game.window.screens.conversation.countdown import Countdown
from game.window.screens.conversation.dialogs import connection_dialog, pause_in_case, refused_dialog
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.chip import Marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.debrief import Debrief
    from game.online.session import OnlineSession
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["RankedConversation"]

_SLOW = 0.5
"""Seconds after which it is said that an answer is on its way."""
_LATE = "time-ran-out"
_MS = 1000


class RankedConversation(Conversation):
    """Plays a ranked session.

    Each decision is an errand: nothing can be decided before it is answered, and the server's clock counts, in a pause
    too. When the case has ended its debrief is asked for, while the ending is read.

    Args:
        session: what is played.
        on_debrief: the trainee wants to see the debrief, and it is here.
        on_leave: the trainee leaves; the session can be taken up again.
        pauses: seconds before a server that gave no answer is asked once more.
    """

    def __init__(
        self,
        session: OnlineSession,
        *,
        on_debrief: Callable[[Debrief], None],
        on_leave: Callable[[], None],
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        super().__init__(session, has_timers=session.played.has_timers, on_end=self._end, on_leave=self._leave)
        self._online = session
        self._on_debrief = on_debrief
        self._on_leave = on_leave
        self._pauses = pauses
        self._deciding: Errand[None] | None = None
        self._debrief: Errand[Debrief] | None = None
        self._asked_at = 0.0
        self._wants_debrief = False
        self._remark = ""
        """What the server said of the last decision, where it did not come to be."""
        self._is_slow = False
        self._seen: tuple[bool, bool] | None = None
        """Whether what is waited for was just asked, and whether its connection is gone, when it was looked at last."""
        self._server_left = session.played.time_left_ms
        self._deadline: float | None = None
        """When the time to answer is over by the server's clock, in the seconds of `tick`."""

    @property
    def is_waiting(self) -> bool:
        """Whether the server is being asked for something that the trainee waits for."""
        return self._deciding is not None or (self._wants_debrief and self._debrief is not None)

    def tick(self, now: float) -> None:
        """Let lines appear and time run out; see whether the server has answered."""
        if self._server_left is not None:
            self._deadline, self._server_left = now + self._server_left / _MS, None
        super().tick(now)
        self._look(now)

    def hide(self) -> None:
        """Nobody looks; the server's clock counts all the same, so nothing is stopped."""

    def act(self, action: Action) -> bool:
        """As ever; but nothing can be decided while a decision is on its way."""
        if self.is_waiting and not self.open_dialog and not self.is_telling:
            return False
        return super().act(action)

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:
        """The connection, what the server refused, and all others."""
        errand = self._waited_for()
        if errand is not None and errand.lost is not None:
            return connection_dialog(
                str(errand.lost), self._ask_now, self.on_leave, self._dialog, is_asking=errand.is_asking
            )
        if self.open_dialog == "refused":
            return refused_dialog(self._told[1], self.on_leave, self._dialog)
        if self.open_dialog == "pause" and self.has_timers:
            remark = _("The server's clock goes on: in a ranked play the time to answer is not stopped.")
            off = Button(_("Play on without time limits"), self._switch_timers_off, key="untimed", mark="timer")
            ways = (self.settings, self.change_settings, self.play_cue, self._close_dialog, self.on_leave)
            return pause_in_case(*ways, self._dialog, remark=remark, ways_on=(off,))
        return super().dialog(theme, size)

    def _waited_for(self) -> Errand[None] | Errand[Debrief] | None:
        if self._deciding is not None:
            return self._deciding
        return self._debrief if self._wants_debrief else None

    @property
    def _holds_clock(self) -> bool:
        return self._deciding is not None

    def _countdown(self, limit: int, reading: float) -> Countdown:
        """The time to answer: never more than the server gives."""
        if self._deadline is None:
            return super()._countdown(limit, reading)
        left = max(0.0, self._deadline - self._now)
        countdown = super()._countdown(limit, max(0.0, min(reading, left - limit)))
        countdown.left = min(countdown.left, left)
        return countdown

    def _bottom(self) -> Widget:
        """The choices; or that the server is being asked."""
        if self.is_waiting and self._is_slow:
            words = _("One moment: the server is being asked.")
            return Column(_("Your answer"), Marked("next", words, colour="mute", size=15))
        return super()._bottom()

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _decide(self, decide: Callable[[], None]) -> None:
        """Send a decision; what comes of it is seen later."""
        if self._deciding is None:
            self._ask(Errand(decide, again=self._online.send_again, is_patient=True, pauses=self._pauses))

    def _switch_timers_off(self) -> None:
        """Let no time run from here on; the debrief will say so."""
        self._close_dialog()
        self._decide(lambda: self._online.switch_timers_off(self._watch.ms))

    def _ask(self, errand: Errand[None]) -> None:
        self._deciding, self._asked_at, self._is_slow, self._seen = errand, self._now, False, None

    def _look(self, now: float) -> None:
        """See how far what was asked has come."""
        if self.view.stop is Stop.ENDED and self._debrief is None:
            self._debrief = Errand(self._online.debrief, is_patient=True, pauses=self._pauses)
        errand = self._waited_for()
        if errand is None:
            return
        seen, is_slow = (errand.is_asking, errand.lost is not None), now - self._asked_at >= _SLOW
        if (seen, is_slow) != (self._seen, self._is_slow):
            self._seen, self._is_slow, self.has_changed = seen, is_slow, True
        if errand.is_done:
            self._is_slow, self.has_changed = False, True
            self._take_answer()

    def _take_answer(self) -> None:
        deciding, self._deciding = self._deciding, None
        try:
            if deciding is not None:
                deciding.answer()
            elif self._debrief is not None:
                self._wants_debrief = False
                self._on_debrief(self._debrief.answer())
                return
        except Refusal as refusal:
            self._settle(refusal)
        except Trouble as trouble:
            self._refuse(str(trouble))
        else:
            self._show_answer()

    def _show_answer(self) -> None:
        """Show how the session stands now."""
        left = self._online.played.time_left_ms
        self._deadline = None if left is None else self._now + left / _MS
        self.has_timers = self._online.played.has_timers
        former = self.view
        if self._online.view != former:
            self._show_decided(former)
        self.countdown = None
        if self._remark:
            self.tell(_("What the server says"), self._remark)
            self._remark = ""

    def _settle(self, refusal: Refusal) -> None:
        """The server knows otherwise: see how the session stands, and go on from there."""
        if not is_settled(refusal) or self._remark:
            self._refuse(str(refusal))
            return
        self._remark = str(refusal)

        def settle() -> None:
            if self._online.is_unanswered:  # the silence was sent already, and must not fall twice
                self._online.send_again()
                return
            self._online.look()
            if refusal.code == _LATE and self._online.view.limit is not None:
                self._online.fall_silent(0)

        self._ask(Errand(settle, is_patient=True, pauses=self._pauses))

    def _refuse(self, words: str) -> None:
        self._told = ("", words)
        self._open("refused")

    # --- ways on ------------------------------------------------------------------------------------------------------

    def _ask_now(self) -> None:
        errand = self._waited_for()
        if errand is not None:
            errand.ask_now()

    def _end(self) -> None:
        """To the debrief, as soon as it is here."""
        self._wants_debrief = True
        self._asked_at, self._is_slow, self._seen = self._now, False, None
        self._look(self._now)

    def _leave(self) -> None:
        for errand in (self._deciding, self._debrief):
            if errand is not None:
                errand.give_up()
        self._on_leave()
