"""The way through the game: from the list of cases into a case, to its debrief, and back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.loader.words import Words
from game.records import Trouble, begin, resume, shelf, unkept
from game.records.shelf import Shelf
from game.session.compiler import compile_scenario
from game.texts import _
from game.window.screens.conversation import Conversation
from game.window.screens.scenarios import Scenarios

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.loader import Found
    from game.records import Kept
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.screens.screen import Screen

__all__ = ["Journey"]

_SEEDS = 1 << 31


class Journey:
    """Holds the open session and says which screen comes next; `attach` it to a window before it moves on.

    Args:
        found: the cases.
        timers: whether timed scenes may run out at all.
        words: tells cases in the language asked for; None tells each in its own.
    """

    def __init__(self, found: Found, *, timers: bool = True, words: Words | None = None) -> None:
        self._found = found
        self._words = Words({}) if words is None else words
        self._timers = timers
        self._kept: Kept | None = None
        self._shelf = Shelf((), ())
        self.list = Scenarios(
            found,
            look=self._look,
            told=self._words.told,
            on_play=self._begin_found,
            on_resume=self._resume,
            on_quit=self._leave_game,
        )

    def attach(self, show: Callable[[Screen], None], quit_game: Callable[[], None]) -> None:
        """Say what puts a screen on the stage, and what ends the game."""
        self._show = show
        self._quit = quit_game

    def begin(self, case: str, scenario: Scenario, mode: Mode) -> Screen:
        """Begin a case; where it cannot be kept, that is told and it is played all the same."""
        translation = self._words.translation(case, scenario)
        book = compile_scenario(scenario, translation.scenario)
        seed = secrets.randbelow(_SEEDS)
        timers = self._timers and self.list.settings.has_timers
        try:
            self._kept, trouble = begin(book, case, mode, seed, timers=timers), ""
        except Trouble as error:
            self._kept, trouble = unkept(book, case, mode, seed, timers=timers), str(error)
        conversation = self._conversation(self._kept)
        if trouble:
            conversation.tell(_("Nothing of this play can be kept"), trouble)
        elif translation.remark:
            conversation.tell(_("About the language"), translation.remark)
        return conversation

    def close(self) -> None:
        """Let go of the open session; one in which nothing was decided leaves no journal."""
        if self._kept is not None:
            if self._kept.is_kept and not self._kept.session.journal.records:
                self._kept.discard()
            self._kept.close()
            self._kept = None

    def _look(self) -> Shelf:
        try:
            self._shelf = shelf()
        except Trouble as trouble:
            self._shelf = Shelf((), ())
            self.list.tell(str(trouble))
        offered = tuple(each for each in self._shelf.unfinished if not each.is_stuck or each.mode == "practice")
        told = tuple(each._replace(title=self._words.title(each.scenario, each.title)) for each in offered)
        self._shelf = self._shelf._replace(unfinished=told)
        return self._shelf

    def _begin_found(self, case: str, mode: Mode) -> None:
        scenario = self._found.reading(case).scenario
        if scenario is not None:
            self._show(self.begin(case, scenario, mode))

    def _resume(self, number: int) -> None:
        try:
            self._kept = resume(self._shelf.unfinished[number].path, self._words.told)
            if not (self._timers and self.list.settings.has_timers):
                self._kept.switch_timers_off()
        except Trouble as trouble:
            self.close()
            self.list.tell(str(trouble))
            return
        conversation = self._conversation(self._kept)
        if self._kept.note is not None:
            conversation.tell(_("About the record of this play"), self._kept.note)
        self._show(conversation)

    def _conversation(self, kept: Kept) -> Conversation:
        return Conversation(
            kept.session,
            has_timers=kept.session.journal.has_timers,
            started_ms=kept.played_ms,
            on_end=self._debrief,
            on_leave=self._to_list,
            on_unkept=kept.stop_keeping,
        )

    def _debrief(self) -> None:
        # late: what solves and explains a case is not needed before the first has ended
        from game.debrief import review
        from game.solver import TooManyStates, solve
        from game.window.screens.debrief import Debriefing

        kept = self._kept
        if kept is None:
            return
        try:
            solution = solve(kept.book)
        except TooManyStates:
            solution = None
        journal, scenario = kept.session.journal, kept.book.original
        debrief = review(kept.book, solution, journal)
        head = journal.head
        self._show(
            Debriefing(
                debrief,
                self._found.habits,
                on_again=lambda: self._again(head.scenario, scenario, head.mode),
                on_done=self._to_list,
            )
        )

    def _again(self, case: str, scenario: Scenario, mode: Mode) -> None:
        self.close()
        self._show(self.begin(case, scenario, mode))

    def _to_list(self) -> None:
        self.close()
        self._show(self.list)

    def _leave_game(self) -> None:
        self.close()
        self._quit()
