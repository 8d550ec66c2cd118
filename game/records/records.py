"""The records of everybody on this machine: who plays, what their plays brought, their bests.

Files are the truth – journals, cards of people, lines of the mirror – and the database is made after them: whatever it
was not told, it finds out at the next start. So a trouble with the database loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from game import paths
from game.records import people as persons
from game.records.database import rows
from game.records.database.connection import Damage
from game.records.database.opening import ASIDE, FILE, opened
from game.records.durable import remove_drafts
from game.records.erasing import finish_erasing, is_playing, mark, marked
from game.records.exporting import exported
from game.records.folders import adopt
from game.records.lock import alone
from game.records.mirrors import add_mirror, mirrors
from game.records.results import result_of
from game.records.revisions import FOLDER as REVISIONS
from game.records.taking_in import find_results, new_journals, session_key, times_of
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.debrief import Debrief
    from game.records.database.connection import Database
    from game.records.people import Person
    from game.records.results import Best, Result

__all__ = ["Records", "open_records"]

_AT_ONCE = 10
"""Results written in one transaction while the database catches up."""


def open_records(*, catches_up: bool = True) -> Records:
    """Open the records; the database is made, brought up to date, or made anew, as it needs.

    Args:
        catches_up: whether the journals that the database does not know are taken in at once; else the caller does
            it, by and by (`Records.catching_up`).

    Raises:
        Trouble: they cannot be opened, and why; play goes on without, and the next start finds what was played.
    """
    folder = paths.records()
    persons.current_person()
    try:
        with alone(folder):
            adopt()
            database, was_damaged = opened(folder / FILE)
            records = Records(database)
            if was_damaged:
                records.note = _("The database of your records was damaged. It has been made anew from your journals.")
            records.try_to_settle()
    except OSError as error:
        raise Trouble(cause(error, folder)) from error
    if catches_up:
        for _count in records.catching_up():
            pass
    return records


class Records:
    """The open records; every call opens the database anew and closes it, so there is nothing to close.

    A person is named by their id. Every call may raise `Trouble`: a sentence, and nothing was changed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.note = ""
        """What is to be told about the opening; mostly nothing."""
        self._current = ""

    # --- people -------------------------------------------------------------------------------------------------------

    def people(self) -> tuple[Person, ...]:
        """Everybody who plays here, in the order in which they came; never nobody."""
        return persons.people() or (self.current(),)

    def person(self, person: str) -> Person:
        """One of them, by id."""
        found = next((each for each in persons.people() if each.id == person), None)
        if found is None:
            raise Trouble(_("Who plays here was erased in another window."))
        return found

    def current(self) -> Person:
        """Who plays in this window: whoever was chosen in it, else who played last."""
        found = next((each for each in persons.people() if each.id == self._current), None) or persons.last_person()
        if found is None:
            found = persons.current_person()
            with self._database.writing() as connection:
                rows.put_player(connection, found)
        self._current = found.id
        return found

    def add(self, name: str) -> Person:
        """Make a person; they do not play before they are chosen."""
        fit = persons.fit_name(name, persons.people())
        try:
            with alone(paths.records()), self._database.writing() as connection:
                person = persons.make_person(fit)
                rows.put_player(connection, person)
        except OSError as error:
            raise Trouble(cause(error, persons.people_folder())) from error
        return person

    def rename(self, person: str, name: str) -> Person:
        """Give a person another pseudonym."""
        others = tuple(each for each in persons.people() if each.id != person)
        return self._change(replace(self.person(person), name=persons.fit_name(name, others)))

    def choose(self, person: str) -> Person:
        """Have a person play, from now on and at the next start."""
        chosen = self.person(person)
        persons.choose_person(chosen)
        self._current = person
        return chosen

    def set_look(self, person: str, words: Mapping[str, Any] | None) -> Person:
        """Keep how a person's avatar looks, in the words of a `face:`; None: as its name has it."""
        return self._change(replace(self.person(person), look=words))

    def set_settings(self, person: str, values: Mapping[str, Any]) -> Person:
        """Keep how the game is shown to a person; for who plays now, the next first frame knows it, too."""
        return self._change(replace(self.person(person), settings=values))

    def export(self, person: str) -> bytes:
        """Everything that is kept of a person, as one JSON document; docs/records.md tells its parts."""
        return exported(self.person(person), self.history(person))

    def erase(self, person: str) -> None:
        """Erase a person: rows, journals, settings, and the copies of revisions that nobody else played."""
        folder = paths.records()
        self.person(person)
        try:
            with alone(folder):
                if is_playing(person):
                    raise Trouble(_("This person is playing in another window. Close it first."))
                with self._database.writing() as connection:
                    mark(person)
                    rows.delete_player(connection, person)
                (folder / ASIDE).unlink(missing_ok=True)
                finish_erasing(person)
        except OSError as error:
            raise Trouble(cause(error, folder)) from error

    # --- plays --------------------------------------------------------------------------------------------------------

    def keep(self, person: str, debrief: Debrief, journal: Path) -> Result:
        """Keep what a complete play brought; keeping it again, after going on with it, replaces it.

        Raises:
            Trouble: it could not be kept now; the next start finds it in the journal.
            ValueError: the play is not complete.
        """
        try:
            status = journal.stat()
        except OSError as error:
            raise Trouble(cause(error, journal)) from error
        key = session_key(debrief.head, journal)
        result = result_of(key, person, debrief, journal, times_of(debrief.head, status.st_mtime_ns))
        with self._database.writing() as connection:
            rows.put_result(connection, result, status.st_size)
        return result

    def keep_closeness(self, person: str, scenario: str, revision: str, closeness: int) -> Result:
        """Keep a turn in the mirror: it stands in the history, and never among the bests.

        Raises:
            Trouble: it could not be kept; where only the database could not be written, the next start finds it.
        """
        self.person(person)
        result = add_mirror(person, scenario, revision, closeness)
        with self._database.writing() as connection:
            rows.put_result(connection, result, None)
        return result

    def history(self, person: str, *, most: int | None = None) -> tuple[Result, ...]:
        """A person's results, the last first, at most so many: practice and the mirror, too."""
        with self._database.reading() as connection:
            return rows.results_of(connection, person, most)

    def bests(self, person: str) -> Mapping[str, Best]:
        """A person's bests by case, over graded and ranked plays in which nothing was taken back."""
        with self._database.reading() as connection:
            return rows.best_scores(connection, person)

    def plays(self, person: str) -> Mapping[str, int]:
        """How often a person has played each case to an end, practice included, the mirror not."""
        with self._database.reading() as connection:
            return rows.play_counts(connection, person)

    # --- what the database was not told -------------------------------------------------------------------------------

    def catching_up(self) -> Iterator[int]:
        """Take in the journals the database does not know, some at a time; each step says how many results came.

        Where it was lost, this makes it what it was. Where it cannot be written, that is noted (`note`), and what is
        in it can be read all the same.
        """
        try:
            yield from self._catching_up()
        except Damage:
            raise
        except Trouble as trouble:
            self.note = str(trouble)

    def try_to_settle(self) -> None:
        """Finish what was cut off, and bring the players' rows to what the people's cards say; or note why not."""
        try:
            self._settle()
        except Damage:
            raise
        except Trouble as trouble:
            self.note = str(trouble)

    def _catching_up(self) -> Iterator[int]:
        for person in persons.people():
            with self._database.reading() as connection:
                known = rows.known_journals(connection, person.id)
                known_turns = rows.known_mirrors(connection, person.id)
            turns = [each for each in mirrors(person.id) if each.session not in known_turns]
            if turns:
                with self._database.writing() as connection:
                    for turn in turns:
                        rows.put_result(connection, turn, None)
                yield len(turns)
            keys = {key for key, _bytes in known.values()}
            found = find_results(person.id, new_journals(person.id, known))
            while batch := list(islice(found, _AT_ONCE)):
                changed = [each for each in batch if each.result is not None or each.session in keys]
                if not changed:
                    continue
                with self._database.writing() as connection:
                    for each in changed:
                        rows.put_found(connection, each)
                yield sum(each.result is not None for each in changed)

    def _settle(self) -> None:
        folder = paths.records()
        for place in (folder, folder / REVISIONS, *(persons.folder_of(each.id) for each in persons.people())):
            remove_drafts(place)
        persons.remove_unfinished()
        for erased in marked():
            with self._database.writing() as connection:
                rows.delete_player(connection, erased)
            try:
                finish_erasing(erased)
            except Trouble as trouble:
                self.note = str(trouble)
        with self._database.reading() as connection:
            kept = rows.players(connection)
        for person in kept.values():
            if not persons.has_card(person.id):
                try:
                    persons.write_card(person)
                except OSError as error:
                    raise Trouble(cause(error, persons.folder_of(person.id))) from error
        changed = [each for each in persons.people() if kept.get(each.id) != each]
        if changed:
            with self._database.writing() as connection:
                for each in changed:
                    rows.put_player(connection, each)

    def _change(self, person: Person) -> Person:
        """Write a person's row and card: both, or none."""
        try:
            with self._database.writing() as connection:
                rows.put_player(connection, person)
                persons.write_card(person)
        except OSError as error:
            raise Trouble(cause(error, persons.folder_of(person.id))) from error
        if self.current().id == person.id:
            persons.choose_person(person)
        return person
