"""Playing a case: begun, taken up again, left."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.records import Trouble, begin, resume, unkept
from game.records.revisiting import revisit
from game.records.trying import try_again
from game.session.compiler import compile_scenario
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.records import Kept
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.cases import Told
    from game.window.screens.conversation import Conversation
    from game.window.supplied import SuppliedPictures

__all__ = ["Plays"]

_SEEDS = 1 << 31


class Plays:
    """Holds the open session, and lets go of it.

    Args:
        on_end: after the last word.
        on_leave: where a play is left that waits to be gone on with.
        pictures: the trainer's own pictures of the people in a case, by its id.
    """

    def __init__(
        self,
        *,
        on_end: Callable[[], None],
        on_leave: Callable[[], None],
        pictures: Callable[[str], SuppliedPictures],
    ) -> None:
        self.kept: Kept | None = None
        self._on_end = on_end
        self._on_leave = on_leave
        self._pictures = pictures

    @property
    def is_kept(self) -> bool:
        """Whether the next decision will be kept."""
        return self.kept is not None and self.kept.is_kept

    def begin(self, told: Told, mode: Mode, *, person: str | None, timers: bool) -> Conversation:
        """Begin a case; where it cannot be kept, that is told, and it is played all the same."""
        self.close()
        book = compile_scenario(told.original, told.scenario)
        seed = secrets.randbelow(_SEEDS)
        trouble = ""
        try:
            self.kept = begin(book, told.id, mode, seed, person=person, timers=timers)
        except Trouble as error:
            self.kept, trouble = unkept(book, told.id, mode, seed, timers=timers), str(error)
        return self._told(self._conversation(self.kept), trouble)

    def resume(self, journal: Path, tell: Callable[[str, Scenario], Scenario], *, timers: bool) -> Conversation:
        """Go on with a play.

        Raises:
            Trouble: it cannot be gone on with, and why.
        """
        self.close()
        try:
            self.kept = resume(journal, tell)
            if not timers:
                self.kept.switch_timers_off()
        except Trouble:
            self.close()
            raise
        conversation = self._conversation(self.kept)
        if self.kept.note is not None:
            conversation.tell(_("About the record of this play"), self.kept.note)
        return conversation

    def revisit(self, journal: Path, tell: Callable[[str, Scenario], Scenario]) -> Kept:
        """Open a play that came to its end once more, to look at it.

        Raises:
            Trouble: it cannot be shown any more, and why.
        """
        self.close()
        self.kept = revisit(journal, tell)
        return self.kept

    def try_again(self, number: int, *, person: str | None, timers: bool) -> Conversation:
        """Go on before a decision of the open play, counted from 1, in a session of its own."""
        former = self.kept
        if former is None:
            raise ValueError("there is no play to try again")
        journal = former.session.journal
        self.close()
        trouble = ""
        try:
            self.kept = try_again(former.book, journal, number, person=person, timers=timers)
        except Trouble as error:
            self.kept, trouble = try_again(former.book, journal, number, timers=timers, is_kept=False), str(error)
        return self._told(self._conversation(self.kept), trouble)

    def close(self) -> None:
        """Let go of the open session; one in which nothing was decided leaves no journal."""
        if self.kept is not None:
            if self.kept.is_kept and self.kept.is_empty:
                self.kept.discard()
            self.kept.close()
            self.kept = None

    def _conversation(self, kept: Kept) -> Conversation:
        from game.window.screens.conversation import Conversation  # late: home does not wait for it

        conversation = Conversation(
            kept.session,
            has_timers=kept.session.journal.has_timers,
            started_ms=kept.played_ms,
            on_end=self._on_end,
            on_leave=self._on_leave,
            on_unkept=kept.stop_keeping,
            on_anew=kept.keep_anew,
        )
        conversation.pictures = self._pictures(kept.session.case.scenario)
        return conversation

    def _told(self, conversation: Conversation, trouble: str) -> Conversation:
        """The conversation, with what keeps it from being kept over it."""
        if trouble:
            conversation.tell(_("Nothing of this play can be kept"), trouble)
        return conversation
