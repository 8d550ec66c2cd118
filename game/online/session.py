"""A ranked session: it is played by the rules of a server, and has the face of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.faults import Fault, Refusal
from game.online.messages import StepBody
from game.session.rules import NotAvailable
from game.session.session import NotTakenBack

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.online.league import League
    from game.online.messages import Played
    from game.session.view import Case, View

__all__ = ["OnlineSession", "is_settled"]

_SETTLED = frozenset(
    ("step-differs", "step-ahead", "finished", "time-ran-out", "too-early", "no-time-runs", "not-on-offer")
)
"""Codes that say that the server knows more of the session, or otherwise, than this machine."""


def is_settled(fault: Fault) -> bool:
    """Whether a refusal says that the session stands otherwise than it is shown, so that a look at it settles it."""
    return isinstance(fault, Refusal) and fault.code in _SETTLED


class OnlineSession:
    """A session on a server, with the same interface as a local one.

    Each call waits for the server's answer: a window lets another thread call. A decision that got no answer is
    `unanswered`; until it is sent again, with `send_again`, or the session is looked at with `look`, nothing else can
    be decided, for it may have arrived. A step is one of its session and its number, so that nothing counts twice.
    """

    def __init__(self, league: League, played: Played) -> None:
        self._league = league
        self._played = played
        self._unanswered: StepBody | None = None

    @property
    def played(self) -> Played:
        """All that the server says of it."""
        return self._played

    @property
    def case(self) -> Case:
        """What is known before the first word."""
        return self._played.case

    @property
    def view(self) -> View:
        """The session as it stands."""
        return self._played.view

    @property
    def is_unanswered(self) -> bool:
        """Whether it is not known what became of the last decision."""
        return self._unanswered is not None

    def take(self, token: str, ms: int) -> None:  # noqa: ARG002  # the server's clock counts
        """Take a choice on offer."""
        offered = tuple(offer.token for offer in self.view.offers)
        if token not in offered:
            raise NotAvailable(token, offered)
        self._decide(StepBody(token=token))

    def fall_silent(self, ms: int) -> None:  # noqa: ARG002  # likewise
        """Let the time of a timed scene run out."""
        if self.view.limit is None:
            raise NotAvailable("silence", tuple(offer.token for offer in self.view.offers))
        self._decide(StepBody(token=None))

    def take_back(self, ms: int) -> None:  # noqa: ARG002  # nothing is ever taken back
        """Refuse: a ranked decision stands.

        Raises:
            NotTakenBack: always.
        """
        raise NotTakenBack("a ranked decision stands")

    def switch_timers_off(self, ms: int) -> None:  # noqa: ARG002  # the server's clock counts
        """Let no time run out from here on."""
        if self._played.has_timers:
            self._decide(StepBody(token=None, has_timers=False))

    def send_again(self) -> None:
        """Send the decision that got no answer once more, the very same.

        Raises:
            Fault: there was no answer again, or another.
        """
        if self._unanswered is not None:
            self._send(self._unanswered)

    def look(self) -> None:
        """See how the session stands; whatever was decided on this machine and did not arrive, was not decided.

        Raises:
            Fault: there was no answer.
        """
        self._played = self._league.session(self._played.session)
        self._unanswered = None

    def debrief(self) -> Debrief:
        """The finished session, explained.

        Raises:
            Fault: there was no answer, or it is not finished.
        """
        return self._league.debrief(self._played.session)

    def _decide(self, taken: StepBody) -> None:
        if self._unanswered is not None and self._unanswered != taken:
            self.send_again()  # what was decided before comes first, and leaves nothing of this offer
            return
        self._send(taken)

    def _send(self, taken: StepBody) -> None:
        self._unanswered = taken
        try:
            self._played = self._league.step(self._played.session, self._played.next_step, taken)
        except Refusal:
            self._unanswered = None  # nothing changed
            raise
        self._unanswered = None
