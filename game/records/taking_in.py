"""From journals to results: how the database gets back what it has lost, or was never told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from game.records.folders import journal_folders, journals_in
from game.records.results import result_of
from game.records.revisions import playbook
from game.records.shelf import read
from game.records.trouble import Trouble
from game.records.uuid7 import uuid7_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.records.folders import JournalEntry
    from game.records.results import Result
    from game.session.journal import Head, Journal
    from game.session.playbook import Playbook
    from game.solver import Solution

__all__ = ["Found", "find_results", "new_journals", "session_key", "times_of"]

_NS_A_MS = 1_000_000


class Found(NamedTuple):
    """A journal that was looked at, and what it brought."""

    session: str
    """The key its play has."""
    entry: JournalEntry
    result: Result | None
    """None where the play has not come to its end, or cannot be replayed."""


def new_journals(person: str, known: Mapping[str, tuple[str, int | None]]) -> list[JournalEntry]:
    """A person's journals that are not among the known ones, or have grown since.

    Args:
        person: their id.
        known: by a journal's name, its session's key and how long it was.

    Raises:
        Trouble: a folder may not be read.
    """
    found = journals_in(journal_folders(person))
    return [each for each in found if known.get(each.path.name, ("", None))[1] != each.bytes]


def find_results(person: str, entries: list[JournalEntry]) -> Iterator[Found]:
    """Replay journals and find what they brought; those of one revision in a row, so that each is solved once."""
    readings = []
    for entry in entries:
        journal = _journal(entry.path)
        if journal is not None:
            readings.append((journal.head.revision, entry, journal))
    shown = ""
    book: Playbook | None = None
    solution: Solution | None = None
    is_asked = False
    for revision, entry, journal in sorted(readings, key=lambda each: each[0]):
        if revision != shown:
            shown, book, is_asked = revision, _book(revision, entry.path), False
        key = session_key(journal.head, entry.path)
        if book is None or not _is_complete(book, journal):
            yield Found(key, entry, None)
            continue
        if not is_asked:
            solution, is_asked = _solution(book), True
        yield Found(key, entry, _result(person, entry, book, solution, journal))


def session_key(head: Head, journal: Path) -> str:
    """The key of the play in a journal: the same whenever it is worked out, and sorted by when it began."""
    return uuid7_of(_started_ms(head), journal.name)


def times_of(head: Head, written_ns: int) -> tuple[int, int]:
    """When a play started and ended, in milliseconds: it ended when its journal was last written to."""
    started = _started_ms(head)
    return started, max(started, written_ns // _NS_A_MS)


def _started_ms(head: Head) -> int:
    try:
        return max(0, int(datetime.fromisoformat(head.started).timestamp() * 1000))
    except (ValueError, OverflowError, OSError):
        return 0


def _journal(path: Path) -> Journal | None:
    """A journal as far as it is sound; the shelf tells of those that are damaged."""
    try:
        return read(path).journal
    except Trouble:
        return None


def _book(revision: str, journal: Path) -> Playbook | None:
    try:
        return playbook(revision, journal)
    except Trouble:
        return None


def _is_complete(book: Playbook, journal: Journal) -> bool:
    from game.session.replay import replay
    from game.session.state import Stop

    try:
        return replay(book, journal.records).steps[-1].stop is Stop.ENDED
    except (ValueError, LookupError):  # forged: its hash is right, and yet no reader let it pass
        return False


def _solution(book: Playbook) -> Solution | None:
    from game.solver import TooManyStates, solve

    try:
        return solve(book)
    except TooManyStates:
        return None


def _result(person: str, entry: JournalEntry, book: Playbook, solution: Solution | None, journal: Journal) -> Result:
    from game.debrief import review

    debrief = review(book, solution, journal)
    key = session_key(journal.head, entry.path)
    return result_of(key, person, debrief, entry.path, times_of(journal.head, entry.written_ns))
