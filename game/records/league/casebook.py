"""The cases of a league, ready to be played: each is read and compiled once in a process, and solved once.

What is kept of a revision never changes, so that nothing here has to be looked up again; only whether it was withdrawn
is asked of the database each time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from game import paths
from game.loader.catalogues import Catalogue
from game.loader.habits import HABITS_FILE
from game.loader.languages import fallbacks
from game.loader.po import read_po_text
from game.loader.reading import read_text
from game.loader.words import Words
from game.records.database.tables import SCENARIOS, TRANSLATIONS
from game.records.league.refused import Refused
from game.records.trouble import Trouble
from game.scenario.habits import Habit
from game.scenario.revision import revision as revision_of
from game.scenario.sentences import translated
from game.session.compiler import compile_scenario
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from game.scenario.model import Scenario
    from game.session.playbook import Playbook
    from game.solver import Solution

__all__ = ["CaseBook", "KeptCase", "habits_from", "habits_to"]

_MOST_CASES = 64
"""Kept ready at once; the one asked for longest ago goes."""


class KeptCase:
    """One revision, and all that was found out about it."""

    def __init__(self, name: str, original: Scenario, catalogues: Mapping[str, str], habits: Mapping[str, Habit]):
        self.name = name
        """Its scenario id."""
        self.original = original
        self.habits = habits
        """Those it names, by key."""
        self._catalogues = catalogues
        self._books: dict[str, Playbook] = {}
        self._habits: dict[str, Mapping[str, Habit]] = {}
        """In the languages that were asked for."""
        self._solution: Solution | None = None
        self._lock = threading.Lock()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it can be told, its own first."""
        return (self.original.language, *(each for each in self._catalogues if each != self.original.language))

    def book(self, language: str | None = None) -> Playbook:
        """The case, compiled, told in a language as far as it was translated; in its own, where that is not known."""
        tag = self._catalogue_for(language)
        found = self._books.get(tag)
        if found is None:
            with self._lock:
                if tag not in self._books:
                    self._books[tag] = compile_scenario(self.original, self._told(tag))
                found = self._books[tag]
        return found

    def habits_in(self, language: str) -> Mapping[str, Habit]:
        """The habits it names, in a language as far as the program's own catalogue has them."""
        if language not in self._habits:
            told = Words({}, language).habits(self.habits, [paths.shipped_scenarios() / HABITS_FILE])
            self._habits[language] = told
        return self._habits[language]

    @property
    def solution(self) -> Solution:
        """All its plays; it takes some milliseconds, or seconds of a large case, the first time.

        Raises:
            TooManyStates: it is too large; no such case is published.
        """
        if self._solution is None:
            from game.solver import solve

            book = self.book()
            with self._lock:
                if self._solution is None:
                    self._solution = solve(book)
        return self._solution

    def _catalogue_for(self, language: str | None) -> str:
        """The tag of the catalogue to tell it by; empty for the author's own words."""
        own = set(fallbacks(self.original.language))
        for tag in fallbacks(language) if language else ():
            if tag in self._catalogues:
                return tag
            if tag in own:
                break
        return ""

    def _told(self, tag: str) -> Scenario | None:
        if not tag:
            return None
        file = read_po_text(self._catalogues[tag], f"{self.name}.po").file
        return None if file is None else translated(self.original, Catalogue(file.entries).lookup, tag)


class CaseBook:
    """The cases of a league by their revision; any number of threads may ask."""

    def __init__(self, most: int = _MOST_CASES) -> None:
        self._most = most
        self._kept: OrderedDict[str, KeptCase] = OrderedDict()
        self._lock = threading.Lock()

    def case(self, c: Connection, revision: str) -> KeptCase:
        """A revision that was ever published, withdrawn or not.

        Raises:
            Refused: there is none of that name.
            Trouble: what is kept of it cannot be read by this version of the program.
        """
        with self._lock:
            found = self._kept.get(revision)
            if found is not None:
                self._kept.move_to_end(revision)
                return found
        found = _read(c, revision)
        with self._lock:
            found = self._kept.setdefault(revision, found)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

    def book(self, c: Connection, revision: str, language: str | None = None) -> Playbook:
        """A revision, compiled, told in a language; raises as `case` does."""
        return self.case(c, revision).book(language)

    def solution(self, c: Connection, revision: str) -> Solution:
        """All plays of a revision; raises as `case` does."""
        return self.case(c, revision).solution

    def habits(self, c: Connection, revision: str, language: str) -> Mapping[str, Habit]:
        """The words of the habits a revision names, in a language; raises as `case` does."""
        return self.case(c, revision).habits_in(language)


def habits_to(habits: Mapping[str, Habit]) -> dict[str, Any]:
    """Habits as they are kept."""
    return {key: msgspec.to_builtins(habit) for key, habit in habits.items()}


def habits_from(kept: Mapping[str, Any] | None) -> dict[str, Habit]:
    """Habits that were kept."""
    return msgspec.convert(kept or {}, dict[str, Habit])


def _read(c: Connection, revision: str) -> KeptCase:
    columns = SCENARIOS.c
    wanted = select(columns.scenario, columns.yaml, columns.habits).where(columns.revision == revision)
    row = c.execute(wanted).one_or_none()
    if row is None or row.yaml is None:
        raise Refused("unknown-case", "There is no such case on this server.")
    scenario = read_text(row.yaml, f"{row.scenario}.yaml").scenario
    if scenario is None or revision_of(scenario) != revision:
        raise Trouble(_("The case {scenario} cannot be read by this version of the program.", scenario=row.scenario))
    catalogues = select(TRANSLATIONS.c.language, TRANSLATIONS.c.po).where(TRANSLATIONS.c.revision == revision)
    found = {each.language: each.po for each in c.execute(catalogues.order_by(TRANSLATIONS.c.language))}
    return KeptCase(row.scenario, scenario, found, habits_from(row.habits))
