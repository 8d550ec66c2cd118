"""The sessions that were begun and not finished, as their journals tell."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from game.records.folders import adopt, journal_folders, journals_in
from game.records.journal_file import read_bounded
from game.records.people import last_person
from game.records.revisions import playbook
from game.records.trouble import Trouble, cause
from game.session.journal import read_journal
from game.session.replay import replay
from game.session.state import Stop
from game.texts import _
from game.texts.figures import day_words

if TYPE_CHECKING:
    from pathlib import Path

    from game.session.journal import Mode, Reading
    from game.session.playbook import Playbook

__all__ = ["Damaged", "Shelf", "Unfinished", "read", "shelf"]

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Unfinished(NamedTuple):
    """A session that can be taken up again."""

    path: Path
    scenario: str
    title: str
    mode: Mode
    started: str
    """In ISO 8601, UTC."""
    decisions: int
    """That stand."""
    is_stuck: bool
    """Whether the case itself goes no further; in practice a decision can be taken back."""

    @property
    def began(self) -> str:
        """When it was started, in the user's own time zone, to the minute; nothing where that is not known."""
        try:
            began = datetime.fromisoformat(self.started).astimezone()
        except (ValueError, OverflowError, OSError):
            return ""
        return _("{day} {time}", day=day_words(began), time=f"{began:%H:%M}")


class Damaged(NamedTuple):
    """A journal that cannot be gone on with; it is left as it is."""

    path: Path
    reason: str


class Shelf(NamedTuple):
    """What was found among a person's journals, the last played first; finished ones are left out."""

    unfinished: tuple[Unfinished, ...]
    damaged: tuple[Damaged, ...]


def shelf(person: str | None = None) -> Shelf:
    """Look through a person's journals, by their id; None: of who played last.

    Raises:
        Trouble: they may not be read.
    """
    adopt()
    if person is None:
        current = last_person()
        person = None if current is None else current.id
    unfinished: list[Unfinished] = []
    damaged: list[Damaged] = []
    books: dict[str, Playbook | Trouble] = {}
    for path, _bytes, _written in journals_in(journal_folders(person)):
        try:
            found = _unfinished(path, books)
        except Trouble as trouble:
            damaged.append(Damaged(path, str(trouble)))
        else:
            if found is not None:
                unfinished.append(found)
    return Shelf(tuple(unfinished), tuple(damaged))


def read(path: Path) -> Reading:
    """Read a journal, as far as it is sound.

    Raises:
        Trouble: the system would not let it be read, or it is no plain file.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
        try:
            return read_journal(read_bounded(descriptor))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Trouble(cause(error, path)) from error


def _unfinished(path: Path, books: dict[str, Playbook | Trouble]) -> Unfinished | None:
    journal = read(path).journal
    if journal is None:
        raise Trouble(_("Its first line is damaged, so nobody can tell which case it is."))
    head = journal.head
    if head.revision not in books:
        try:
            books[head.revision] = playbook(head.revision, path)
        except Trouble as trouble:
            books[head.revision] = trouble
    book = books[head.revision]
    if isinstance(book, Trouble):
        raise book
    try:
        found = replay(book, journal.records)
    except (ValueError, LookupError):  # forged: its hash is right, and yet no reader let it pass
        raise Trouble(_("The copy of the case it was played on is no case that can be played.")) from None
    stop = found.steps[-1].stop
    if stop is Stop.ENDED:
        return None
    title = book.scenario.title
    return Unfinished(
        path, head.scenario, title, head.mode, head.started, len(found.steps) - 1, is_stuck=stop is not None
    )
