"""Whoever plays, and what is kept of them; where nothing can be kept, that is told, and the game goes on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from game import paths
from game.records import Shelf, Trouble, current_person, keep_last_settings, open_records, shelf
from game.window.progress import Progress
from game.window.screens.people.draft import look_of
from game.window.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.debrief import Debrief
    from game.looks.portrait import Look
    from game.records import Person, Result
    from game.records.records import Records

__all__ = ["Trainee"]


class Trainee:
    """Who plays now; `opening` looks for what is kept, a piece at a time, and nothing is known of it before."""

    def __init__(self) -> None:
        self.records: Records | None = None
        """None until they are open, and where they cannot be."""
        self.person: Person | None = None
        self.shelf = Shelf((), ())
        self.history: tuple[Result, ...] = ()
        self.progress = Progress()
        self.trouble = ""
        """Why what is kept cannot be read, in a sentence; empty where all is well."""
        self.is_known = False
        """Whether all was looked for."""
        self.is_new = not paths.is_folder(paths.records())
        """Whether nothing was ever kept on this machine."""

    @property
    def id(self) -> str | None:
        """Their id; None where nobody's is known."""
        return None if self.person is None else self.person.id

    @property
    def name(self) -> str:
        """Their pseudonym; empty where nobody's is known."""
        return "" if self.person is None else self.person.name

    @property
    def look(self) -> Look | None:
        """How their avatar looks; None where nobody is known."""
        return None if self.person is None else look_of(self.person)

    def opening(self) -> Iterator[None]:
        """Open the records and look through them; each step takes a moment."""
        try:
            self.person = current_person()
            yield
            self.records = open_records(catches_up=False)
            self.trouble = self.records.note
            yield
            for _count in self.records.catching_up():
                yield
        except Trouble as trouble:
            self.trouble = str(trouble)
        self.look_again()
        yield

    def greet(self) -> None:
        """See who played last, where somebody did: that is known before anything is opened."""
        if not self.is_new:
            with suppress(Trouble):  # opening the records tells it
                self.person = current_person()

    def look_again(self) -> None:
        """Look once more at who plays, and at what is kept of them."""
        self.is_known = True
        try:
            if self.records is not None:
                self.person = self.records.current()
            self.shelf = shelf(self.id)
            self.look_at_results()
        except Trouble as trouble:
            self.shelf, self.trouble = Shelf((), ()), str(trouble)

    def look_at_results(self) -> None:
        """Look once more at what their plays brought.

        Raises:
            Trouble: it cannot be read.
        """
        if self.records is not None and self.person is not None:
            self.history = self.records.history(self.person.id)
            tried = frozenset(self.records.plays(self.person.id))
            self.progress = Progress(self.records.bests(self.person.id), tried)

    def result(self, session: str) -> Result | None:
        """What a play brought, by its session; None where there is none of it."""
        return next((each for each in self.history if each.session == session), None)

    def telling_play(self, case: str) -> Result | None:
        """The play of a case that has most to tell: the best that counts, else the last; None before the first."""
        plays = [each for each in self.history if each.scenario == case and each.journal is not None]
        counted = [each for each in plays if each.counts]
        return max(counted, key=lambda each: each.score or 0, default=plays[0] if plays else None)

    def best_beside(self, result: Result) -> int | None:
        """Their best score in a case over all plays but one; None where there is no other."""
        others = (each for each in self.history if each.scenario == result.scenario and each.session != result.session)
        return max((each.score for each in others if each.counts and each.score is not None), default=None)

    def settings(self) -> Settings | None:
        """How the game is shown to them; None where nobody is known, or they never said."""
        if self.person is None or not self.person.settings:
            return None
        return Settings.from_values(self.person.settings)[0]

    def keep_settings(self, settings: Settings) -> None:
        """Keep how the game is shown to them, for the next start's first picture, too.

        Raises:
            Trouble: it could not be kept.
        """
        values = settings.as_values()
        if self.records is None or self.person is None:
            keep_last_settings(values)
        elif dict(self.person.settings) != values:
            self.person = self.records.set_settings(self.person.id, values)

    def keep(self, debrief: Debrief, journal: Path | None) -> None:
        """Keep what a complete play brought, where somebody keeps it.

        Raises:
            Trouble: it could not be kept now; its journal is, and the next start finds it there.
        """
        if self.records is not None and self.person is not None and journal is not None and debrief.is_complete:
            self.records.keep(self.person.id, debrief, journal)
            self.look_at_results()

    def keep_closeness(self, scenario: str, revision: str, closeness: int) -> None:
        """Keep a turn in the mirror.

        Raises:
            Trouble: it could not be kept.
        """
        if self.records is not None and self.person is not None:
            self.records.keep_closeness(self.person.id, scenario, revision, closeness)
