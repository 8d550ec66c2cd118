"""The debrief of what was previewed; a save leads back to the play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief import review
from game.solver import TooManyStates, solve
from game.texts import _
from game.window.screens.debrief import Debriefing

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.debrief import Debrief
    from game.records import Kept
    from game.trainer.preview import Preview, Saved

__all__ = ["RehearsedDebriefing"]


class RehearsedDebriefing(Debriefing):
    """Shows the debrief of a preview, and looks after the file meanwhile.

    Args:
        preview: plays the file.
        kept: the session that was played.
        on_again: plays from the opening.
        on_done: back to the play.
        on_saved: back to the play, with what a save did.
    """

    def __init__(
        self,
        preview: Preview,
        kept: Kept,
        *,
        on_again: Callable[[], None],
        on_done: Callable[[], None],
        on_saved: Callable[[Saved], None],
    ) -> None:
        super().__init__(_debrief(kept), preview.habits, on_again=on_again, on_done=on_done)
        self.preview = preview
        self.on_saved = on_saved

    @property
    def done_words(self) -> str:
        """Where closing leads."""
        return _("Back to the play")

    def tick(self, now: float) -> None:
        """See whether the file was saved."""
        super().tick(now)
        saved = self.preview.look().saved
        if saved is not None:
            self.on_saved(saved)


def _debrief(kept: Kept) -> Debrief:
    try:
        solution = solve(kept.book)
    except TooManyStates:
        solution = None
    return review(kept.book, solution, kept.session.journal)
