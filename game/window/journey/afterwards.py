"""After the last word: the debrief, the mirror, and once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.debrief import Debrief, Mirror
    from game.records import Kept, Result
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.cases import Cases
    from game.window.journey.trainee import Trainee
    from game.window.screens.screen import Screen

__all__ = ["Afterwards"]


class Afterwards:
    """Explains a play that came to its end, and leads on from there.

    Args:
        cases: for the habits.
        trainee: who played.
        show: shows a screen.
        tell: says a sentence for a moment.
        begin: begins a case once more, by its id.
        try_again: goes on before a decision of the play, counted from 1.
        on_done: where closing the debrief leads.
    """

    def __init__(
        self,
        cases: Cases,
        trainee: Trainee,
        *,
        show: Callable[[Screen], None],
        tell: Callable[[str], None],
        begin: Callable[[str, Scenario, Mode], None],
        try_again: Callable[[int], None],
        on_done: Callable[[], None],
    ) -> None:
        self._cases = cases
        self._trainee = trainee
        self._show = show
        self._tell = tell
        self._begin = begin
        self._try_again = try_again
        self._on_done = on_done

    def debrief(self, kept: Kept) -> None:
        """Explain a play, and keep what it brought."""
        own_best = self._trainee.progress.score(kept.session.journal.head.scenario)
        self._keep(self._explain(kept, own_best), kept)

    def look_back(self, kept: Kept, result: Result, *, done_words: str) -> None:
        """Explain a play that came to its end earlier, beside the best of the others; nothing is kept of that."""
        self._explain(kept, self._trainee.best_beside(result), done_words=done_words, is_new=False)

    def _explain(self, kept: Kept, own_best: int | None, *, done_words: str = "", is_new: bool = True) -> Debrief:
        # late: what solves and explains a case is not needed before the first has ended
        from game.debrief import mirror, review
        from game.solver import TooManyStates, solve
        from game.window.screens.debrief import Debriefing

        try:
            solution = solve(kept.book)
        except TooManyStates:
            solution = None
        journal, scenario = kept.session.journal, kept.book.original
        debrief, mirrored, head = review(kept.book, solution, journal), mirror(kept.book, journal), journal.head
        screen = Debriefing(
            debrief,
            self._cases.habits,
            on_again=lambda: self._begin(head.scenario, scenario, head.mode),
            on_done=self._on_done,
            on_again_from=self._try_again,
            on_mirror=(lambda: self._mirror(mirrored, screen)) if mirrored.turns else None,
            own_best=own_best,
            done_words=done_words,
            is_new=is_new,
        )
        screen.pictures = self._cases.pictures(head.scenario)
        self._show(screen)
        return debrief

    def _keep(self, debrief: Debrief, kept: Kept) -> None:
        try:
            self._trainee.keep(debrief, kept.path if kept.is_kept else None)
        except Trouble as trouble:
            self._tell(_("What this play brought could not be kept: {reason}", reason=trouble))

    def _mirror(self, mirrored: Mirror, debriefing: Screen) -> None:
        from game.window.screens.mirror import Mirroring  # late: few plays are met in it

        def keep(closeness: int) -> None:
            try:
                self._trainee.keep_closeness(mirrored.scenario, mirrored.revision, closeness)
            except Trouble as trouble:
                self._tell(str(trouble))

        screen = Mirroring(
            mirrored,
            avatar=self._trainee.look,
            on_done=lambda: self._show(debriefing),
            on_keep=keep,
        )
        screen.pictures = self._cases.pictures(mirrored.scenario)
        debriefing.first_focus = "mirror"
        self._show(screen)
